"""A screen of its own with a window manager and an accessibility bus, and the workstation on it.

Nothing of the program is used but its window: keys go in through the X server (xdotool), and what a blind clerk would
hear comes out through AT-SPI."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WANTED = ("Xvfb", "openbox", "xdotool", "dbus-run-session")


def missing():
    """What is not installed; empty when the tests can run."""
    gone = [name for name in WANTED if not shutil.which(name)]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        gone.append("python3-pyatspi")
    return gone


def inside_a_session(arguments):
    """Runs this script again within a session bus and a screen of its own. The runtime folder is its own as well: the
    accessibility bus binds its socket there by one name, so two sessions in one folder would take it from each other."""
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1440x900x24", sys.executable, "-B", *arguments]
    with tempfile.TemporaryDirectory() as runtime:  # 0700, as a runtime folder must be
        return subprocess.run(command, env={**os.environ, "XDG_RUNTIME_DIR": runtime}).returncode


def programs(script):
    """The folder of the programs, once this runs on a screen of its own; starts that screen first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--inside", action="store_true")
    options = parser.parse_args()
    if options.inside:
        return Path(options.bin)
    if missing():
        sys.exit(f"not installed: {', '.join(missing())} (installer/setup.sh)")
    sys.exit(inside_a_session([script, "--bin", options.bin, "--inside"]))


def managed(environment, seconds=40):
    """A window manager that is there: a window that comes before it never gets the focus."""
    with tempfile.TemporaryDirectory() as folder:
        sign = Path(folder) / "there"
        manager = subprocess.Popen(["openbox", "--startup", f"touch {sign}"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=environment)
        waited(sign.exists, seconds, lambda: "the window manager did not come up")
    return manager


def waited(condition, seconds, otherwise):
    """What the condition comes to once it holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(otherwise())


class Workstation:
    """The program in its window. `pressed` counts every key. `first`: words that are there when it can be used; without
    them it waits for a field with the focus."""

    def __init__(self, program, workplace, home, first=None):
        import pyatspi
        self.atspi = pyatspi
        pyatspi.Registry.getDesktop(0)  # wakes the bus before the program looks for it
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_RUNTIME_DIR": home, "HOME": home,
                       "QT_QPA_PLATFORM": "xcb"}
        self.pressed = 0
        self.manager = managed(environment)
        self.program = subprocess.Popen([program, "--workplace", workplace, "--language", "en"], env=environment)
        self.wait(lambda: self.says(first) if first else self.focused(), "nothing ever had the focus")

    def kill(self):
        """As when the power goes."""
        self.program.kill()
        self.program.wait(timeout=20)
        self.manager.terminate()
        self.manager.wait(timeout=20)

    def sign_in(self, number, until="Who is next?"):
        self.type(number)
        self.press("Tab")
        self.type(f"Sandbox-Town-{number}")
        self.press("Return")
        self.wait(lambda: self.says(until), f"nothing says '{until}'")

    def call(self, letters):
        """Finds an account by three letters, opens it, and waits for its bills."""
        self.wait(lambda: self.focused() and "Search" in self.focused().name, "the search has not the focus")
        self.pressed = 0
        self.type(letters)
        self.press("Return")
        self.wait(lambda: self.focused() and self.focused().name == "Received", "the amount has not the focus")
        self.wait(lambda: self.says("1 bill"), "the bills did not come")

    def close(self):
        for process in (self.program, self.manager):
            process.terminate()
            process.wait(timeout=20)

    def wait(self, condition, otherwise, seconds=40):
        return waited(condition, seconds, lambda: f"{otherwise}; on the screen: {self.words()[-70:]}")

    def everything(self):
        def below(node):
            try:
                yield node
                for child in node:
                    yield from below(child)
            except Exception:  # it is gone meanwhile
                return
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.name == "meterhall" and self.is_own(application):
                yield from below(application)

    def is_own(self, application):
        """And not one that was killed, which the bus lists for a while."""
        try:
            return application.get_process_id() == self.program.pid
        except Exception:
            return False

    def shown(self, node):
        try:
            return node.getState().contains(self.atspi.STATE_SHOWING)
        except Exception:
            return False

    def words(self):
        return [node.name for node in self.everything() if self.shown(node) and node.name]

    def says(self, text):
        return any(text in words for words in self.words())

    def focused(self):
        for node in self.everything():
            try:
                if node.getState().contains(self.atspi.STATE_FOCUSED) and node.getRoleName() in ("text", "password text"):
                    return node
            except Exception:
                continue
        return None

    def typed(self, name):
        """What stands in the text field of this name."""
        for node in self.everything():
            if node.getRoleName() == "text" and node.name == name and self.shown(node):
                return node.queryText().getText(0, -1)
        return None

    def press(self, key):
        self.pressed += 1
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def type(self, text):
        """Like a hand: slower than a scanner."""
        for character in text:
            self.pressed += 1
            subprocess.run(["xdotool", "type", "--clearmodifiers", character], check=True)
            time.sleep(0.03)

    def scan(self, text):
        """As a scanner does: at once, and Enter. No key of the clerk's."""
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", "--args", "1", text, "key", "Return"], check=True)
