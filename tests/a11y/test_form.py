"""The sign-in form as a screen reader is shown it: screens.md section 9, checks 1 to 5 and 7."""

import atspi
import desk
from atspi import wait_for

ORDER = ["Email address", "Password", "Show password", "Stay signed in on this computer", "Sign in",
         "Try the built-in demo server", "Settings", "Server"]
E1 = ("Email or password is incorrect. Check both and try again. Passwords are case-sensitive.")
V1 = "Enter your email address."
V3 = "Enter your password."


class Form(desk.Desk):
    def test_names_and_roles(self):
        names = set()
        for node in self.showing():
            if not node.has(atspi.FOCUSABLE) or node.role == atspi.HEADING:
                continue
            self.assertTrue(node.name, f"{node} at {node.path} has no name")
            self.assertNotIn(node.role, atspi.UNKNOWN_ROLES, node)
            self.assertNotIn(node.name, names, "two things of one name")
            self.assertNotRegex(node.name, "&|::|[.](png|svg)$")
            names.add(node.name)
        self.assertLessEqual(set(ORDER), names)
        self.assertEqual(self.find("Stay signed in on this computer").role, atspi.CHECK_BOX)

    def test_fields_are_labelled(self):
        for name, role in (("Email address", atspi.TEXT_ROLE), ("Password", atspi.PASSWORD_TEXT)):
            field = self.find(name, role)
            labels = field.relations().get(atspi.LABELLED_BY, [])
            self.assertEqual([label.name for label in labels], [name])

    def test_tab_order(self):
        self.focus(ORDER[0])
        bar_stops = []  # the message's own buttons, between the last and the first
        for key, order in (("Tab", ORDER), ("shift+Tab", [ORDER[0]] + ORDER[:0:-1])):
            stops = []
            for _ in range(40):
                node = wait_for(self.focused, "a focus")
                if stops and node.name == order[0]:
                    break
                stops.append(node.name)
                self.key(key)
                wait_for(lambda: self.focused() not in (None, node), f"the focus leaving {node}")
            bar_stops.append([stop for stop in stops if stop not in order])
            self.assertEqual([stop for stop in stops if stop in order], order)
        self.assertEqual(bar_stops[0], bar_stops[1][::-1])

    def test_show_password(self):
        toggle = self.focus("Show password")
        self.assertFalse(toggle.has(atspi.CHECKED))
        for checked in (True, False):
            self.forget()
            self.key("space")
            wait_for(lambda: [event.detail1 for event in
                              self.events("Object:StateChanged:checked", toggle)] == [int(checked)],
                     "one event of the toggle's state")
            self.assertEqual(toggle.has(atspi.CHECKED), checked)
            self.assertEqual(toggle.name, "Show password")
        self.assertEqual(self.find("Password").role, atspi.PASSWORD_TEXT)

    def test_a_fault_is_told_at_its_field(self):
        field = self.focus("Email address")
        self.clear(field)
        self.forget()
        self.key("Return")
        wait_for(lambda: field.description == V1, "the e-mail field's description")
        self.assertTrue(self.events("Object:PropertyChange:accessible-description", field))
        self.assertTrue(field.has(atspi.FOCUSED))
        self.assertIn(V1, self.texts())
        self.type(field, desk.DEMO_EMAIL)
        self.key("Return")
        password = self.await_focus("Password")
        wait_for(lambda: password.description == V3, "the password field's description")

    def test_an_answer_is_announced_and_the_focus_stays(self):
        field = self.focus("Password")
        self.type(field, desk.CANARY)
        self.forget()
        self.key("Return")
        bar = self.await_bar(E1)
        self.assertEqual(bar.name, E1)
        self.assertIn(E1, " ".join(self.texts()))  # also for those who see
        wait_for(lambda: [event.detail1 for event in
                          self.events("Object:StateChanged:showing", bar)][-1:] == [1],
                 "the bar coming into view")
        self.assertTrue(self.events("Object:PropertyChange:accessible-name", bar))
        wait_for(lambda: field.description == E1, "the password field's description")
        self.assertTrue(field.has(atspi.FOCUSED))
        gone = [event for event in self.events("Object:StateChanged:focused")
                if event.detail1 and event.path != field.path]
        self.assertEqual(gone, [], "the focus went elsewhere")


if __name__ == "__main__":
    desk.main()
