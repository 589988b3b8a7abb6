"""Says when the events of calendars take place, as recurring-ical-events (on python-dateutil) has it.

Reads calendars from standard input, each behind a line "#calendar FROM TO" (days), and prints for each a line "#calendar" and
one line for each occurrence: SUMMARY START END, in seconds since 1970; whole days count as midnights in UTC.
"""

import sys
from datetime import date, datetime, time, timedelta, timezone

import icalendar
import recurring_ical_events


def seconds(value):
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if value.tzinfo is None:
        value = value.replace(tzinfo=timezone.utc)
    return int(value.timestamp())


def occurrences(text, first, last):
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last):
        start = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else start + event["DURATION"].dt
        yield f"{event['SUMMARY']} {seconds(start)} {seconds(end)}"


def answer(head, lines):
    first, last = (date.fromisoformat(word) for word in head.split()[1:3])
    print("#calendar")
    try:
        print("\n".join(sorted(occurrences("\n".join(lines), first, last + timedelta(days=1)))))
    except Exception as error:
        print(f"error {type(error).__name__} {error}".replace("\n", " "))


head, lines = None, []
for line in sys.stdin.read().split("\n"):
    if line.startswith("#calendar"):
        if head:
            answer(head, lines)
        head, lines = line, []
    else:
        lines.append(line)
if head:
    answer(head, lines)
