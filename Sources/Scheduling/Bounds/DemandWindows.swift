/// The days on which the hours of each job have to lie, if its end is to hold.
///
/// A job that has no day left by its own chain of hours wants its first day. A limit that no hours could meet, since it is
/// past or before the waits are over, binds nothing. So with fewer hours a window is inside the one that it was.
struct DemandWindows {
  /// The jobs that a limit binds.
  let jobs: [Int]
  let first: [Int]
  let last: [Int]

  /// - Parameter latestFinish: the last day for a job's hours by its own end, or `JobTime.never`.
  init(_ scheduleCase: ScheduleCase, latestFinish: (Int) -> Int) {
    let earliest = scheduleCase.network.earliest
    let ends = earliest.indices.map { job -> Int in
      let last = latestFinish(job)
      return last < earliest[job] ? JobTime.never : last
    }
    let windows = ChainWindows(scheduleCase, latestFinish: ends)
    jobs = windows.jobs
    first = earliest
    last = earliest.indices.map { max(earliest[$0], windows.latestFinish[$0]) }
  }
}
