"""The two halves of scripts/mutate: plant all mutations in a copy of the repository; run the tests for each."""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

KEYS = {"file", "in", "original", "mutated", "tests", "equivalent"}
OUTCOMES = pathlib.Path(".build/mutation-outcomes.txt")
# A loop without an end takes memory until there is none: in KiB, where the shell can set it.
LIMITED = ["sh", "-c", "ulimit -v 8000000 2>/dev/null; exec \"$@\"", "sh"]
faults = []
SWITCH = """\
#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Which mutation is on: the number in MM_MUTANT.
enum Mutant {
  private static let chosen: Int32 = getenv("MM_MUTANT").map { atoi($0) } ?? 0

  static func `is`(_ number: Int32) -> Bool { number == chosen }
}
"""


def listed():
    """The mutations of the list, in its order."""
    mutations, numbers = [], set()
    for path in sorted(pathlib.Path("Tests/Mutations").glob("*.txt")):
        for line, text in enumerate(path.read_text().splitlines(), 1):
            place = f"{path}:{line}"
            head = re.fullmatch(r"\[(\d+)\] (.+)", text)
            if head:
                number = int(head[1])
                if number in numbers:
                    sys.exit(f"{place}: the number {number} is given twice")
                numbers.add(number)
                mutations.append({"number": number, "what": head[2], "place": place})
            elif text.strip() and not text.startswith("#"):
                key, colon, value = text.partition(": ")
                if not mutations or not colon or key not in KEYS or key in mutations[-1]:
                    sys.exit(f"{place}: cannot be read: {text}")
                mutations[-1][key] = value
    for one in mutations:
        missing = {"file", "original", "mutated", "tests"} - one.keys()
        if missing:
            sys.exit(f"{one['place']}: [{one['number']}] has no {', '.join(sorted(missing))}")
    return mutations


def only_place(piece, text, within, one):
    """Where the piece is in that part of the text; anything but one place is an error."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in piece.split()))
    found = [match.span() for match in pattern.finditer(text, *within)]
    if len(found) == 1:
        return found[0]
    faults.append(f"{one['place']}: [{one['number']}] is in {one['file']} {len(found)} times, not once: {piece}")
    return None


def mutated(text, mutations):
    """The text with a switch at each original; one original may hold another, and two may be the same."""
    places = {}
    for one in mutations:
        within = only_place(one["in"], text, (0, len(text)), one) if "in" in one else (0, len(text))
        place = within and only_place(one["original"], text, within, one)
        if place:
            places.setdefault(place, []).append(one)
    edits = {}
    for start, end in sorted(places, key=lambda place: place[1] - place[0]):
        here = places[(start, end)]
        inner = sorted(place for place in edits if start <= place[0] and place[1] <= end)
        if any(place not in inner and place[0] < end and start < place[1] for place in edits):
            faults.append(f"{here[0]['place']}: [{here[0]['number']}] crosses another original in {here[0]['file']}")
        piece, done = "", start
        for place in inner:
            piece += text[done:place[0]] + edits.pop(place)
            done = place[1]
        edits[(start, end)] = switched(piece + text[done:end], here)
    for (start, end), piece in sorted(edits.items(), reverse=True):
        text = text[:start] + piece + text[end:]
    return text


def switched(original, mutations):
    for one in mutations:
        original = f"(Mutant.is({one['number']}) ? ({one['mutated']}) : ({original}))"
    return original


def plant(copy):
    """Makes the copy what the repository is, with all mutations; what has not changed keeps its time."""
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True).stdout
    names = [name for name in os.fsdecode(files).split("\0") if name and os.path.isfile(name)]
    texts = {name: pathlib.Path(name).read_bytes() for name in names}
    of_file = {}
    for one in listed():
        if one["file"] not in texts:
            faults.append(f"{one['place']}: [{one['number']}] there is no file {one['file']}")
            continue
        of_file.setdefault(one["file"], []).append(one)
    for name, mutations in of_file.items():
        texts[name] = mutated(texts[name].decode(), mutations).encode()
        texts["/".join(name.split("/")[:2] + ["Mutant.swift"])] = SWITCH.encode()
    if faults:
        sys.exit("\n".join(faults))
    for folder, folders, present in os.walk(copy):
        folders[:] = [name for name in folders if name != ".build"]
        for name in present:
            path = os.path.relpath(os.path.join(folder, name), copy)
            if path not in texts and path != "Package.resolved":
                os.remove(os.path.join(folder, name))
    for name, text in texts.items():
        target = pathlib.Path(copy, name)
        if target.is_file() and target.read_bytes() == text:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
        target.chmod(os.stat(name).st_mode & 0o777 if os.path.isfile(name) else 0o644)
    os.makedirs(os.path.join(copy, ".build"), exist_ok=True)


def outcome(copy, number, targets, skip, limit):
    """What the tests of the targets say with that mutation: None if all pass, else which failed."""
    products = os.environ["MM_PRODUCTS"]
    bundles = [str(path) for path in pathlib.Path(products).glob("*.xctest") if path.is_file()]
    command = bundles[:1] + ["--testing-library", "swift-testing"] if bundles else [
        "swift", "test", "--skip-build", "--disable-xctest"]
    for target in targets:
        command += ["--filter", f"^{target}\\."]
    for one in skip:
        command += ["--skip", one]
    # What a test that was ended leaves behind goes with its folder.
    with tempfile.TemporaryDirectory(prefix="mm-mutant-", ignore_cleanup_errors=True) as folder:
        return watched(command, copy, dict(os.environ, MM_MUTANT=str(number), TMPDIR=folder), limit)


def watched(command, copy, environment, limit):
    """Runs the tests until one fails or they take too long."""
    process = subprocess.Popen(
        LIMITED + command, cwd=copy, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    ran_out = threading.Event()
    timer = threading.Timer(limit, lambda: (ran_out.set(), end(process)))
    timer.start()
    found, last = None, ""
    for line in process.stdout:
        line = re.sub(r"\x1b\[[0-9;]*m", "", line.decode(errors="replace"))
        failed = re.search(r"Test (.+?) recorded an issue", line)
        if failed:
            found = failed[1]
            end(process)
            break
        started = re.search(r"Test (?!case|run)(.+?) started", line)
        last = started[1] if started else last
        if "Fatal error" in line or "Precondition failed" in line:
            last = line.strip()
    process.stdout.close()
    status = process.wait()
    timer.cancel()
    if found or status == 0:
        return found
    return "no end in time" if ran_out.is_set() else f"a crash ({last[:90]})"


def end(process):
    try:
        os.killpg(process.pid, 9)
    except ProcessLookupError:
        pass


def recorded():
    """The outcomes that were written down, by number; the last one counts."""
    lines = OUTCOMES.read_text().splitlines() if OUTCOMES.exists() else []
    pairs = (line.split(" ", 1) for line in lines)
    return {int(number): None if result == "SURVIVED" else result for number, result in pairs}


def run(copy, arguments):
    options = argparse.ArgumentParser(prog="scripts/mutate")
    options.add_argument("--jobs", type=int, default=1, help="so many mutations at once")
    options.add_argument("--skip", action="append", default=[], metavar="TESTS", help="leave these tests out")
    options.add_argument("--resume", action="store_true", help="leave out what the last run came to before it was stopped")
    options.add_argument("numbers", type=int, nargs="*", metavar="NUMBER", help="only these mutations")
    options = options.parse_args(arguments)
    every = listed()
    unknown = set(options.numbers) - {one["number"] for one in every}
    if unknown:
        sys.exit(f"There is no mutation {min(unknown)}.")
    chosen = [
        one for one in every
        if (one["number"] in options.numbers if options.numbers else "equivalent" not in one)]
    earlier = recorded() if options.resume else {}
    for one in chosen:
        if one["number"] in earlier:
            one["killed"] = earlier[one["number"]]
    left = [one for one in chosen if "killed" not in one]
    if not options.resume and not options.numbers:
        OUTCOMES.unlink(missing_ok=True)
    seconds = {}
    for target in sorted({target for one in left for target in one["tests"].split()}):
        start = time.monotonic()
        failed = outcome(copy, 0, [target], options.skip, 3600)
        if failed:
            sys.exit(f"{target} fails without any mutation: {failed}")
        seconds[target] = time.monotonic() - start
        print(f"{target} passes without a mutation, in {seconds[target]:.0f} s", file=sys.stderr)

    def cost(one):
        return sum(seconds[target] for target in one["tests"].split())

    def look(one):
        one["killed"] = outcome(
            copy, one["number"], one["tests"].split(), options.skip, 30 + 4 * options.jobs * cost(one))
        line = f"{one['number']} {one['killed'] or 'SURVIVED'}"
        print(line, file=sys.stderr, flush=True)
        with OUTCOMES.open("a") as outcomes:
            print(line, file=outcomes)

    # Cheap ones first.
    with concurrent.futures.ThreadPoolExecutor(max(1, options.jobs)) as pool:
        list(pool.map(look, sorted(left, key=cost)))
    for one in every:
        if one in chosen or "equivalent" in one and not options.numbers:
            result = one.get("killed") or "SURVIVED" if one in chosen else "equivalent: " + one["equivalent"]
            print(f"{one['number']}  {one['file'].removeprefix('Sources/')}  {one['what']}  |  {result}")
    killed = sum(1 for one in chosen if one["killed"])
    print(f"{killed} of {len(chosen)} killed.")
    sys.exit(0 if killed >= 0.9 * len(chosen) else 1)


if sys.argv[1] == "plant":
    plant(sys.argv[2])
else:
    run(sys.argv[2], sys.argv[3:])
