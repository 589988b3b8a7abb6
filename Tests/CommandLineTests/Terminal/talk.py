"""mm anchor and mm draft at a real pseudo-terminal: what a person would type, and what the screen would show.

Usage: talk.py FOLDER, where PATH finds mm. Says what went wrong and ends with 1.
"""
import fcntl, os, pty, re, select, signal, struct, sys, termios, time

HOME = os.path.join(sys.argv[1], "home")


class Talk:
    """One run of mm in a terminal of its own."""

    def __init__(self, words, columns=80, **variables):
        self.folder = os.path.join(sys.argv[1], "plans")
        os.makedirs(self.folder, exist_ok=True)
        os.makedirs(HOME, exist_ok=True)
        settings = os.path.join(self.folder, "mm.md")
        if not os.path.exists(settings):
            with open(settings, "w") as file:
                file.write("---\ntime: [2h mon-fri, 3h sat]\nbuffer: 1w\n---\n")
        self.text = ""
        self.seen = 0
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # The tests' own process may have been started deaf to signals.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            os.chdir(self.folder)
            environment = {
                "HOME": HOME, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "PAGER": "cat",
                "MM_TODAY": "2026-08-02", **variables,
            }
            size = struct.pack("HHHH", 40, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe("mm", ["mm", *words], environment)

    def expect(self, words):
        """Waits until the words stand behind what was seen so far; lines may be broken anywhere between them."""
        wanted = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        end = time.time() + 20
        while True:
            found = wanted.search(self.plain(), self.seen)
            if found:
                self.seen = found.end()
                return self
            if not self.read(end):
                fail(f"“{words}” never came:\n{self.plain()[self.seen:]}")

    def read(self, end):
        ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.time()))
        if not ready:
            return False
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.text += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)

    def type(self, words):
        os.write(self.terminal, (words + "\n").encode())
        return self

    def press(self, letter):
        """With the control key held."""
        os.write(self.terminal, bytes([ord(letter.upper()) - 64]))
        return self

    def ends(self, status):
        while self.read(time.time() + 20):
            pass
        _, code = os.waitpid(self.process, 0)
        os.close(self.terminal)
        if os.waitstatus_to_exitcode(code) != status:
            fail(f"ended with {os.waitstatus_to_exitcode(code)}, not {status}:\n{self.text}")
        return self

    def plain(self):
        """Without colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.text)


def fail(words):
    print(words)
    sys.exit(1)


def note(name):
    path = os.path.join(sys.argv[1], "plans", "goals", name)
    if not os.path.exists(path):
        return None
    with open(path) as file:
        return file.read()


def editor(lines):
    path = os.path.join(sys.argv[1], "editor")
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + lines + "\n")
    os.chmod(path, 0o755)


def check(is_so, words):
    if not is_so:
        fail(words)


# One question at a time; what cannot be read is asked again; Ctrl-D ends the questions, and what was said is not lost.
talk = Talk(["anchor"], columns=46)
talk.expect("At most 7 questions, one at a time.").expect("What do you want to have reached?").type("")
talk.expect("Without it there is nothing to anchor.").expect("What do you want").type("get fit")
talk.expect("The nearest playbook: Get stronger").expect("get fit: three sessions a week")
talk.expect("How could anyone tell").type("don't know").expect("Where do you start").type("no breath after 2 km")
talk.expect("By which day?").type("sometime").expect("I cannot read “sometime”").expect("By which day?").type("13 dec")
talk.expect("Deadline: Sunday 13 December 2026 (from “13 dec”).")
talk.expect("How many hours").type("45 minutes four mornings a week").expect("That is written 45m 4x/week.")
talk.expect("What got in the way").press("d").expect("Write it to goals/strength.md?").type("what?")
talk.expect("w writes it").expect("Write it").type("w").expect("Written to").expect("mm draft strength drafts").ends(0)
wide = [line for line in talk.plain().split("\n") if len(line) > 46 and not line.startswith(("+", "-", "@"))]
check(not wide, f"wider than the terminal: {wide}")
check(len(re.findall(r"three\s+sessions\s+a\s+week", talk.plain())) == 2, "the example was shown too often:\n" + talk.text)
written = note("strength.md") or ""
check("time: 45m 4x/week" in written and "deadline: 2026-12-13" in written and "success" not in written, written)

# Ctrl-C ends everything.
Talk(["anchor"]).expect("What do you want").type("learn the violin").expect("How could").press("c").ends(-signal.SIGINT)
check(note("instrument.md") is None, "Ctrl-C wrote something")

# Seven questions, the last for the steps; leaving leaves.
talk = Talk(["anchor", "--goal", "learn the violin", "--deadline", "2027-06-01", "--time", "3h/week"])
for question in [
    "How could anyone tell", "Where do you start", "What got in the way", "What may it cost?", "When do you have the strength",
    "Who can help",
]:
    talk.expect(question).type("")
talk.expect("Which steps do you have in mind").type("Find a teacher").expect("> ").type("")
talk.expect("+- [ ] Find a teacher").expect("Write it to").type("l").expect("Nothing was written.").ends(1)
check(note("instrument.md") is None, "left, and written all the same")

# A draft is written, left, or edited; an edit that cannot be taken loses nothing.
words = ["draft", "--for", "run a 10k race", "--id", "race", "--deadline", "2026-12-06", "--time", "3h/week"]
talk = Talk(words, EDITOR="", NO_COLOR="1")
talk.expect("Write it to goals/race.md?").type("e").expect("No editor is named.").expect("Write it")
talk.press("d").expect("Nothing was written.").ends(1)
check("\x1b[" not in talk.text, "colours without a wish for them")
talk = Talk(words, EDITOR=os.path.join(sys.argv[1], "editor"))
talk.expect("Write it to").type("edit").expect("ended with an error; your edits were not taken.")
for lines, said in [
    ("echo lost >> \"$1\"; exit 3", "ended with an error; your edits were not taken."),
    (": > \"$1\"", "The text no longer begins with goal:"),
    ("sed 's/^goal:/gaol:/' \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"", "The text no longer begins with goal:"),
    (":", "Nothing was edited."),
    ("sed '/Day named/s/$/ after:nowhere/' \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"", "Nothing in the vault is called `nowhere`."),
    (
        "sed 's/^goal:.*/goal: run a 10k race with Ada/; s/ after:nowhere//' \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"",
        "+goal: run a 10k race with Ada",
    ),
]:
    editor(lines)
    talk.expect("Write it to").type("e").expect(said)
    check(note("race.md") is None, f"{lines}: something was written")
talk.expect("Write it to").type("w").expect("Written to").ends(0)
check("\x1b[" in talk.text, "no colours at a terminal")
check("goal: run a 10k race with Ada\n" in (note("race.md") or ""), "the edit is not in the file")
left = [name for _, _, names in os.walk(HOME) for name in names if "race" in name]
check(not [name for name in left if name.endswith(".md")], f"left behind: {left}")
