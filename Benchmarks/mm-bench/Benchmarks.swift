import ArgumentParser

/// Measures speed, schedule quality and forecast quality.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mm-bench", abstract: "Measures mm.",
    subcommands: [
      GenerateCommand.self, SpeedCommand.self, MeasureCommand.self, ScheduleCommand.self, CliffsCommand.self,
      JointCommand.self,
      CalendarsCommand.self,
      BlocksCommand.self,
      ForecastEffortCommand.self, ForecastFinishCommand.self, ForecastPeopleCommand.self, ForecastVaultsCommand.self,
      ForecastSpeedCommand.self,
      HistorySpeedCommand.self,
    ])
}
