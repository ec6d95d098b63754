"""The desktop's real gnome-keyring, in a home of its own, and the window in which it asks the person."""

import os
import subprocess

import atspi
from atspi import Gio, GLib, wait_for

BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
SECRETS, SECRETS_PATH = "org.freedesktop.secrets", "/org/freedesktop/secrets"
SERVICE = "org.freedesktop.Secret.Service"
COLLECTION = "/org/freedesktop/secrets/collection/login"
PROMPTER = "org.gnome.keyring.SystemPrompter"
PASSWORD = "test"


class Keyring:
    """It takes the place of the desktop's own keyring, whose bus, and so whose prompter, it shares."""

    def __init__(self, folder, ears):
        if "latchkey-desktop." not in os.environ["HOME"]:
            raise AssertionError("not on a desktop of its own: a person's keyring would be ended")
        self._ears = ears
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._daemon = None
        self._home = {}
        for variable in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            self._home[variable] = os.path.join(folder, "keyring-" + variable)
            os.mkdir(self._home[variable], 0o700)
        # One that the bus starts for somebody who asks is of this home too.
        self.ask(BUS, BUS_PATH, BUS, "UpdateActivationEnvironment", GLib.Variant("(a{ss})", (self._home,)))
        self.end()

    # --- the service ---

    def ask(self, name, path, interface, method, parameters=None):
        return self._bus.call_sync(name, path, interface, method, parameters, None,
                                   Gio.DBusCallFlags.NO_AUTO_START, int(atspi.PATIENCE * 1000)).unpack()

    def process_of(self, name):
        """0 if nobody has the name."""
        try:
            return self.ask(BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]
        except GLib.Error:
            return 0

    def start_open(self):
        """Makes the keyring "login", or opens it."""
        self._start("--unlock", PASSWORD)

    def start_cold(self):
        """As after a login by fingerprint, or without a password: it is there, and nobody has opened it."""
        self._start()
        if not self.is_locked():
            raise AssertionError("the keyring is open")

    def _start(self, option=None, text=""):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        environment = dict(os.environ, **self._home)
        environment.pop("GNOME_KEYRING_CONTROL", None)
        self._daemon = subprocess.Popen(command + [option] * bool(option), env=environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self._daemon.stdin.write(text.encode())
        self._daemon.stdin.close()
        wait_for(lambda: self.process_of(SECRETS) == self._daemon.pid, "the keyring")
        # It has its name before its default keyring can be asked for.
        alias = GLib.Variant("(s)", ("default",))
        wait_for(lambda: self.ask(SECRETS, SECRETS_PATH, SERVICE, "ReadAlias", alias)[0] == COLLECTION,
                 "the keyring login")

    def end(self):
        """Whoever asks for it then has the bus start another."""
        owner = self.process_of(SECRETS)
        if owner:
            os.kill(owner, 15)
            wait_for(lambda: self.process_of(SECRETS) != owner, "the keyring gone")
        if self._daemon:
            self._daemon.wait(atspi.PATIENCE)

    def close(self):
        self.end()
        prompter = self.process_of(PROMPTER)  # it stays for a while, and must not be the next test's
        if prompter:
            os.kill(prompter, 9)
        wait_for(lambda: not self.process_of(PROMPTER), "the prompter gone")

    def is_alive(self):
        return self.process_of(SECRETS) != 0

    def is_locked(self):
        return self.ask(SECRETS, COLLECTION, "org.freedesktop.DBus.Properties", "Get",
                        GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked")))[0]

    def has_ours(self):
        """Is there something that the program has stored? Asks nobody."""
        return self.ask(SECRETS, COLLECTION, "org.freedesktop.Secret.Collection", "SearchItems",
                        GLib.Variant("(a{ss})", ({"server": "Latchkey"},)))[0]

    def open_from_elsewhere(self):
        """gnome-keyring's back door for its login module: opens it without a question."""
        session = self.ask(SECRETS, SECRETS_PATH, SERVICE, "OpenSession",
                           GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))[1]
        secret = (session, b"", PASSWORD.encode(), "text/plain")
        self.ask(SECRETS, SECRETS_PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                 "UnlockWithMasterPassword", GLib.Variant("(o(oayays))", (COLLECTION, secret)))

    # --- its window ---

    def was_asked(self):
        """By anybody, in the last ten seconds: that long the prompter stays."""
        return self.process_of(PROMPTER) != 0

    def windows(self):
        """Those that can be seen. They have no name that could be trusted."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "gcr-prompter"],
                               capture_output=True, text=True)
        return found.stdout.split()

    def has_keyboard(self):
        active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True)
        return active.stdout.strip() in self.windows()

    def _parts(self):
        prompter = self.process_of(PROMPTER)
        window = self._ears.application(prompter) if prompter else None
        return window.walk() if window else []

    def field(self):
        """The window's password field, once it is what the keyboard writes into; else null."""
        fields = [node for node in self._parts() if node.role == atspi.PASSWORD_TEXT
                  and {atspi.SHOWING, atspi.FOCUSED} <= node.states()]
        return fields[0] if len(fields) == 1 and self.has_keyboard() else None

    def says(self, text):
        return any(node.name == text and node.has(atspi.SHOWING) for node in self._parts())
