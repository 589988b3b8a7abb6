package import PlanDocuments

/// What a new vault begins with.
package enum NewVaultText {
  /// `mm.md`, with a word on each setting.
  static func settings(today: Day) -> String {
    let year = today.civil.year
    return """
      ---
      # All the hours that you have for your goals, together. Make them true before anything else.
      # 10h/week · 2h mon-fri · 45m tue thu · 2h mon-fri 06:00-08:00 · 8h/week \(year)-09-01..\(year)-12-20
      time: [1h mon-fri, 2h sat]

      # Kept free before each deadline, for what nobody foresees.
      buffer: 1w

      # Days without these hours; 50% takes half of them.
      # off:
      #   - \(year)-12-24..\(year + 1)-01-01 winter break

      # Calendars inside this folder whose events take hours away.
      # calendars: [calendar/*.ics]

      # Folders that are no part of the plan.
      # ignore: [archive]
      ---

      # My plans

      Every note in this folder that begins with `goal:` is a goal. Write it in any editor, and ask `mm` in a terminal:
      `mm check` says what does not add up, `mm schedule` proposes dates, `mm review` holds the week's review.

      """
  }

  /// A goal as one would begin it.
  package static func goal(today: Day) -> String {
    """
    ---
    goal: Publish a 60,000-word book on personal finance
    success: on sale in two stores
    origin: outline complete, no chapters written
    deadline: \((today + 182).description)
    ---

    ## Milestones

    - [ ] Research complete effort:18h
    - [ ] First draft effort:80h after:research-complete
    - [ ] Published effort:4h after:first-draft wait:1w

    """
  }
}
