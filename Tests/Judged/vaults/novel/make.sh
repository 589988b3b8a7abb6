#!/bin/sh
# make.sh DIR: the plan of a parent who writes a novel; last commit 2026-10-03, to be looked at on Sunday 2026-11-08
. "$(dirname "$0")/../history.sh"

WHO='Daniel Reyes' MAIL='daniel@example.org' Z=-0500

cat >mm.md <<'EOF'
---
time:
  - 1h mon-fri 05:30-06:30
  - 3h sat 06:00-09:00
zone: America/Chicago
buffer: 1w
off:
  - 2026-08-08..2026-08-16 the cabin
  - 2026-11-26..2026-11-28 Thanksgiving
  - 2026-12-21..2027-01-02 the kids are home
---

# Daniel

One thing. Up before the kids, every weekday, and Saturday until pancakes.
EOF

cat >goals/novel.md <<'EOF'
---
goal: Write The Ice Road, a novel of 80,000 words
success: second draft finished and entered for the Lakeside first novel prize
origin: an outline in a notebook, two abandoned novels, no words
start: 2026-07-13
deadline: 2027-06-30
time:
  - 1h mon-fri
  - 3h sat
constraints:
  - nothing after 6:30, that's the school run
obstacles:
  - both earlier novels stopped near 25,000 words, when the beginning was over
---

Two brothers, one truck, the winter the lake doesn't freeze. I've told it to the kids twice.

## Milestones

- [ ] Outline on forty cards id:outline due:2026-07-26 effort:8h
  - [ ] Cards for all four parts effort:5h
  - [ ] Timeline of the winter effort:3h
- [ ] Part 1, the truck, 20,000 words id:part-1 due:2026-09-20 effort:40-50h after:outline progress:0/20000
  - [ ] 1. The truck
  - [ ] 2. Harlan comes home
  - [ ] 3. The bank in Duluth
  - [ ] 4. What the ice said
  - [ ] 5. November
  - [ ] 6. The bet
  - [ ] 7. The fight
  - [ ] 8. They leave
- [ ] Part 2, north, 22,000 words id:part-2 due:2026-12-05 effort:44-54h after:part-1 progress:0/22000
  - [ ] 9. Grand Portage
  - [ ] 10. The warden
  - [ ] 11. A motel with a bear
  - [ ] 12. Harlan drives
  - [ ] 13. The call
  - [ ] 14. Snow at last
  - [ ] 15. The bridge
  - [ ] 16. The dog
  - [ ] 17. Where the road ends
  > Stall: 25,000 words is where the last two ended. Go for 200 bad words a day, and don't read back.
- [ ] Part 3, open water, 18,000 words id:part-3 due:2027-02-13 effort:36-44h after:part-2 progress:0/18000
- [ ] The Winnipeg chapters, 6,000 words id:winnipeg due:2027-03-06 effort:14h after:part-3 progress:0/6000 optional:yes
- [ ] Part 4, home, 14,000 words id:part-4 due:2027-04-10 effort:28-36h after:part-3 progress:0/14000
- [ ] Read once, in three sittings, only marking id:read due:2027-04-24 effort:8h after:part-4,winnipeg
- [ ] Marcy and Tom have read it id:readers due:2027-05-22 effort:1h after:read wait:3-4w
- [ ] Second draft id:draft-2 due:2027-06-23 effort:24-36h after:readers
- [ ] Entered for the prize, closes at midnight id:entered due:2027-06-30 effort:2h after:draft-2 fixed:yes
EOF
day 2026-07-12; c 06:40 'Third time lucky'

day 2026-07-18; t novel 'Cards'; c 08:50 'Forty cards, nine of them blank'
day 2026-07-24; t novel 'Timeline'; t novel 'Outline'; c 06:35 'Timeline. The winter has an order now'
day 2026-07-25; p novel part-1 1100; c 09:05 'First 1,100 words'
day 2026-07-29; p novel part-1 2300; c 06:32 '2,300'
day 2026-08-01; p novel part-1 4000; t novel '1.'; c 09:00 '4,000. Saturday hours are gold'
day 2026-08-05; p novel part-1 5100; t novel '2.'; c 06:30 '5,100'
day 2026-08-07; p novel part-1 6000; c 06:33 '6,000, off to the cabin'
day 2026-08-19; p novel part-1 6600; c 06:30 'Rusty. 600 words'
day 2026-08-22; p novel part-1 8300; t novel '3.'; c 09:10 '8,300'
day 2026-08-26; p novel part-1 9200; c 06:34 '9,200'
day 2026-08-29; p novel part-1 10900; t novel '4.'; c 08:55 'Half of part 1'
day 2026-09-04; p novel part-1 11500; c 06:31 'School starts, everybody is tired. 600'
day 2026-09-09; p novel part-1 12800; t novel '5.'; c 06:30 '12,800'
day 2026-09-12; p novel part-1 14700; c 09:00 '14,700. The brothers have their fight'
day 2026-09-16; p novel part-1 15900; t novel '6.'; c 06:35 '15,900'
day 2026-09-19; p novel part-1 17500; t novel '7.'; c 09:05 '17,500'
day 2026-09-20; e goals/novel.md '/id:part-1 /s/due:2026-09-20/due:2026-09-27/'; c 20:10 'One more week for part 1'
day 2026-09-23; p novel part-1 18700; c 06:32 '18,700'
day 2026-09-26; p novel part-1 20000; t novel '8.'; t novel 'Part 1'; c 09:15 'Part 1. It exists'
day 2026-09-30; p novel part-2 900; c 06:30 'Part 2 begun'
day 2026-10-03; p novel part-2 2300; t novel '9.'; c 08:58 '2,300 words of part 2. 22,300 in all'
