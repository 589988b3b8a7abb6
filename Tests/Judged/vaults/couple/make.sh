#!/bin/sh
# make.sh DIR: the plans of a couple, up to Sunday 2027-02-07
. "$(dirname "$0")/../history.sh"

WHO='Ciara and Tom' MAIL='home@example.org' Z=+0000

cat >mm.md <<'EOF'
---
time:
  - 1.5h tue thu 19:30-21:00
  - 3h sat
  - 2h sun
zone: Europe/Dublin
buffer: 1w
off:
  - 2026-12-24..2027-01-03 Christmas
  - 2027-03-17..2027-03-21 hen and stag
---

# Ciara and Tom

Eight hours a week for the two of us. If it isn't in here it isn't happening before June.
EOF

cat >goals/wedding.md <<'EOF'
---
goal: Get married on 5 June at Ballinacurra
success: married, fed, danced, nobody crying for the wrong reason
origin: a ring and a date
start: 2026-11-16
deadline: 2027-06-05
time: 4h/week
priority: 1
buffer: 0d
constraints:
  - 14,000 EUR
  - no more than 90 people, the room is full then
---

## Milestones

- [ ] Venue booked, deposit paid id:venue due:2026-11-29 effort:6h
- [ ] Guest list id:guests due:2026-12-06 effort:4h
- [ ] Save-the-dates out id:save-dates due:2026-12-20 effort:3h after:venue,guests
- [ ] Photographer booked id:photos due:2027-01-17 effort:4h after:venue
- [ ] Menu tasting at the venue, Wednesday at seven id:tasting due:2027-02-03 effort:3h after:venue fixed:yes
- [ ] Menu and wine chosen, the venue told id:menu due:2027-02-21 effort:2h after:tasting
- [ ] Notice of marriage, appointment at the registry office id:notice due:2027-03-02 effort:3h fixed:yes
  > Why: three months before the day, or we aren't married. Birth certificates, passports, 200 EUR.
- [ ] 46 invitations out id:invitations due:2027-02-28 effort:8h after:guests
  - [ ] Words and drawing effort:3h
  - [ ] Printed effort:1h
  - [ ] Addresses written by hand effort:4h
- [ ] Dress altered id:dress due:2027-05-22 effort:8h wait:8-10w
  - [ ] First shop, with Aoibhinn effort:3h
  - [ ] Second shop effort:3h
  - [ ] Ordered effort:2h
- [ ] Suit id:suit due:2027-05-15 effort:4h wait:3w
- [ ] Band booked id:band due:2027-01-31 effort:4h after:venue
- [ ] String trio for the ceremony id:trio due:2027-02-28 effort:2h optional:yes
- [ ] Answers in id:answers due:2027-04-18 effort:1h after:invitations wait:5-6w
- [ ] Tables planned, numbers to the venue id:tables due:2027-05-16 effort:5h after:answers,menu
- [ ] The day id:day due:2027-06-05 effort:2h after:tables,notice,dress,suit fixed:yes
EOF

cat >goals/savings.md <<'EOF'
---
goal: 9,000 EUR in the wedding account
success: 9,000 on the statement
origin: 3,100 EUR
start: 2026-11-16
deadline: 2027-03-31
time: none
progress: 3100>3100/9000 EUR
---

## Milestones

- [ ] Standing order, 900 on the 5th of every month id:order due:2026-11-30
- [ ] 5,000 id:five due:2026-12-31 after:order
- [ ] Tom's motorbike sold id:bike due:2027-02-28
- [ ] 7,000 id:seven due:2027-02-15 after:five
- [ ] 9,000 id:nine due:2027-03-31 after:seven,bike
EOF
day 2026-11-15; c 20:40 'Right. A plan'

day 2026-11-19; t savings 'Standing'; c 21:05 'Standing order is set up'
day 2026-11-28; t wedding 'Venue'; c 16:30 'Ballinacurra is ours'
day 2026-12-03; e goals/wedding.md 's/^- \[ \] Guest list .*$/&\
  - [ ] His effort:2h\
  - [ ] Hers effort:2h/'; t wedding 'His'; c 20:50 'Tom has 41 people. Forty-one'
day 2026-12-06; t wedding 'Hers'; t wedding 'Guest list'; e goals/savings.md 's/3100>3100/3100>4300/'
cat >goals/kitchen.md <<'EOF'
---
goal: The kitchen renovated before the house is full of family
success: cook, sink and lights work, nobody sees a box
origin: a kitchen from 1988, one working ring
start: 2026-12-07
deadline: 2027-05-16
time: 4h/week
constraints:
  - 15,500 EUR, from the other account
  - fitters only have the week of 12 April, then nothing until July
obstacles:
  - the bathroom took twice as long because nobody had asked the electrician
---

## Milestones

- [ ] Measured and drawn id:drawn due:2026-12-20 effort:6h
- [ ] Three quotes compared id:quotes due:2027-01-10 effort:5h after:drawn
- [ ] Cabinets delivered id:cabinets due:2027-03-20 effort:2h after:quotes wait:8-9w
- [ ] Electrician and plumber booked id:trades due:2027-01-31 effort:2h after:drawn wait:3-5w
  > Forgotten: last time we rang them in the week that we needed them.
- [ ] Old kitchen out, wall down id:out due:2027-03-28 effort:14h after:cabinets,trades
  > Why: nothing comes off the wall before the new one stands in the garage.
- [ ] Pipes and cables in the walls id:first-fix due:2027-04-04 effort:3h after:out,trades
- [ ] Floor laid id:floor due:2027-04-11 effort:12h after:first-fix
- [ ] The fitters' week id:fitters due:2027-04-16 effort:4h after:floor,cabinets fixed:yes
- [ ] Worktop measured and delivered id:worktop due:2027-05-08 effort:2h after:fitters wait:3w
- [ ] Painted id:painted due:2027-05-09 effort:8h after:fitters
- [ ] Tiles behind the cooker id:tiles due:2027-05-16 effort:8h after:worktop optional:yes
EOF
c 18:20 '84 people. And the kitchen, before they all come'
day 2026-12-12; e goals/kitchen.md 's/^- \[ \] Measured .*$/&\
  - [ ] Measured effort:2h\
  - [ ] Drawn effort:4h/'; t kitchen 'Measured effort'; c 14:20 'Measured twice'
day 2026-12-19; t wedding 'Save-the'; t kitchen 'Drawn'; t kitchen 'Measured and'; c 17:10 'Save-the-dates posted, kitchen drawn'
day 2026-12-22; e goals/savings.md 's/3100>4300/3100>5200/'; t savings '5,000'; c 20:30 '5,200 with the Christmas bonus'
day 2027-01-09; t kitchen 'Three'; c 15:45 'Quotes: 9,400, 11,200, 15,000. The first one'
day 2027-01-14; e goals/savings.md 's/3100>5200/3100>6400/'; c 21:00 'January money'
day 2027-01-16; t wedding 'Photographer'; e goals/kitchen.md '/id:cabinets /s/$/ waiting:2027-01-16/'; c 16:10 'Photographer booked, cabinets ordered'
day 2027-01-21; t wedding 'Words'; c 20:55 'The invitation has a heron on it'
day 2027-01-23; t wedding 'First shop'; c 16:40 'First shop. No'
day 2027-01-30; e goals/savings.md 's/3100>6400/3100>7200/'; t savings '7,000'
e goals/wedding.md 's/^- \[ \] Band booked .*$/&\
  - [ ] Listen to four effort:3h\
  - [ ] Sign with one effort:1h/'; t wedding 'Listen'; c 17:30 'Four bands, one argument. 7,200'
day 2027-02-02; t wedding 'Printed'; c 20:40 'Invitations printed'
day 2027-02-05; t savings 'Tom'"'"'s motorbike'; e goals/savings.md 's/3100>7200/3100>9150/'; t savings '9,000'; c 21:15 'Bike sold for 1,050, and February money. 9,150!'
day 2027-02-06; t wedding 'Second shop'; c 17:20 'Second shop. Yes! Not ordered yet, we sleep on it'
day 2027-02-07; t wedding 'Sign'; t wedding 'Band'; c 18:40 'The band is signed'
