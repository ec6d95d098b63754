"""The whole way without a mouse, and what the session tells a screen reader: checks 6, 17, 19, 20."""

import re
import subprocess

import atspi
import desk
from atspi import observe, wait_for


class Session(desk.Desk):
    def test_keyboard_only(self):
        heading = self.sign_in()
        self.assertEqual(heading.role, atspi.HEADING)
        for fact in (desk.DEMO_EMAIL, "Customer", "1"):
            self.assertIn(fact, self.texts())
        for name in ("Refresh", "Sign out"):
            self.find(name, atspi.PUSH_BUTTON)
        self.forget()
        self.key("F5")
        wait_for(lambda: self.events("Object:PropertyChange:accessible-name"), "the profile loaded again")
        self.key("F6")
        self.focus("Refresh")
        self.key("space")
        self.key("ctrl+shift+L")
        bar = self.await_bar("You're signed out.")
        self.assertIn("The saved session was removed from this computer.", bar.name)
        self.await_focus("Password")

    def test_names_and_roles(self):
        self.sign_in()
        session = self.focus("Session")
        if not session.has(atspi.CHECKED):
            self.key("space")
        self.find("Renew now")
        names = []
        for node in self.showing():
            # An empty cell of a table is no fault.
            if node.has(atspi.FOCUSABLE) and node.role not in (atspi.HEADING, atspi.TABLE_CELL):
                self.assertTrue(node.name, f"{node} at {node.path} has no name")
                self.assertNotIn(node.role, atspi.UNKNOWN_ROLES, node)
                names.append(node.name)
        self.assertEqual(sorted(names), sorted(set(names)))

    def test_the_timeline_has_a_table(self):
        self.sign_in()
        self.find("Renew now")

        def look():
            tables = [node for node in self.app.walk() if node.role == atspi.TABLE_ROLE]
            return tables[0] if tables and tables[0].get(atspi.TABLE, "NRows") > 0 else None
        table = wait_for(look, "a table with rows")
        self.assertTrue(table.name)
        for column in range(table.get(atspi.TABLE, "NColumns")):
            header = table.call(atspi.TABLE, "GetColumnDescription",
                                atspi.GLib.Variant("(i)", (column,)))[0]
            self.assertTrue(header, f"column {column} has no header")

    def test_tab_comes_round(self):
        start = self.sign_in()
        for key in ("Tab", "shift+Tab"):
            for _ in range(40):
                node = wait_for(self.focused, "a focus")
                self.key(key)
                wait_for(lambda: self.focused() not in (None, node), f"the focus leaving {node}")
                if self.focused() == start or self.focused().name == "Refresh":
                    break
            else:
                self.fail(f"{key} does not come round")

    def test_a_calm_session_is_quiet(self):
        """At most two events a minute while nothing happens; the virtual minute is in tst_a11yevents."""
        self.sign_in()
        self.find("Refresh")
        observe(2)  # what belongs to the page change
        self.forget()
        observe(5)
        told = self.events("Object:") + self.events("Window:")
        self.assertLessEqual(len(told), 2, told)


class Countdown(desk.Desk):
    """Less than an hour is left: the panel counts each second, for the eyes alone (check 20)."""

    MARK = "less than five minutes left"

    def arguments(self):
        server = subprocess.Popen([desk.DEMO_SERVER, "--access-lifetime", "330s", "--until-stdin-closes"],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.wait)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.stdin.close)
        return ["--server", re.search(r"http://\S+", server.stdout.readline()).group(0)]

    def reach_form(self):
        self.await_focus("Email address")

    def test_a_countdown_is_quiet(self):
        self.sign_in(desk.DEMO_EMAIL)
        self.find("Renew now")
        observe(12)  # what belongs to the page change, and the news of it, which stays for a while
        self.forget()

        def told():
            events = self.events("Object:") + self.events("Window:")
            return [atspi.Node(self.bus, event.sender, event.path).name for event in events]
        # The mark is one of those that are told (section 4), and shows that there was counting.
        wait_for(lambda: [name for name in told() if self.MARK in name], "the mark", 60)
        observe(3)
        self.assertLessEqual(len(told()), 2, told())


if __name__ == "__main__":
    desk.main()
