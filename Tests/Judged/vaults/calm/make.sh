#!/bin/sh
# make.sh DIR: the plans of somebody with two goals and time, up to Sunday 2027-05-09
. "$(dirname "$0")/../history.sh"

WHO='Ruth Amsel' MAIL='ruth@example.org' Z=+0000

cat >mm.md <<'EOF'
---
time: 7h/week
buffer: 1w
zone: Europe/London
off:
  - 2027-03-26..2027-04-02 Easter with the grandchildren
---

# Ruth's plans

Two things, and no hurry. Since February I work three days a week.
EOF

cat >goals/family-book.md <<'EOF'
---
goal: A book of forty pages about our family, printed for Mother's 80th birthday
success: eight copies, one of them in her hands on 26 June
origin: three shoeboxes of photographs, a family tree on wallpaper
start: 2027-03-01
deadline: 2027-06-26
time: 4h/week
priority: 1
buffer: 1w
constraints:
  - 220 GBP for the printing
  - she must not find out
---

## Milestones

- [ ] Photographs sorted, sixty scanned id:photos due:2027-03-21 effort:7h
  - [ ] Sort the shoeboxes effort:3h
  - [ ] Scan the best sixty effort:4h
- [ ] Uncle Walter and Aunt Inge asked, on tape id:talks due:2027-04-11 effort:4h
  - [ ] Walter, in Kendal effort:2h
  - [ ] Inge, by telephone effort:2h
- [ ] Forty pages written id:pages due:2027-05-23 effort:20h after:photos progress:0/40
  - [ ] The mill
  - [ ] The war years
  - [ ] The move to Kendal
  - [ ] All of us
- [ ] Greetings from the five grandchildren id:greetings due:2027-05-23 effort:1h wait:2-3w optional:yes
- [ ] Laid out, with captions id:layout due:2027-05-30 effort:4h after:pages
- [ ] Read by Judith, who finds every comma id:judith due:2027-06-06 effort:1h after:layout wait:5d
- [ ] Printed and delivered id:printed due:2027-06-18 effort:1h after:judith wait:8-10d
- [ ] The birthday id:birthday due:2027-06-26 effort:1h after:printed fixed:yes
EOF

cat >goals/lake.md <<'EOF'
---
goal: Swim two kilometres in the lake, at the Coniston swim
success: out of the water on my own feet
origin: 600 metres in the pool, with a rest at every end
start: 2027-03-01
deadline: 2027-07-17
time: 3h/week
buffer: 0d
obstacles:
  - cold water, the first two minutes
---

## Milestones

- [ ] 800 metres in the pool without a stop id:m800 due:2027-04-04 effort:9h
- [ ] 1,200 metres without a stop id:m1200 due:2027-05-21 effort:9h after:m800
- [ ] Wetsuit borrowed from Carol and tried on id:wetsuit due:2027-05-09 effort:1h
- [ ] Three swims in the lake, never alone id:lake due:2027-06-13 effort:4h after:m1200,wetsuit start:2027-05-22 progress:0/3
- [ ] 1,600 metres in the lake id:m1600 due:2027-06-27 effort:3h after:lake
- [ ] Two quiet weeks, short swims id:quiet due:2027-07-15 effort:2h after:m1600
- [ ] Coniston, Saturday at ten id:coniston due:2027-07-17 effort:2h after:quiet fixed:yes
EOF
day 2027-02-28; c 17:30 'Two plans'

day 2027-03-04; t family-book 'Sort the'; c 15:10 'Three boxes, four heaps'
day 2027-03-07
e goals/lake.md '/id:m800 /s/$/\
  - [ ] Week of three swims effort:3h\
  - [ ] Another one effort:3h\
  - [ ] 800 without a stop effort:3h/'
t lake 'Week of'; c 16:40 'Swam three times'
day 2027-03-12; t family-book 'Scan'; t family-book 'Photographs'; c 18:00 'Sixty scans, including the goat'
day 2027-03-18; t family-book 'Walter'; c 20:15 'An afternoon with Walter. He cried, then we had cake'
day 2027-03-21; t lake 'Another'; p family-book pages 2; c 17:00 'Swims, and two pages'
day 2027-04-04; p family-book pages 4; c 17:20 'Back from Easter. Pages 3 and 4'
day 2027-04-08 +0100; t lake '800 without'; t lake '800 metres'; c 12:30 '800! In one go'
day 2027-04-11; t family-book 'Inge'; t family-book 'Uncle Walter'; p family-book pages 9; t family-book 'The mill'; c 16:00 'Inge talked for two hours. Five pages out of it'
day 2027-04-15; e goals/family-book.md '/id:greetings /s/$/ waiting:2027-04-15/'; c 19:00 'Wrote to the grandchildren'
day 2027-04-18; p family-book pages 14; t family-book 'The war'
e goals/lake.md '/id:m1200 /s/$/\
  - [ ] 900 effort:2h\
  - [ ] 1,000 effort:2h\
  - [ ] 1,100 effort:2h\
  - [ ] 1,200 effort:3h/'
c 17:10 'Fourteen pages. The war years are written'
day 2027-04-22; t lake '900'; c 12:40 '900 metres'
day 2027-04-25; p family-book pages 18; c 16:30 'A cold, four pages with tea'
day 2027-04-30; t lake '1,000'; c 12:45 'One kilometre'
day 2027-05-02; p family-book pages 26; c 17:15 'Twenty-six pages'
day 2027-05-05; t family-book 'Greetings'; p family-book pages 29; c 18:50 'All five greetings are in. Noah drew the goat'
day 2027-05-06; t lake '1,100'; c 12:35 '1,100'
day 2027-05-08; t lake 'Wetsuit'; c 15:00 'Carol'"'"'s wetsuit fits, more or less'
day 2027-05-09; p family-book pages 33; t family-book 'The move'; c 17:05 'Thirty-three pages, Kendal is done'
