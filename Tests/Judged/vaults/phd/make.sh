#!/bin/sh
# make.sh DIR: the plans of a PhD student, up to Sunday 2027-03-14
. "$(dirname "$0")/../history.sh"

WHO='Hannah Okafor' MAIL='hannah@example.org' Z=+0000

cat >mm.md <<'EOF'
---
time:
  - 2h mon-fri 09:00-11:00
  - 3h sat 09:00-12:00
zone: Europe/London
buffer: 1w
off:
  - 2026-12-21..2027-01-03 Christmas in Leicester
---

# Hannah, year four

Mornings belong to the thesis and what hangs on it. Afternoons are tutorials, marking, the archive and the shop. Funding ends on
30 September 2027, and I would like to be finished before the money is.
EOF

cat >goals/chapter-3.md <<'EOF'
---
goal: Chapter 3, "Whose water?", revised after Professor Lindqvist's comments
success: 12,000 words and five figures in the thesis folder, with her yes
origin: 140 letters photographed, none of them read properly; an outline of two pages
start: 2026-11-23
deadline: 2027-04-11
time: 2h mon-fri 09:00-11:00
priority: 1
constraints:
  - Lindqvist reads slowly and does not read fragments
obstacles:
  - chapter 2 took eleven months because I kept going back to the archive
---

The chapter about the petitions, and about who got to say what counted as a flood.

## Milestones

- [ ] 140 petition letters read and coded id:letters due:2026-12-13 effort:26-34h progress:0/140
  - [ ] Box 1, 1853 and 1854
  - [ ] Box 2, 1855
  - [ ] Box 3, 1856
  - [ ] Box 4, 1857 and 1858
- [ ] Section 1, the drainage acts, 3,000 words id:section-1 due:2027-01-10 effort:18-22h after:letters progress:0/3000
  - [ ] The act of 1846
  - [ ] The act of 1851
  - [ ] The commissioners and their friends
- [ ] Section 2, the petitioners, 3,500 words id:section-2 due:2027-01-31 effort:22-26h after:letters progress:0/3500
  - [ ] Who signed
  - [ ] What they asked for
  - [ ] What they got
  > Stall: this is where I go back to the archive. Everything I need is in the folder.
- [ ] Section 3, the engineers answer, 3,500 words id:section-3 due:2027-02-14 effort:22-26h after:section-2 progress:0/3500
  - [ ] The report of 1857
  - [ ] Brandt against the board
  - [ ] The inquiry
- [ ] Section 4 and the end, 2,000 words id:section-4 due:2027-02-28 effort:10-14h after:section-3 progress:0/2000
- [ ] Figures id:figures due:2027-02-28 effort:10h
  - [ ] Map of the 1858 drains effort:2h
  - [ ] Map of the flooded parishes effort:2h
  - [ ] Table of petitions by parish effort:2h
  - [ ] Photograph of the Brandt letter, with permission effort:2h
  - [ ] Timeline of the acts effort:2h optional:yes
- [ ] Draft read by Lindqvist id:comments due:2027-03-24 effort:2h after:section-1,section-4,figures wait:2-3w
- [ ] Comments worked in id:revised due:2027-04-04 effort:14h after:comments
EOF

cat >goals/talk.md <<'EOF'
---
goal: A talk of twenty minutes at the water history conference in Utrecht
success: given, in time, and one good question that I can't answer
origin: a poster, once
start: 2026-11-23
deadline: 2027-04-16
time: 3h/week 2027-02-01..2027-04-16
constraints:
  - 350 GBP from the school, the rest from the travel grant or from me
---

## Milestones

- [ ] Abstract sent and accepted id:abstract due:2027-02-05 effort:6h wait:7-8w
- [ ] Travel grant id:grant due:2027-03-26 effort:3h after:abstract wait:4-5w
- [ ] Outline on one page id:outline due:2027-02-28 effort:4h after:abstract
- [ ] Train and room booked id:travel due:2027-03-19 effort:1h after:abstract
- [ ] Script, 2,600 words id:script due:2027-03-28 effort:7h after:outline,chapter-3/section-3 progress:0/2600
  > Why: the talk is section 3. Without it I'd be talking about a plan.
- [ ] Fifteen slides id:slides due:2027-04-04 effort:6h after:outline progress:0/15
- [ ] Rehearsed twice, once in front of the reading group id:rehearsed due:2027-04-12 effort:3h after:script,slides
- [ ] Utrecht, Friday, panel 6 id:utrecht due:2027-04-16 effort:1h after:rehearsed,travel fixed:yes
EOF
day 2026-11-22; c 18:40 'Chapter 3 and Utrecht'

day 2026-11-25; p chapter-3 letters 16; c 12:10 'Letters 1 to 16'
day 2026-11-28; p chapter-3 letters 34; t chapter-3 'Box 1'; c 12:05 '34 letters. The handwriting gets easier'
day 2026-12-04; p chapter-3 letters 60; t chapter-3 'Box 2'
e goals/talk.md 's/ effort:6h wait:7-8w$/ effort:6h wait:7-8w waiting:2026-12-04/'; c 16:50 'Abstract sent, an hour before the deadline. 60 letters'
day 2026-12-09; p chapter-3 letters 78; c 12:20 '78 letters'
day 2026-12-12; p chapter-3 letters 96; t chapter-3 'Box 3'; c 12:00 '96'
day 2026-12-16; p chapter-3 letters 121; c 12:30 '121. The Brandt letter!'
day 2026-12-18; p chapter-3 letters 140; t chapter-3 'Box 4'; t chapter-3 '140 petition'; c 13:00 'All 140 coded. Home on Monday'
day 2027-01-06; p chapter-3 section-1 400; c 12:15 'First 400 words of section 1'
day 2027-01-09; p chapter-3 section-1 900; t chapter-3 'The act of 1846'; c 12:10 '900'
day 2027-01-17; e mm.md 's/^  - 2026-12-21.*$/&\
  - 2027-01-11..2027-01-16 flu/'; c 19:30 'Flu. A week of nothing'
day 2027-01-20; p chapter-3 section-1 1300; c 12:05 'Section 1: 1,300'
day 2027-01-23; p chapter-3 section-1 1800; t chapter-3 'The act of 1851'; c 11:50 '1,800'
day 2027-01-27; p chapter-3 section-1 2500; c 12:15 '2,500, the acts are dull and so am I'
day 2027-01-29; p chapter-3 section-1 3000; t chapter-3 'The commissioners'; t chapter-3 'Section 1'; t talk 'Abstract sent' 2027-01-28; c 12:40 'Section 1 there. And Utrecht said yes'
day 2027-02-03; p chapter-3 section-2 600; c 12:20 'Section 2 begun'
day 2027-02-06; p chapter-3 section-2 1100; t chapter-3 'Who signed'; c 12:00 '1,100'
day 2027-02-11; p chapter-3 section-2 1900; t chapter-3 'What they asked'; c 12:10 '1,900'
day 2027-02-13; e goals/talk.md 's/ after:abstract wait:4-5w$/ after:abstract wait:4-5w waiting:2027-02-13/'; c 11:40 'Travel grant sent off'
day 2027-02-15
cat >goals/teaching-job.md <<'EOF'
---
goal: Apply for the half-time teaching post in Stirling
success: complete application in before the portal closes
origin: the advert, and a CV from 2023
start: 2027-02-15
deadline: 2027-03-26
time: 4h/week
buffer: 2d
constraints:
  - two referees, who send their letters themselves and want ten days
---

Two and a half days a week from September, for three years. It would pay the rent while the thesis becomes a book.

## Milestones

- [ ] Advert taken apart, line by line id:advert due:2027-02-21 effort:2h
- [ ] CV on two pages id:cv due:2027-03-01 effort:4h after:advert
  - [ ] Teaching, with numbers effort:2h
  - [ ] Everything else, shorter effort:2h
- [ ] Two referees asked, letters in id:referees due:2027-03-25 effort:1h after:cv wait:10d
  > Forgotten: they want the CV and the advert, not just a nice mail.
- [ ] Teaching statement, 1,000 words id:statement due:2027-03-14 effort:6h after:advert progress:0/1000
- [ ] Syllabus for one course, ten weeks id:syllabus due:2027-03-21 effort:6h after:advert
- [ ] Read by Callum, who sat on two panels id:callum due:2027-03-23 effort:1h after:statement,syllabus optional:yes
- [ ] Sent, portal closes at noon id:sent due:2027-03-26 effort:2h after:cv,statement,syllabus,referees fixed:yes
EOF
c 20:30 'Stirling is looking for somebody. Half time!'
day 2027-02-18; t teaching-job 'Advert'; c 17:15 'Advert on four cards'
day 2027-02-20; p chapter-3 section-2 2200; c 12:00 'Marking all week, 300 words'
day 2027-02-24; p chapter-3 section-2 2900; t teaching-job 'Teaching, with'; c 12:30 '2,900. Half a CV'
day 2027-02-27; p chapter-3 section-2 3500; t chapter-3 'What they got'; t chapter-3 'Section 2'; c 12:20 'Section 2 there. A month late, but it is good'
day 2027-03-03; p chapter-3 section-3 500; t teaching-job 'Everything else'; t teaching-job 'CV on'; c 12:10 'CV. Section 3 begun'
day 2027-03-06; p chapter-3 section-3 900; t chapter-3 'The report'; t talk 'Outline'; c 12:05 'Outline of the talk, 900 words of section 3'
day 2027-03-10; p chapter-3 section-3 1400; c 12:25 'Section 3: 1,400'
day 2027-03-13; p teaching-job statement 350; t chapter-3 'Map of the 1858'; c 12:15 '350 words of the statement, and the drains have a map'
day 2027-03-14; e goals/teaching-job.md '/id:statement /s/due:2027-03-14/due:2027-03-18/'; c 18:30 'Statement: Thursday, then'
