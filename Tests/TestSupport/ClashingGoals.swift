/// Two goals that want the same hours: a boat licence with a fixed exam, and a film.
package enum ClashingGoals {
  package static let settings = """
    ---
    time: [1.5h mon-thu, 3h sat]
    buffer: 1w
    off:
      - 2026-08-10..2026-08-16 Corsica
      - 2026-09-02..2026-09-04 50% trade fair
    ---
    """

  package static let licence = """
    ---
    goal: Skipper's licence for the coast
    success: passed on 19 September
    origin: sailed as crew for six summers, no theory
    start: 2026-06-15
    deadline: 2026-09-19
    buffer: 0d
    priority: 1
    obstacles:
      - tides were where the last attempt ended
    ---

    ## Milestones

    - [x] Chart work id:charts due:2026-07-25 effort:12h done:2026-07-29
      - [x] Bearings done:2026-07-20
      - [x] Three passages on paper done:2026-07-29
    - [ ] Radio certificate, written and spoken id:radio due:2026-08-09 effort:10h after:charts
      - [x] Alphabet and procedure done:2026-07-30
      - [ ] Mock call with Ada
    - [ ] Doctor's form is back id:doctor due:2026-08-28 effort:1h wait:1-2w
    - [ ] Tides and currents id:tides due:2026-08-23 effort:18h after:radio
      > Stall: the last attempt ended in the second week of tides.
    - [ ] Two mock papers above 80 % id:mock due:2026-09-12 effort:6h after:tides
    - [ ] Exam id:exam due:2026-09-19 effort:2h after:mock,doctor fixed:yes
    """

  package static let film = """
    ---
    goal: A ten-minute film about the ferry
    success: shown at the harbour festival
    start: 2026-06-01
    deadline: 2026-11-30
    ---

    ## Milestones

    - [x] Everything filmed id:filmed due:2026-07-05 effort:20h done:2026-07-04
    - [ ] Rough cut id:rough due:2026-07-26 effort:30h after:filmed progress:9/20
    - [ ] Music is recorded id:music due:2026-10-10 effort:3h after:rough wait:4w
    - [ ] Picture locked, [titles](titles.md) in id:locked due:2026-10-25 effort:10h after:rough
    - [ ] Sound mixed id:sound due:2026-11-20 effort:8h after:locked,music
    - [ ] Outtakes for the festival's site id:outtakes effort:4h optional:yes
    """
}
