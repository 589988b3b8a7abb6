"""Holds the work blocks that mm writes against the person's calendars, with another program's reading of both.

Usage: protected_hours.py MM FOLDER: a plan of three goals with a two-week trip, public holidays and weekly meetings across the
changes of the clock in two zones. No milestone lies on a day off, no block over an appointment or outside the hours, the blocks are
as long as the work, a second run changes no byte, and a new meeting moves only what it meets and what comes later.
Prints "skipped: REASON" where a package is missing, else "ok" as its last line.
"""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

mm, folder = sys.argv[1], Path(sys.argv[2])
try:
    import icalendar
    import recurring_ical_events
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(0)

BERLIN = ZoneInfo("Europe/Berlin")
environment = {
    "HOME": str(folder), "PATH": "/usr/bin:/bin", "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "MM_TODAY": "2026-09-20",
    "XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"), "COLUMNS": "100",
}
plans = folder / "plans"

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
FILES = {
    "mm.md": "---\ntime: [2h mon-fri 07:00-10:00, 4h sat 09:00-14:00]\nbuffer: 1w\ncalendars: [calendar/work.ics]\n"
             "holidays: [calendar/holidays.ics]\n---\n",
    "book.md": "---\ngoal: Publish 40,000 words\ndeadline: 2026-12-18\n---\n## Milestones\n"
               "- [ ] Research complete effort:14h\n- [ ] First half effort:26h after:research-complete\n"
               "- [ ] Second half effort:22h after:first-half\n- [ ] Readers have answered effort:1.3h after:second-half wait:10d\n",
    "exam.md": "---\ngoal: Pass the exam of 12 November\ndeadline: 2026-11-12\nbuffer: 0d\n---\n## Milestones\n"
               "- [ ] Notes on all chapters effort:9h\n- [ ] Mock exam effort:2.5h after:notes-on-all-chapters\n"
               "- [ ] Exam due:2026-11-12 fixed:yes effort:0h after:mock-exam\n",
    "site.md": "---\ngoal: A site with 3 case studies\ndeadline: 2027-01-29\ntime: 3h/week\n---\n## Milestones\n"
               "- [ ] Texts effort:7h\n- [ ] Online effort:6h after:texts\n",
    "calendar/holidays.ics": HEAD + "".join(
        f"BEGIN:VEVENT\r\nUID:h{day}\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Holiday\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
        for day in ("20261003", "20261031", "20261118", "20261225", "20261226", "20270101")) + "END:VCALENDAR\r\n",
    "calendar/work.ics": HEAD
    + "BEGIN:VEVENT\r\nUID:trip\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261026\r\nSUMMARY:Lisbon\r\nEND:VEVENT\r\n"
    + "BEGIN:VEVENT\r\nUID:team\r\nDTSTART;TZID=Europe/Berlin:20260901T080000\r\nDTEND;TZID=Europe/Berlin:20260901T091500\r\n"
      "RRULE:FREQ=WEEKLY;BYDAY=TU,TH\r\nEXDATE;TZID=Europe/Berlin:20261105T080000\r\nSUMMARY:Team\r\nEND:VEVENT\r\n"
    # At 3:00 in New York it is 9:00 in Berlin, and 8:00 in the week in which only one of them has changed its clock.
    + "BEGIN:VEVENT\r\nUID:call\r\nDTSTART;TZID=America/New_York:20260902T030000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY\r\n"
      "SUMMARY:Call\r\nEND:VEVENT\r\n"
    + "END:VCALENDAR\r\n",
}


def write(path, text):
    (plans / path).parent.mkdir(parents=True, exist_ok=True)
    (plans / path).write_text(text, newline="")


def run(*words):
    done = subprocess.run([mm, *words], env=environment, cwd=plans, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def instant(value):
    return value.astimezone(BERLIN) if isinstance(value, datetime.datetime) else datetime.datetime.combine(
        value, datetime.time(), BERLIN)


def appointments():
    found = []
    for name in ("work", "holidays"):
        calendar = icalendar.Calendar.from_ical((plans / f"calendar/{name}.ics").read_bytes())
        for event in recurring_ical_events.of(calendar).between((2026, 9, 1), (2027, 6, 1)):
            found.append((instant(event.start), instant(event.end)))
    return found


def read():
    """Blocks by uid, and milestones by name with their day."""
    blocks, milestones = {}, {}
    for event in icalendar.Calendar.from_ical((plans / "goals.ics").read_bytes()).walk("VEVENT"):
        summary = str(event["SUMMARY"])
        if summary.startswith("Work on "):
            blocks[str(event["UID"])] = (instant(event.start), instant(event.end), summary)
        elif not isinstance(event.start, datetime.datetime):
            milestones[summary] = event.start
    return blocks, milestones


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def judge(blocks, milestones):
    busy = appointments()
    assert len(busy) > 100
    days_off = [event for event in busy if event[1] - event[0] >= datetime.timedelta(hours=23)]
    for name, day in milestones.items():
        day = (instant(day), instant(day + datetime.timedelta(days=1)))
        assert not any(overlap(day, event) for event in days_off), f"{name} on a day off: {day[0]:%d %b}"
    laid = sorted(blocks.values())
    for block, following in zip(laid, laid[1:]):
        assert block[1] <= following[0], (block, following)
    for start, end, summary in laid:
        assert not any(overlap((start, end), event) for event in busy), f"over an appointment: {start} {summary}"
        assert start.minute % 5 == 0 and datetime.timedelta(minutes=5) <= end - start <= datetime.timedelta(hours=3)
        first, last = (9, 14) if start.weekday() == 5 else (7, 10)
        assert start.weekday() < 6 and start.hour >= first and (end.hour, end.minute) <= (last, 0), (start, end)
    for goal in json.loads(run("export"))["goals"]:
        for milestone in goal["milestones"]:
            needed = -(-milestone["remaining_minutes"] // 5) * 5
            mine = [end - start for start, end, summary in laid if summary == f"Work on {milestone['title']} ({goal['id']})"]
            total = sum(mine, datetime.timedelta()) // datetime.timedelta(minutes=1)
            assert total == needed, f"{milestone['name']}: {total} minutes in blocks, {needed} needed"


for path, text in FILES.items():
    write(path, text)
run("schedule", "--write")
run("calendar", "--write", "goals.ics", "--blocks")
blocks, milestones = read()
assert len(milestones) == 9 and len(blocks) > 30, (len(milestones), len(blocks))
judge(blocks, milestones)

before = (plans / "goals.ics").read_bytes()
run("calendar", "--write", "goals.ics", "--blocks")
assert (plans / "goals.ics").read_bytes() == before, "a second run changes bytes"

for number in (0, len(blocks) // 3, len(blocks) // 2):
    start, end, _ = sorted(blocks.values())[number]
    utc = [time.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ") for time in (start, end)]
    meeting = f"BEGIN:VEVENT\r\nUID:new{number}\r\nDTSTART:{utc[0]}\r\nDTEND:{utc[1]}\r\nSUMMARY:New\r\nEND:VEVENT\r\n"
    write("calendar/work.ics", (plans / "calendar/work.ics").read_text().replace("\n", "\r\n").replace("END:VCALENDAR", meeting + "END:VCALENDAR"))
    run("calendar", "--write", "goals.ics", "--blocks")
    new_blocks, milestones = read()
    judge(new_blocks, milestones)
    moved = {uid for uid in blocks.keys() | new_blocks.keys() if blocks.get(uid) != new_blocks.get(uid)}
    for uid in moved & blocks.keys():
        assert overlap(blocks[uid], (start, end)) or blocks[uid][0] >= start, f"{blocks[uid]} lies before the meeting"
    print(f"a meeting on {start:%d %b}: {len(moved)} of {len(blocks)} blocks moved")
    assert len(moved) <= 14, [(blocks.get(uid), new_blocks.get(uid)) for uid in moved]
    blocks = new_blocks
print("ok")
