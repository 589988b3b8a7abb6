"""Real calendar programs read what mm writes, and give back what a person moves there.

Usage: clients.py MM FOLDER: khal lists the folder of events, vdirsyncer takes it to a Radicale server on this machine and back,
python-icalendar and libical read every event, and an event that is moved on the server comes back as a proposal.
Everything lies in FOLDER, which is new. Prints "skipped: REASON" where a program is missing, else "ok" as its last line.
"""

import ctypes
import ctypes.util
import datetime
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

mm, folder = sys.argv[1], Path(sys.argv[2])
programs = Path(sys.executable).parent
environment = {
    "HOME": str(folder), "PATH": f"{programs}:/usr/bin:/bin", "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8",
    "MM_TODAY": "2026-08-02", "XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"),
    "VDIRSYNCER_CONFIG": str(folder / "vdirsyncer.conf"), "COLUMNS": "100",
}

BOOK = """---
goal: Publish the book
deadline: 2026-12-01
---
## Milestones
- [ ] First part, ünd a cömma; 漢字 🌍 and so many words that the line must be folded id:one due:2026-08-14 effort:6h
- [ ] Second part id:two due:2026-08-28 effort:4h after:one
- [ ] Printed id:print due:2026-12-01 effort:2h after:two fixed:yes
"""


def run(*words, ok=(0,)):
    done = subprocess.run([str(word) for word in words], env=environment, cwd=folder / "plans", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode in ok, f"{words}: {done.returncode}\n{done.stdout}"
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


try:
    import icalendar
    import radicale  # noqa: F401
    import vdirsyncer  # noqa: F401
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(0)

plans, events = folder / "plans", folder / "calendars" / "goals"
for path in (plans, events.parent, folder / "config" / "mm", folder / "config" / "khal", folder / "server"):
    path.mkdir(parents=True)
(plans / "mm.md").write_text("---\ntime: 2h mon-fri 07:00-10:00\n---\n")
(plans / "book.md").write_text(BOOK)
(folder / "config" / "mm" / "config.yaml").write_text(f"calendar: {events}\nwork-blocks: true\n")

assert "all as they were" not in run(mm, "calendar", "--write", events)
files = sorted(events.glob("*.ics"))
before = {file.name: file.read_bytes() for file in files}

# python-icalendar: every file is one event; days, zones and texts are what the plan says.
starts, summaries = {}, {}
for file in files:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert not calendar.errors and not event.errors, (file, calendar.errors, event.errors)
    assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))
    summaries[str(event["SUMMARY"])] = file
    starts[str(event["SUMMARY"])] = event["DTSTART"].dt
long_title = "First part, ünd a cömma; 漢字 🌍 and so many words that the line must be folded (book)"
assert starts[long_title] == datetime.date(2026, 8, 14), starts
assert starts["Check in: book"].astimezone(datetime.timezone.utc).hour == 10
blocks = [start for summary, start in starts.items() if summary.startswith("Work on")]
assert blocks and all(start.tzinfo for start in blocks)

# libical: no property that it could not read.
library = ctypes.util.find_library("ical")
if library:
    ical = ctypes.CDLL(library)
    ical.icalparser_parse_string.restype = ctypes.c_void_p
    ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    ical.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    for file in files:
        component = ical.icalparser_parse_string(file.read_bytes())
        assert component and ical.icalcomponent_count_errors(component) == 0, file

# khal lists the folder.
(folder / "config" / "khal" / "config").write_text(
    f"[calendars]\n[[goals]]\npath = {events}\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n"
    "local_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n[default]\nhighlight_event_days = False\n")
listed = run(programs / "khal", "list", "--format", "{start-long} {title}", "2026-08-03", "90d")
for wanted in (f"2026-08-14 {long_title}", "2026-08-28 Second part (book)", "Weekly review", "Check in: book"):
    assert wanted in listed, (wanted, listed)
assert "07:00 Work on First part" in listed, listed

# vdirsyncer takes it to a server on this machine.
port = free_port()
(folder / "radicale.conf").write_text(
    f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = {folder / 'server'}\n")
(folder / "vdirsyncer.conf").write_text(
    f'[general]\nstatus_path = "{folder / "status"}"\n'
    '[pair goals]\na = "here"\nb = "there"\ncollections = [["goals", "goals", "goals"]]\nconflict_resolution = "b wins"\n'
    f'[storage here]\ntype = "filesystem"\npath = "{events.parent}"\nfileext = ".ics"\n'
    f'[storage there]\ntype = "caldav"\nurl = "http://127.0.0.1:{port}/you/"\nusername = "you"\npassword = "any"\n')
server = subprocess.Popen([programs / "radicale", "--config", folder / "radicale.conf"], env=environment,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    for attempt in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            break
        except OSError:
            time.sleep(0.05)
    url = f"http://127.0.0.1:{port}/you/"
    for path, kind in (("", ""), ("goals/", "<C:calendar/>")):
        request = urllib.request.Request(url + path, method="MKCOL", headers={"Authorization": "Basic eW91OmFueQ=="}, data=(
            '<?xml version="1.0"?><D:mkcol xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
            f"<D:resourcetype><D:collection/>{kind}</D:resourcetype></D:prop></D:set></D:mkcol>").encode())
        try:
            urllib.request.urlopen(request, timeout=10).close()
        except urllib.error.HTTPError as error:
            assert path == "" and error.code in (405, 409), error
    run(programs / "vdirsyncer", "discover")
    run(programs / "vdirsyncer", "sync")
    there = list((folder / "server").glob("collection-root/you/goals/*.ics"))
    assert len(there) == len(files), (len(there), len(files))

    # Nothing has changed, so nothing is written, and nothing is synced again.
    assert "all as they were" in run(mm, "calendar", "--write", events)
    assert {file.name: file.read_bytes() for file in events.glob("*.ics")} == before

    # Another device moves the second part to 3 September.
    uid = icalendar.Calendar.from_ical(summaries["Second part (book)"].read_bytes()).walk("VEVENT")[0]["UID"]
    moved = urllib.request.urlopen(urllib.request.Request(
        f"{url}goals/{uid}.ics", headers={"Authorization": "Basic eW91OmFueQ=="}), timeout=10).read().decode()
    assert "20260828" in moved
    moved = moved.replace("VALUE=DATE:20260829", "VALUE=DATE:20260904").replace("VALUE=DATE:20260828", "VALUE=DATE:20260903")
    urllib.request.urlopen(urllib.request.Request(
        f"{url}goals/{uid}.ics", method="PUT", data=moved.encode(),
        headers={"Authorization": "Basic eW91OmFueQ==", "Content-Type": "text/calendar"}), timeout=10).close()
    run(programs / "vdirsyncer", "sync")

    # It comes back as a proposal, in the review too, and is never written over silently.
    pulled = run(mm, "calendar", "--pull")
    assert "You moved Second part to Thu 3 Sep" in pulled and "+- [ ] Second part id:two due:2026-09-03" in pulled, pulled
    assert "due:2026-08-28" in (plans / "book.md").read_text()
    run(mm, "review")
    note = (plans / "reviews" / "2026-W31.md").read_text()
    assert "You moved *Second part* to 3 Sep in the calendar" in note, note
    written = run(mm, "calendar", "--write", events)
    assert "An event that you moved stays there" in written and "all as they were" in written, written
    run(mm, "calendar", "--pull", "--take")
    assert "due:2026-09-03" in (plans / "book.md").read_text()
    assert "Nothing was moved" in run(mm, "calendar", "--pull")
    run(mm, "calendar", "--write", events)
    run(programs / "vdirsyncer", "sync")
    assert "Nothing was moved" in run(mm, "calendar", "--pull")
finally:
    server.kill()
    server.wait(10)
print("ok")
