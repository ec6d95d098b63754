"""Settings, and About with its diagnostics, as a screen reader is shown them: checks 1, 2, 5 and 6."""

import atspi
import desk
from atspi import wait_for

WHILE_CLOSED = "Keep me signed in while Latchkey is closed"

# Name by the label beside it (a combo box's own name is its value), and role.
SETTINGS = {
    "Server address": atspi.TEXT_ROLE,
    "Test connection": atspi.PUSH_BUTTON,
    "This computer's settings": atspi.RADIO_BUTTON,
    "My own proxy": atspi.RADIO_BUTTON,
    "Language": atspi.COMBO_BOX,
    "Appearance": atspi.COMBO_BOX,
    "Text size": atspi.COMBO_BOX,
    "Stay signed in by default": atspi.CHECK_BOX,
    WHILE_CLOSED: atspi.CHECK_BOX,
    "Remember the email address": atspi.CHECK_BOX,
    "QA mode": atspi.CHECK_BOX,
    "About and diagnostics": atspi.PUSH_BUTTON,
    "Close": atspi.PUSH_BUTTON,
}
DIAGNOSTICS = ["Copy report", "Save report...", "Run checks again", "Close"]


def called(node):
    labels = node.relations().get(atspi.LABELLED_BY, [])
    return labels[0].name if labels else node.name


class Dialogs(desk.Desk):
    def open_settings(self):
        self.focus("Settings")
        self.key("space")
        dialog = self.dialog("Settings")
        # No user manager on this desktop, which is known a moment later.
        box = wait_for(lambda: next((n for n in self.inside(dialog) if called(n) == WHILE_CLOSED), None), "the box")
        wait_for(lambda: not box.has(atspi.SENSITIVE), "the box being greyed")
        return dialog

    def open_diagnostics(self):
        self.key("F1")
        return self.dialog("About Latchkey")

    def assert_all_named(self, dialog):
        names = []
        for node in self.inside(dialog):
            # What can be chosen in a combo box is its value, and may be called alike in two of them.
            if node.has(atspi.FOCUSABLE) and node.has(atspi.SENSITIVE) and node.role != atspi.LIST_ITEM:
                name = called(node)
                self.assertTrue(name, f"{node} at {node.path} has no name")
                self.assertNotIn(node.role, atspi.UNKNOWN_ROLES, node)
                self.assertNotRegex(name, "&|::|[.](png|svg)$")
                names.append(name)
        self.assertEqual(sorted(names), sorted(set(names)))
        return names

    def test_settings_have_names_and_roles(self):
        dialog = self.open_settings()
        self.assert_all_named(dialog)
        roles = {called(node): node.role for node in self.inside(dialog) if node.has(atspi.FOCUSABLE)}
        for name, role in SETTINGS.items():
            self.assertEqual(roles.get(name), role, name)
        # Each row has a line of help; it is told with the control, and stands on screen.
        texts = self.texts()
        for node in self.inside(dialog):
            if node.role in (atspi.COMBO_BOX, atspi.CHECK_BOX):
                self.assertTrue(node.description, called(node))
                self.assertIn(node.description, texts)

    def test_settings_with_the_keyboard_alone(self):
        self.open_settings()
        there = [called(node) for node in self.round_trip("Tab")]
        back = [called(node) for node in self.round_trip("shift+Tab")]
        self.assertEqual(there[:1] + there[:0:-1], back)
        # Of the two radio buttons Tab stops at the chosen one; the arrow keys lead to the other.
        self.assertEqual(set(SETTINGS) - set(there), {"My own proxy", WHILE_CLOSED})
        self.focus_on("This computer's settings")
        self.key("Down")
        self.await_focus("My own proxy")
        wait_for(lambda: self.focused().has(atspi.CHECKED), "the other one chosen")
        for name in ("Proxy host", "Port"):
            wait_for(lambda: name in [called(node) for node in self.showing()], name)
        self.focus_on("QA mode")
        box = self.focused()
        before = box.has(atspi.CHECKED)
        self.key("space")
        wait_for(lambda: box.has(atspi.CHECKED) != before, "the box changing")
        self.key("Escape")
        self.await_no_dialog()
        self.await_focus("Settings")

    def focus_on(self, name):
        """Like focus(), for what is called by its label."""
        for _ in range(40):
            node = wait_for(self.focused, "a focus")
            if called(node) == name:
                return node
            self.key("Tab")
            wait_for(lambda: self.focused() not in (None, node), f"the focus leaving {node}")
        raise AssertionError(f"Tab does not lead to {name!r}")

    def test_a_wrong_address_is_told_at_its_field(self):
        self.open_settings()
        field = self.focus_on("Server address")
        self.type(field, "nonsense")
        self.focus_on("Test connection")
        self.key("space")
        wait_for(lambda: field.description.startswith("Enter a full web address"), "the field's description")
        self.assertTrue(self.events("Object:PropertyChange:accessible-description", field))

    def test_diagnostics(self):
        dialog = self.open_diagnostics()
        names = self.assert_all_named(dialog)
        self.assertLessEqual(set(DIAGNOSTICS), set(names))
        stops = [called(node) for node in self.round_trip("Tab")]
        self.assertEqual([name for name in stops if name in DIAGNOSTICS], DIAGNOSTICS)
        # The facts can be read: what a label says is in the tree as text.
        texts = " ".join(node.name for node in self.inside(dialog))
        for word in ("Version", "Qt", "TLS"):
            self.assertIn(word, texts)
        self.key("Escape")
        self.await_no_dialog()

    def test_the_checks_tell_what_they_find(self):
        dialog = self.open_diagnostics()
        wait_for(lambda: any(node.name.endswith(" ms") for node in self.inside(dialog)), "a result")
        self.focus("Run checks again")
        self.forget()
        self.key("space")
        # "Checking...", and then the result: a screen reader is told of both.
        wait_for(lambda: len(self.events("Object:PropertyChange:accessible-name")) >= 2,
                 "the checks being done again")
        wait_for(lambda: any(node.name.endswith(" ms") for node in self.inside(dialog)), "a result")


if __name__ == "__main__":
    desk.main()
