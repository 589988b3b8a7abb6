/// A book that has fallen behind: 15,000 words where 20,000 were due, with a chapter that could go.
let bookAtWeekEight: KeyValuePairs<String, String> = [
  "mm.md": """
  ---
  time:
    - 2h mon-fri 06:00-08:00
  buffer: 1w
  off:
    - 2026-08-24..2026-09-04 away
  ---

  """,
  "book.md": """
  ---
  goal: A book of 55,000 words is on sale
  start: 2026-06-08
  deadline: 2026-12-01
  ---

  ## Milestones

  - [x] Research id:research due:2026-06-21 effort:18h done:2026-06-20
  - [ ] First part id:one due:2026-07-19 effort:36-50h after:research progress:15000/20000
  - [ ] Second part id:two due:2026-08-16 effort:36-50h after:one progress:0/20000
  - [ ] Third part id:three due:2026-09-19 effort:26-38h after:two progress:0/15000
  - [ ] Chapter on pensions id:pensions due:2026-09-26 effort:11h after:three optional:yes progress:0/5000
  - [ ] Self-edit id:edit due:2026-10-08 effort:14h after:three,pensions
  - [ ] Readers' comments id:readers due:2026-10-30 effort:3h after:edit wait:2-3w
  - [ ] Final text id:final due:2026-11-13 effort:14h after:readers
  - [ ] Formatted id:format due:2026-11-20 effort:8h after:final
  - [ ] Published id:published due:2026-12-01 effort:2h after:format fixed:yes wait:3d

  """,
]
