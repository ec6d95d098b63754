"""The accessibility bus, asked directly.

libatspi keeps a cache that answers from a stale tree, so nothing of it is used here: every question
is a D-Bus call, and every event is a D-Bus signal. Roles and states are AT-SPI's own numbers.
"""

import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
TEXT = "org.a11y.atspi.Text"
TABLE = "org.a11y.atspi.Table"
COMPONENT = "org.a11y.atspi.Component"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
NULL_PATH = "/org/a11y/atspi/null"

CHECK_BOX, COMBO_BOX, DIALOG, FRAME, LABEL, LIST_ITEM, RADIO_BUTTON = 7, 11, 16, 23, 29, 32, 44
PASSWORD_TEXT, PUSH_BUTTON, TABLE_ROLE, TABLE_CELL = 40, 43, 55, 56
TEXT_ROLE, TOGGLE_BUTTON, HEADING, NOTIFICATION = 61, 62, 83, 101
UNKNOWN_ROLES = (0, 67)  # invalid, unknown

CHECKED, EDITABLE, EXPANDED, FOCUSABLE, FOCUSED, SENSITIVE, SHOWING, PRESSED = 4, 7, 10, 11, 12, 24, 25, 20

LABELLED_BY = 2

# A program under a sanitizer on a busy machine is slow; nothing here waits this long when all is well.
PATIENCE = 20.0


def wait_for(check, what, seconds=PATIENCE):
    """Lets events arrive until check() is true, and gives its value; an AssertionError after that."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while True:
        try:
            value = check()
        except GLib.Error:
            value = None  # a node that is just going away
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError("never came: " + (what() if callable(what) else what))
        awake = GLib.timeout_add(40, lambda: GLib.SOURCE_REMOVE)
        context.iteration(True)
        if context.find_source_by_id(awake):
            GLib.source_remove(awake)


def observe(seconds):
    """Takes in whatever happens in a stretch of time: for what must not happen."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        awake = GLib.timeout_add(40, lambda: GLib.SOURCE_REMOVE)
        context.iteration(True)
        if context.find_source_by_id(awake):
            GLib.source_remove(awake)


class Event:
    """One signal: kind is like "object:StateChanged:focused"; value is what it carries."""

    def __init__(self, sender, path, interface, member, parameters):
        detail, self.detail1, self.detail2, self.value, _ = parameters
        self.kind = ":".join((interface.rsplit(".", 1)[1], member, detail))
        self.sender, self.path = sender, path
        self.time = time.monotonic()

    def __repr__(self):
        return f"{self.kind}({self.detail1}, {self.value!r}) from {self.path.rsplit('/', 1)[1]}"


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        reply = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                  None, Gio.DBusCallFlags.NONE, int(PATIENCE * 1000))
        self.address = reply.unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
        self.events = []
        self._connection.signal_subscribe(None, None, None, None, None, Gio.DBusSignalFlags.NONE,
                                          self._heard)
        # Programs say only what somebody has asked for.
        for kind in ("object:", "window:", "focus:", "document:", "keyboard:", "terminal:"):
            self.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                      GLib.Variant("(sass)", (kind, [], "")))

    def _heard(self, _connection, sender, path, interface, member, parameters):
        if interface.startswith("org.a11y.atspi.Event.") and parameters.n_children() == 5:
            self.events.append(Event(sender, path, interface, member, parameters.unpack()))

    def call(self, name, path, interface, method, parameters=None):
        reply = self._connection.call_sync(name, path, interface, method, parameters, None,
                                           Gio.DBusCallFlags.NONE, int(PATIENCE * 1000))
        return reply.unpack()

    def settle(self, node):
        """Takes in every event that the node's program sent until now: its answer comes after them."""
        node.call("org.freedesktop.DBus.Peer", "Ping")
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def process_of(self, name):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]

    def application(self, pid):
        """The root of a process; null until it has a window. Qt registers twice, once with nothing."""
        for name, path in self.call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
            if self.process_of(name) == pid:
                node = Node(self, name, path)
                if node.children():
                    return node
        return None


class Node:
    """One accessible object. Everything is asked anew each time."""

    def __init__(self, bus, name, path):
        self._bus, self._name, self.path = bus, name, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self._name, self.path) == (other._name, other.path)

    def __hash__(self):
        return hash((self._name, self.path))

    def __repr__(self):
        return f"{self.name!r} (role {self.role})"

    def call(self, interface, method, parameters=None):
        return self._bus.call(self._name, self.path, interface, method, parameters)

    def get(self, interface, key):
        return self.call("org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (interface, key)))[0]

    @property
    def name(self):
        return self.get(ACCESSIBLE, "Name")

    @property
    def description(self):
        return self.get(ACCESSIBLE, "Description")

    @property
    def role(self):
        return self.call(ACCESSIBLE, "GetRole")[0]

    @property
    def interfaces(self):
        return self.call(ACCESSIBLE, "GetInterfaces")[0]

    def states(self):
        low, high = self.call(ACCESSIBLE, "GetState")[0]
        return {bit for bit in range(64) if (low | high << 32) >> bit & 1}

    def has(self, state):
        return state in self.states()

    def children(self):
        nodes = [Node(self._bus, name, path) for name, path in self.call(ACCESSIBLE, "GetChildren")[0]]
        return [node for node in nodes if node.path != NULL_PATH]

    def parent(self):
        return Node(self._bus, *self.get(ACCESSIBLE, "Parent"))

    def walk(self):
        """Every node below, as far as it still answers."""
        for child in self.children():
            yield child
            try:
                yield from child.walk()
            except GLib.Error:
                pass

    def relations(self):
        return {kind: [Node(self._bus, name, path) for name, path in targets]
                for kind, targets in self.call(ACCESSIBLE, "GetRelationSet")[0]}

    def text(self):
        return self.call(TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))[0] if TEXT in self.interfaces else ""

    def press(self):
        return self.call(ACTION, "DoAction", GLib.Variant("(i)", (0,)))[0]
