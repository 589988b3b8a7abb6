#!/bin/sh
# make.sh DIR: the plans of a freelancer, up to Sunday 2026-09-20
. "$(dirname "$0")/../history.sh"

WHO='Jess Whitlock' MAIL='jess@example.org' Z=+0100

cat >mm.md <<'EOF'
---
time:
  - 2h mon-fri 07:30-09:30
  - 4h sat 10:00-14:00
buffer: 3d
zone: Europe/London
off:
  - 2026-08-08..2026-08-16 Puglia
---

# Jess, everything that isn't client work

Two hours before the first call, and Saturday until two. Fourteen hours a week, on paper.
EOF

cat >goals/website.md <<'EOF'
---
goal: A portfolio site that I'm not ashamed to send
success: live, six case studies, and the old one switched off
origin: a site from 2019 with two projects, one of them for a company that no longer exists
start: 2026-06-15
deadline: 2026-10-15
time: 4h/week
---

## Milestones

- [ ] Start page: structure and words id:start-page due:2026-07-04 effort:6h
- [ ] Theme bought and set up id:theme due:2026-07-12 effort:5h
- [ ] Six case studies written id:cases due:2026-09-13 effort:30h progress:0/6
  - [ ] City library
  - [ ] Museum tickets
  - [ ] Tandem
  - [ ] The bank
  - [ ] Harbour app
  - [ ] Bike repair
  > Stall: I polish the first one instead of starting the third.
- [ ] Clients say yes to names and logos id:consent due:2026-09-30 effort:2h wait:2-3w
- [ ] New portrait id:portrait due:2026-09-30 effort:2h wait:1w
- [ ] Five testimonials id:quotes due:2026-10-04 effort:3h wait:1-2w optional:yes
- [ ] Old blog posts moved id:blog due:2026-10-10 effort:4h after:theme optional:yes
- [ ] Live id:live due:2026-10-12 effort:4h after:start-page,cases,consent,portrait
EOF

cat >goals/italian.md <<'EOF'
---
goal: Pass the Italian B1 exam
success: the certificate
origin: A2, from an evening class and a lot of menus
start: 2026-06-15
deadline: 2026-12-05
time: 3h/week
obstacles:
  - I understand everything and say nothing
---

Luca's grandmother is 91 and doesn't do English.

## Milestones

- [ ] Placement test id:placement due:2026-06-21 effort:1h
- [ ] Textbook, 20 units id:units due:2026-11-15 effort:50h after:placement progress:0/20
  - [ ] Units 1 to 5
  - [ ] Units 6 to 10
  - [ ] Units 11 to 15
  - [ ] Units 16 to 20
- [ ] Twelve lessons with Chiara, talking only id:lessons due:2026-11-28 effort:14h progress:0/12
  - [ ] The first one
  - [ ] Lessons 2 and 3
  - [ ] Lessons 4 to 8
  - [ ] Lessons 9 to 12, like the exam
- [ ] 1,200 words on cards id:cards due:2026-11-22 effort:15h progress:0/1200
- [ ] Registered for the exam, 145 GBP id:registered due:2026-10-16 effort:1h fixed:yes
- [ ] Two mock exams id:mocks due:2026-11-29 effort:6h after:units
- [ ] Exam day id:exam due:2026-12-05 effort:4h after:mocks,registered fixed:yes
EOF

cat >goals/tax.md <<'EOF'
---
goal: No tax return outstanding
success: 2024/25 and 2025/26 filed, what I owe paid or in instalments
origin: two years not filed, three brown envelopes, one of them open
start: 2026-06-22
deadline: 2026-11-30
time: 3h/week
priority: 1
constraints:
  - Farah does the returns, 600 GBP for both, if she gets clean figures
obstacles:
  - I would rather dig a hole
---

## Milestones

- [ ] Letters opened, login found, penalties on a list id:letters due:2026-07-05 effort:3h
- [ ] Receipts of 2024/25, twelve months id:receipts-24 due:2026-08-30 effort:12h after:letters progress:0/12
  - [ ] April to June
  - [ ] July to September
  - [ ] October to December
  - [ ] January to March
- [ ] 2024/25 filed by Farah id:filed-24 due:2026-10-09 effort:3h after:receipts-24 wait:3w
- [ ] Receipts of 2025/26, twelve months id:receipts-25 due:2026-10-11 effort:10h after:receipts-24 progress:0/12
- [ ] 2025/26 filed by Farah id:filed-25 due:2026-11-15 effort:3h after:receipts-25 wait:3w
- [ ] Instalments agreed id:instalments due:2026-11-27 effort:2h after:filed-24,filed-25
EOF
day 2026-06-14; c 21:10 'Half-year list: site, Italian, tax'

day 2026-06-18; t italian 'Placement'; c 09:25 'A2, "molto motivata"'
day 2026-06-20; p italian units 1; p italian cards 60; c 13:40 'Unit 1'
day 2026-06-26; p italian units 2; p italian lessons 1; t italian 'The first one'; c 09:30 'Unit 2, first lesson. I said four sentences'
day 2026-06-28
cat >goals/course.md <<'EOF'
---
goal: Six sessions "Research without researchers" for the product managers at Tandem
success: all six held, and they book the spring cohort
origin: a signed offer, half of the fee paid, my talk from last year
start: 2026-06-29
deadline: 2026-11-24
time: 5h/week
priority: 1
constraints:
  - sessions on Tuesdays, 20 October to 24 November
  - 4,800 GBP, the other half after session 6
---

## Milestones

- [ ] Outline agreed with Tandem id:outline due:2026-07-19 effort:6h wait:1w
- [ ] Session 1: slides and exercises id:session-1 due:2026-08-02 effort:9h after:outline
- [ ] Session 2: slides and exercises id:session-2 due:2026-08-23 effort:9h after:session-1
- [ ] Session 3: slides and exercises id:session-3 due:2026-09-06 effort:9h after:session-2
  - [ ] Exercise: five bad questions effort:3h
  - [ ] Slides effort:4h
  - [ ] Handout effort:2h
- [ ] Session 4: slides and exercises id:session-4 due:2026-09-20 effort:9h after:session-3
- [ ] Session 5: slides and exercises id:session-5 due:2026-10-04 effort:9h after:session-4
- [ ] Session 6: slides and exercises id:session-6 due:2026-10-18 effort:9h after:session-5
- [ ] Workbook, 30 pages id:workbook due:2026-10-16 effort:12h progress:0/30
- [ ] Tandem looks at sessions 1 to 3 id:look due:2026-10-13 effort:2h after:session-3 wait:1-2w
- [ ] Trial run with Priya and Sam id:trial due:2026-10-17 effort:3h after:session-1,session-2 optional:yes
- [ ] First session held id:first due:2026-10-20 effort:3h after:session-1,look,workbook fixed:yes
- [ ] Sessions 2 to 6 held id:held due:2026-11-24 effort:10h after:first,session-6 fixed:yes
EOF
c 20:00 'Tandem signed. Yes!'
day 2026-07-02; t tax 'Letters opened'; c 09:20 'All three envelopes. 1,340 GBP so far'
day 2026-07-03; t website 'Start page'; c 09:30 'Start page reads like me'
day 2026-07-05
cat >goals/shed.md <<'EOF'
---
goal: A shed in the garden, dry before winter
success: bikes in, rain out
origin: a patch of nettles, 3 by 2 metres
start: 2026-07-06
deadline: 2026-10-31
time: 4h sat
priority: 3
constraints:
  - 1,200 GBP
  - Luca helps on Saturdays, not in the week
---

## Milestones

- [ ] Drawn, list of wood id:drawn due:2026-07-19 effort:4h
- [ ] Base dug, slabs laid id:base due:2026-08-23 effort:10h after:drawn
- [ ] Timber delivered id:timber due:2026-09-20 effort:1h after:drawn wait:2w
- [ ] Frame and walls up id:walls due:2026-10-04 effort:16h after:base,timber
- [ ] Roof on, felted id:roof due:2026-10-17 effort:9h after:walls
- [ ] Door and window id:door due:2026-10-24 effort:5h after:walls
- [ ] Painted id:paint due:2026-10-31 effort:5h after:roof,door optional:yes
EOF
c 18:30 'And a shed'
day 2026-07-08; e goals/course.md 's/ effort:6h wait:1w$/ effort:6h wait:1w waiting:2026-07-08/'; c 09:35 'Outline sent to Tandem'
day 2026-07-11; t shed 'Drawn'; p italian units 3; c 14:10 'Shed on squared paper, unit 3'
day 2026-07-14; t website 'Theme'; c 21:00 'Theme is up'
day 2026-07-17; t course 'Outline' 2026-07-16; p italian lessons 2; p italian cards 150; p tax receipts-24 2; c 09:30 'Tandem likes the outline. Two months of receipts'
day 2026-07-24; p website cases 1; t website 'City library'; p italian units 4; c 09:40 'First case study, after the third rewrite'
day 2026-07-31; p italian cards 230; c 09:15 'Client deadline ate the week'
day 2026-08-02; t course 'Session 1'; c 17:00 'Session 1 done, on a Sunday'
day 2026-08-06; p tax receipts-24 4; t tax 'April to June'; p italian units 5; t italian 'Units 1 to 5'; c 09:25 'Receipts: four months. Unit 5'
day 2026-08-20; p italian lessons 3; t italian 'Lessons 2 and 3'; p italian units 6; p italian cards 320; c 09:20 'Puglia helped. Lesson 3, unit 6'
day 2026-08-22; p tax receipts-24 5; c 13:50 'Another month of receipts'
day 2026-08-29; t shed 'Base'; c 16:20 'Slabs are level. My back is not'
day 2026-09-04; t course 'Session 2: slides'; p tax receipts-24 6; t tax 'July to September'; c 09:30 'Session 2, two weeks late'
day 2026-09-08; p website cases 2; t website 'Museum tickets'; e goals/website.md '/id:consent /s/$/ waiting:2026-09-08/'; c 09:25 'Second case study. Asked everybody for their logo'
day 2026-09-12; e goals/shed.md '/id:timber /s/$/ waiting:2026-09-12/'; p italian units 7; p course workbook 4; c 14:05 'Timber ordered, two weeks. Unit 7'
day 2026-09-17; t course 'Exercise'; p course workbook 8; c 09:30 'Bad questions are fun. Workbook: 8 pages'
day 2026-09-20; p tax receipts-24 7; p italian cards 410; c 19:20 'October receipts sorted, 90 cards. This does not add up, does it'
