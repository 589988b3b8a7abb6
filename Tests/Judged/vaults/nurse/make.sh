#!/bin/sh
# make.sh DIR: the plans of a nurse on shifts, up to Sunday 2026-10-04
. "$(dirname "$0")/../history.sh"

WHO='Aoife Brennan' MAIL='aoife@example.org' Z=+0100

cat >mm.md <<'EOF'
---
time:
  - 12h/week
  - 9h/week 2026-07-13..2026-08-30
zone: Europe/London
buffer: 3d
off:
  - 2026-07-27..2026-08-02 50% nights
  - 2026-08-10..2026-08-16 Cornwall with Mam
  - 2026-08-24..2026-08-30 50% nights
  - 2026-09-21..2026-09-27 50% nights
---

# Aoife's plans

Long days, short days, nights every fourth week. Twelve hours is what is left of a week when nobody rings in sick, nine in the summer, with Pilates. On nights I
run once and sleep; I have stopped pretending otherwise.
EOF

cat >goals/half-marathon.md <<'EOF'
---
goal: Run the Leeds Abbey half marathon to the end, without walking
success: medal, and a time that starts with a two
origin: 5 km three times a week, twenty minutes of it chatting
start: 2026-07-13
deadline: 2026-10-25
time: 5h/week
buffer: 0d
constraints:
  - no long run in the two days after a night shift
obstacles:
  - shin splints in spring, from doing too much too soon
---

Dee and I signed up in the pub. She has run four of them and will wait for me at the end with chips.

## Milestones

- [ ] Base: 60 easy km in four weeks id:base due:2026-08-09 effort:9h progress:0/60
  - [ ] Week 1, 20 km
  - [ ] Week 2, 16 km
  - [ ] Week 3, nights, 8 km
  - [ ] Week 4, 16 km
- [ ] 10 km without a break id:ten due:2026-08-30 effort:5h after:base
  - [ ] 8 km along the canal effort:1.5h
  - [ ] 9 km, with the hill at Kirkstall effort:1.5h
  - [ ] 10 km, flat effort:2h
- [ ] 100 weekday km on top of the long runs id:weekdays due:2026-10-11 effort:15h after:base progress:0/100
- [ ] Long run of 14 km id:fourteen due:2026-09-13 effort:2h after:ten
- [ ] Long run of 16 km id:sixteen due:2026-09-20 effort:2.5h after:fourteen
- [ ] Long run of 18 km id:eighteen due:2026-10-04 effort:3h after:sixteen
- [ ] 10 km at the pace of the day id:pace due:2026-10-11 effort:1.5h after:sixteen optional:yes
- [ ] Rested: two short runs, early nights id:taper due:2026-10-23 effort:2h after:eighteen
- [ ] Race day id:race due:2026-10-25 effort:3h after:taper fixed:yes
EOF

cat >goals/wound-care.md <<'EOF'
---
goal: Pass the wound care certificate
success: 60 % or more in the written exam, and the certificate in my file before the band 6 interviews
origin: six years on a surgical ward, no exam since college
start: 2026-07-20
deadline: 2026-11-11
time: 4h/week
priority: 1
constraints:
  - the ward pays the 380 GBP if I pass the first time
obstacles:
  - I read in bed and am asleep by page two
---

Sister Malik says there will be two band 6 posts in January, and that she wants to see my name.

## Milestones

- [ ] Enrolled, books borrowed id:enrol due:2026-07-26 effort:2h
- [ ] Funding form back from the ward manager id:funding due:2026-08-14 effort:1h wait:2w
- [ ] Module 1: how skin heals id:module-1 due:2026-08-23 effort:9h after:enrol
  - [ ] Read the four chapters effort:3h
  - [ ] Notes on cards effort:3h
  - [ ] Quiz, until 80 % effort:3h
- [ ] Module 2: assessment and infection id:module-2 due:2026-09-13 effort:9h after:module-1
  - [ ] Read, with the ward's own charts beside it effort:3h
  - [ ] Notes on cards effort:3h
  - [ ] Quiz, until 80 % effort:3h
- [ ] Module 3: dressings and compression id:module-3 due:2026-10-04 effort:10h after:module-2
  - [ ] Read the five chapters effort:4h
  - [ ] An hour with the vascular nurse, then cards effort:3h
  - [ ] Quiz, until 80 % effort:3h
- [ ] Module 4: pressure ulcers and the law id:module-4 due:2026-10-18 effort:7h after:module-3
  - [ ] Read, two evenings effort:4h
  - [ ] Quiz, until 80 % effort:3h
- [ ] Case study of one patient, 1,500 words, passed by the tutor id:case due:2026-11-06 effort:8h wait:2w after:module-2 progress:0/1500
  > Why: no pass in the case study, no seat in the exam. The tutor takes two weeks.
- [ ] Extra module: the diabetic foot id:foot due:2026-10-25 effort:5h after:module-3 optional:yes
- [ ] Three mock papers id:mocks due:2026-11-08 effort:6h after:module-4
- [ ] Exam, 9:30 at the college id:exam due:2026-11-11 effort:2h after:mocks,case fixed:yes
EOF
day 2026-07-12; c 20:15 'Two plans for the autumn'

day 2026-07-15; p half-marathon base 12; c 19:30 'Two easy runs, 12 km'
day 2026-07-19; p half-marathon base 20; t half-marathon 'Week 1'; c 11:05 '8 km on Sunday, slow enough to talk'
day 2026-07-22; t wound-care 'Enrolled'; p half-marathon base 27; c 16:40 'Enrolled. 7 km'
day 2026-07-23; e goals/wound-care.md 's/ effort:1h wait:2w$/ effort:1h wait:2w waiting:2026-07-23/'; c 13:10 'Funding form is on Karen'"'"'s desk'
day 2026-07-26; p half-marathon base 36; t half-marathon 'Week 2'; c 18:20 '9 km this weekend'
day 2026-07-31; p half-marathon base 44; t half-marathon 'Week 3'; c 15:30 'Nights. One run, 8 km in two goes'
day 2026-08-05; t wound-care 'Read the four chapters'; c 21:00 'Chapters 1 to 4'
day 2026-08-08; p half-marathon base 60; t half-marathon 'Week 4'; t half-marathon 'Base'; t wound-care 'Funding form' 2026-08-07; c 17:45 'Base done: 60 km. Form came back on Friday'
day 2026-08-19; t half-marathon '8 km'; c 20:10 'Back from Cornwall, 8 km'
day 2026-08-22; t wound-care 'Notes on cards'; c 16:00 'Cards for module 1'
day 2026-08-29; t half-marathon '9 km'; c 12:15 'Nights again. The hill'
day 2026-08-31
cat >goals/move.md <<'EOF'
---
goal: Moved into the house in Kirkstall
success: everything of mine in one place, the deposit of the old flat back
origin: offer accepted by the landlady on 29 August
start: 2026-08-31
deadline: 2026-10-31
time:
  - 3h/week
  - 6h/week 2026-10-12..2026-10-31
constraints:
  - 1,100 GBP deposit in the old flat, and the agent is picky
---

A garden, and nobody drumming upstairs after a night shift.

## Milestones

- [ ] Notice given for the old flat id:notice due:2026-09-02 effort:1h
- [ ] Contract signed, deposit paid id:contract due:2026-09-13 effort:3h
- [ ] Van and Liam booked for 24 October id:van due:2026-09-20 effort:1h after:contract
  > Assumes: the van can be moved to another day for nothing until 10 October.
- [ ] Cleared out: ten bags to the charity shop or the tip id:clear due:2026-10-11 effort:6h progress:0/10
- [ ] Broadband on in the new house id:broadband due:2026-10-24 effort:1h wait:2-3w after:contract
- [ ] New address to payroll, bank, GP and the council id:address due:2026-10-18 effort:3h after:contract
- [ ] Packed: 35 boxes id:packed due:2026-10-23 effort:12h after:clear progress:0/35
- [ ] Moving day id:moving due:2026-10-24 effort:7h after:packed,van
- [ ] Old flat cleaned, holes filled id:clean due:2026-10-30 effort:6h after:moving
- [ ] Keys handed back to the agent id:keys due:2026-10-31 effort:1h after:clean fixed:yes
EOF
c 21:30 'We got the house'
day 2026-09-02; t move 'Notice given'; t half-marathon '10 km, flat'; t half-marathon '10 km without'; c 19:50 'Notice posted. 10 km!'
day 2026-09-05; t wound-care 'Quiz'; t wound-care 'Module 1'; c 15:20 'Module 1 quiz: 84 %'
day 2026-09-09; p half-marathon weekdays 11; t move 'Contract signed'; c 20:40 'Contract. 11 km since Monday'
day 2026-09-12; t half-marathon 'Long run of 14'; t move 'Van'; p half-marathon weekdays 20; c 13:30 '14 km, then the van'
day 2026-09-15; t wound-care 'Read, with'; c 20:30 'Module 2 read'
day 2026-09-19; t half-marathon 'Long run of 16'; t wound-care 'Notes on cards'; c 14:10 '16 km. Cards in the afternoon'
day 2026-09-20; e goals/wound-care.md '/id:module-2 /s/due:2026-09-13/due:2026-09-27/; /id:module-3 /s/due:2026-10-04/due:2026-10-11/'
e mm.md 's/^  - 2026-09-21.*$/&\
  - 2026-10-19..2026-10-25 50% nights/'
c 19:15 'New rota: nights from the 19th of October, of all weeks. Modules moved a bit'
day 2026-09-26; p half-marathon weekdays 28; c 17:00 'Nights, two extra shifts. 8 km and nothing else'
day 2026-09-30; p half-marathon weekdays 35; p move clear 2; c 18:30 'Two bags, 7 km'
day 2026-10-02; t wound-care 'Quiz'; t wound-care 'Module 2'; c 21:15 'Module 2 quiz: 81 % at the third go'
day 2026-10-04; p move clear 4; p half-marathon weekdays 42; c 18:05 'Two more bags and 7 km. No 18, shin is grumbling'
