"""Calendars are fetched from a server on this machine: the secret stays secret, and a bad answer never replaces a good copy.

Usage: feeds.py MM FOLDER. Needs nothing but Python and curl. Prints "ok" as its last line.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

mm, folder = sys.argv[1], Path(sys.argv[2])
plans, tools = folder / "plans", folder / "tools"
for path in (plans, tools, folder / "config" / "mm"):
    path.mkdir(parents=True)

CALENDAR = (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:one\r\n"
            b"DTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20260805\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
answers = {"/secret-7391/basic.ics": (200, CALENDAR)}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status, body = answers.get(self.path, (404, b"no"))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", body.decode())
            body = b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"

# What curl is started with is written down on the way.
real = next(path for path in ("/usr/bin/curl", "/bin/curl", "/opt/homebrew/bin/curl") if os.access(path, os.X_OK))
(tools / "curl").write_text(f'#!/bin/sh\necho "$@" >> "{folder}/arguments"\nenv >> "{folder}/arguments"\nexec {real} "$@"\n')
(tools / "curl").chmod(0o755)
environment = {
    "HOME": str(folder), "PATH": f"{tools}:/usr/bin:/bin", "TZ": "Europe/Berlin", "MM_TODAY": "2026-08-02",
    "XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"),
}
(plans / "mm.md").write_text("---\ntime: 2h mon-fri\n---\n")
(plans / "book.md").write_text("---\ngoal: One\n---\n## Milestones\n- [ ] Two effort:2h due:2026-08-07\n")
configuration = folder / "config" / "mm" / "config.yaml"


def run(*words, status=0):
    done = subprocess.run([mm, *words], env=environment, cwd=plans, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}"
    assert "secret-7391" not in done.stdout, done.stdout
    return done.stdout


def free_hours():
    return json.loads(run("load", "--json"))["weeks"][0]["free_minutes"]


configuration.write_text(f"feeds: [work {base}/secret-7391/basic.ics]\n")
assert free_hours() == 600
assert "work: fetched" in run("calendar", "--refresh")
assert free_hours() == 360, free_hours()
(copy,) = (folder / "state" / "mm" / "feeds").iterdir()
assert copy.read_bytes() == CALENDAR and copy.stat().st_mode & 0o777 == 0o600
assert "secret-7391" not in (folder / "arguments").read_text()
assert not any("secret" in path.read_text() for path in plans.rglob("*.md"))

for bad, words in (
    ((200, b"<html>log in</html>"), "no calendar"), ((500, b""), "answers 500"), ((404, CALENDAR), "answers 404"),
    ((200, CALENDAR + b" " * 11_000_000), "larger than"), ((302, b"/secret-7391/basic.ics"), "circles"),
    ((302, b"http://example.org/x.ics"), "https"), ((302, b"ftp://example.org/x"), "cannot be read"),
):
    answers["/secret-7391/basic.ics"] = bad
    told = run("calendar", "--refresh", status=1)
    assert words in told and "last copy stays" in told, told
    assert copy.read_bytes() == CALENDAR and free_hours() == 360

answers["/secret-7391/basic.ics"] = (302, b"/moved.ics")
answers["/moved.ics"] = (200, CALENDAR.replace(b"20260805", b"20260806"))
run("calendar", "--refresh")
assert free_hours() == 240

server.shutdown()
server.server_close()
assert "cannot be reached" in run("calendar", "--refresh", status=1)
configuration.write_text("feeds: [work http://example.org/secret-7391.ics]\n")
assert "use https://" in run("calendar", "--refresh", status=1)
configuration.write_text("feeds: [https://example.org/secret-7391.ics]\n")
assert "config.yaml:1:9" in run("calendar", "--refresh", status=2)
assert "config.yaml:1:9" in run("load")
configuration.write_text("")
assert "no feeds" in run("calendar", "--refresh", status=2)
print("ok")
