"""A person at a desk of their own: the program, a keyboard, a clipboard, and ears on the bus."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import atspi
from atspi import wait_for

PROGRAM = os.environ.get("LATCHKEY_PROGRAM", "")
DEMO_SERVER = os.environ.get("LATCHKEY_DEMO_SERVER", "")
DEMO_EMAIL = "john@mail.com"
DEMO_PASSWORD = "changeme"
# Capitals, digits and signs that no text of the program is made of alone, typed letter by letter.
CANARY = "Zq7~Kv#9Xw"


class Eavesdropper:
    """All that crosses the accessibility bus, calls and answers too, as dbus-monitor writes it down."""

    def __init__(self, bus, folder):
        self._bus = bus
        self._marks = 0
        self._path = os.path.join(folder, "bus.log")
        with open(self._path, "wb") as log:
            self._process = subprocess.Popen(["dbus-monitor", "--address", bus.address], stdout=log,
                                             stderr=subprocess.DEVNULL)
        wait_for(self._is_up, "dbus-monitor")

    def _read(self):
        with open(self._path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def _say(self, mark):
        arguments = atspi.GLib.Variant("(s)", (mark,))
        self._bus.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", arguments)

    def _is_up(self):
        self._say("latchkey.up")
        return "latchkey.up" in self._read()

    def all_heard(self):
        """Everything up to now: what was said before this mark stands before it in the log."""
        self._marks += 1
        mark = f"latchkey.mark{self._marks}"
        self._say(mark)
        return wait_for(lambda: mark in self._read() and self._read(), "the mark in dbus-monitor's log")

    def close(self):
        self._process.terminate()
        self._process.wait()


class Desk(unittest.TestCase):
    """The program is started anew for each test, with a home of its own, and must end well."""

    def arguments(self):
        return ["--demo"]

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="latchkey-a11y.")
        self.addCleanup(shutil.rmtree, self.folder)
        self.bus = atspi.Bus()
        self.ears = Eavesdropper(self.bus, self.folder)
        self.addCleanup(self.ears.close)
        self.prepare()
        self.open_program()

    def prepare(self):
        """What has to be there before the program."""

    def open_program(self):
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", HOME=self.folder,
                           XDG_CONFIG_HOME=self.folder + "/config", XDG_DATA_HOME=self.folder + "/data",
                           XDG_CACHE_HOME=self.folder + "/cache", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        environment.pop("QT_QPA_PLATFORM", None)
        # The keyring is the desktop's and outlives the test: a profile of its own keeps them apart.
        profile = os.path.basename(self.folder).replace("_", "-")
        self.process = subprocess.Popen([PROGRAM, *self.arguments(), "--profile", profile], env=environment)
        self.addCleanup(self.end_program)
        self.app = wait_for(lambda: self.bus.application(self.process.pid), "a tree with children")
        self.reach_form()

    def end_program(self):
        """As at the end of the person's login."""
        self.process.terminate()
        self.assertEqual(self.process.wait(atspi.PATIENCE), 0, "the program's exit code")

    def reach_form(self):
        """The demo server is up, its account is offered, and the keyboard is with us."""
        self.find("Sign in", atspi.PUSH_BUTTON)
        self.await_bar("The demo server is running.")
        frame = self.app.children()[0]
        wait_for(lambda: frame.has(1), "the window being active")
        self.await_focus("Password")

    # --- looking around ---

    def showing(self):
        return [node for node in self.app.walk() if node.has(atspi.SHOWING)]

    def look(self, name, role=None):
        """The showing object of this name that a person can use; none, or more than one: null."""
        found = [node for node in self.showing()
                 if node.name == name and node.role in ((role,) if role else
                                                        set(range(200)) - {atspi.LABEL, atspi.HEADING})]
        return found[0] if len(found) == 1 else None

    def find(self, name, role=None):
        return wait_for(lambda: self.look(name, role), f"{name!r}, role {role}")

    def inside(self, node):
        """What is showing in a dialog, or another part."""
        return [part for part in node.walk() if part.has(atspi.SHOWING)]

    def dialog(self, name):
        return wait_for(lambda: next((node for node in self.showing()
                                      if node.role == atspi.DIALOG and node.name == name), None),
                        f"the dialog {name!r}")

    def await_no_dialog(self):
        wait_for(lambda: not [node for node in self.showing() if node.role == atspi.DIALOG],
                 "the dialog gone")

    def round_trip(self, key):
        """The names of all that this key stops at, until it comes round."""
        start = node = wait_for(self.focused, "a focus")
        stops = []
        while True:
            stops.append(node)
            self.assertLess(len(stops), 40, f"{key} does not come round")
            self.key(key)
            node = wait_for(lambda: self.focused() if self.focused() not in (None, node) else None,
                            f"the focus leaving {node}")
            if node == start:
                return stops

    def texts(self):
        return [node.name for node in self.showing() if node.role == atspi.LABEL and node.name]

    def bar(self):
        """The message bar. What is only announced is a notification too, but has nothing in it."""
        bars = [node for node in self.showing() if node.role == atspi.NOTIFICATION and node.children()]
        return bars[0] if bars else None

    def await_bar(self, text):
        def check():
            bar = self.bar()
            return bar if bar and text in bar.name else None
        return wait_for(check, f"the message {text!r}")

    def focused(self):
        nodes = [node for node in self.showing() if node.has(atspi.FOCUSED) and not self.is_shut_in(node)]
        return nodes[0] if nodes else None

    def is_shut_in(self, node):
        """A line of a combo box that is not open: Qt 6.8 says of each chosen one that it has the focus."""
        if node.role != atspi.LIST_ITEM:
            return False
        box = node.parent().parent()
        return box.role == atspi.COMBO_BOX and not box.has(atspi.EXPANDED)

    def await_focus(self, name):
        def check():
            node = self.focused()
            return node if node and node.name == name else None
        return wait_for(check, lambda: f"the focus on {name!r}; it is on {self.focused()}")

    def forget(self):
        self.bus.settle(self.app)
        self.bus.events.clear()

    def events(self, kind, node=None):
        self.bus.settle(self.app)
        return [event for event in self.bus.events
                if event.kind.startswith(kind) and (node is None or event.path == node.path)]

    # --- doing ---

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "0", *keys], check=True)

    def type(self, field, text):
        """On a keyboard, into the field that has the focus, and until it has arrived."""
        self.clear(field)
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)
        self.await_length(field, len(text))

    def clear(self, field):
        self.key("ctrl+a", "Delete")
        self.await_length(field, 0)

    def await_length(self, field, length):
        wait_for(lambda: field.get(atspi.TEXT, "CharacterCount") == length, f"{length} letters in {field}")

    def put_on_clipboard(self, text):
        """As a password manager does: xclip owns it until somebody else does, in the background."""
        owner = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet"], stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        self.addCleanup(lambda: (owner.kill(), owner.wait()))

        def is_there():
            read = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, timeout=5)
            return read.stdout.decode() == text
        wait_for(is_there, "the clipboard")

    def focus(self, name):
        """With Tab alone, as often as it takes."""
        for _ in range(40):
            node = wait_for(self.focused, "a focus")
            if node.name == name:
                return node
            self.key("Tab")
            wait_for(lambda: self.focused() not in (None, node), f"the focus leaving {node}")
        raise AssertionError(f"Tab does not lead to {name!r}")

    def sign_in(self, email=None):
        if email:
            self.type(self.focus("Email address"), email)
        self.type(self.focus("Password"), DEMO_PASSWORD)
        self.key("Return")
        return self.await_focus("Jhon")


def main():
    if not PROGRAM:
        sys.exit("LATCHKEY_PROGRAM is not set: these tests are run by ctest")
    unittest.main()
