"""The morning with gnome-keyring locked cold, its own window answered by key: K1, K6 and K7."""

import re
import subprocess

import atspi
import desk
import keyring
from atspi import wait_for

LOCKED = "GNOME Keyring is locked."
ASKING = "GNOME Keyring is asking."
STILL_LOCKED = "Still locked."
UNLOCK = "Unlock…"
WITHOUT = "Sign in without it"
WRONG = "The unlock password was incorrect"


class Unlock(desk.Desk):
    """A session was saved, and then the daemon came back with nobody having opened the keyring."""

    def arguments(self):
        return ["--server", self.address]

    def prepare(self):
        server = subprocess.Popen([desk.DEMO_SERVER, "--until-stdin-closes"],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for end in (server.wait, server.stdout.close, server.stdin.close):
            self.addCleanup(end)
        self.address = re.search(r"http://\S+", server.stdout.readline()).group(0)
        self.keyring = keyring.Keyring(self.folder, self.bus)
        self.addCleanup(self.keyring.close)
        self.keyring.start_open()

    def reach_form(self):
        """At the first start, and at no other."""
        if not self.keyring.has_ours():
            self.await_focus("Email address")

    def setUp(self):
        super().setUp()
        self.sign_in(desk.DEMO_EMAIL)
        wait_for(self.keyring.has_ours, "the session in the keyring")
        self.end_program()
        self.keyring.end()
        self.keyring.start_cold()
        self.open_program()
        self.await_page(LOCKED)
        self.assertFalse(self.keyring.was_asked(), "a start asked the person")

    def await_page(self, headline):
        """And what it offers: another question only while none is open."""
        wait_for(lambda: self.look(headline, atspi.HEADING), headline)
        self.find(WITHOUT, atspi.PUSH_BUTTON)
        wait_for(lambda: bool(self.look(UNLOCK)) == (headline != ASKING), f"the button, with {headline!r}")

    def await_profile(self):
        """With no further click."""
        self.await_focus("Jhon")

    def await_question(self):
        return wait_for(self.keyring.field, "gnome-keyring's window, with the keyboard")

    def await_no_question(self):
        wait_for(lambda: not self.keyring.windows(), "gnome-keyring's window gone")

    def unlock(self):
        self.focus(UNLOCK)
        self.key("space")
        self.await_question()
        self.await_page(ASKING)

    def answer(self, password):
        """Not as an argument, which everybody can read."""
        field = self.await_question()
        subprocess.run(["xdotool", "type", "--delay", "4", "--file", "-"], input=password, text=True, check=True)
        self.await_length(field, len(password))
        self.key("Return")

    def test_a_start_asks_nobody(self):
        self.end_program()
        self.assertFalse(self.keyring.was_asked())
        self.assertTrue(self.keyring.is_locked())
        self.assertTrue(self.keyring.has_ours())

    def test_the_right_password(self):
        self.unlock()
        self.answer(keyring.PASSWORD)
        self.await_profile()
        self.await_no_question()
        self.assertFalse(self.keyring.is_locked())

    def test_cancelled(self):
        for _ in range(2):  # it can be asked again, as often as it takes
            self.unlock()
            self.key("Escape")
            self.await_no_question()
            self.await_page(STILL_LOCKED)
            self.assertTrue(self.keyring.is_locked())
        self.unlock()
        self.answer(keyring.PASSWORD)
        self.await_profile()

    def test_a_wrong_password_keeps_the_question(self):
        self.unlock()
        self.answer("not the password")
        wait_for(lambda: self.keyring.says(WRONG), WRONG)
        self.await_page(ASKING)
        self.assertTrue(self.keyring.is_locked())
        self.answer(keyring.PASSWORD)
        self.await_profile()

    def test_opened_from_elsewhere(self):
        self.keyring.open_from_elsewhere()
        self.await_profile()
        self.assertFalse(self.keyring.was_asked())

    def test_opened_from_elsewhere_while_it_asks(self):
        self.unlock()
        self.keyring.open_from_elsewhere()
        wait_for(lambda: self.look("Jhon", atspi.HEADING), "the profile, behind gnome-keyring's window")
        self.assertTrue(self.keyring.windows(), "somebody closed gnome-keyring's window")

    def test_the_daemon_dies_while_it_asks(self):
        self.unlock()
        self.keyring.end()
        self.await_no_question()
        self.await_page(STILL_LOCKED)
        self.unlock()
        self.answer(keyring.PASSWORD)
        self.await_profile()

    def test_quit_while_it_asks(self):
        self.unlock()
        self.end_program()
        self.assertTrue(self.keyring.is_alive())
        self.answer(keyring.PASSWORD)
        wait_for(lambda: not self.keyring.is_locked(), "the keyring open")
        self.open_program()
        self.await_profile()


if __name__ == "__main__":
    desk.main()
