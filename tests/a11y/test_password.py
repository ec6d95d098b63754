"""What is typed or pasted as a password stays between the person and the field: checks 3 and 18."""

import re

import atspi
import desk
from atspi import wait_for

STRING = re.compile(r'string "(.*)"')
KEY = re.compile(r"member=NotifyListeners\w*\n\s*struct \{\n\s*uint32 \d+\n\s*int32 (\d+)")
FIRST_KEY_WITHOUT_LETTER = 0xFE00  # of X's key numbers


def strings(log):
    return STRING.findall(log)


class Password(desk.Desk):
    def heard_since(self, before):
        return self.ears.all_heard()[before:]

    def assert_silent(self, log):
        heard = strings(log)
        self.assertNotIn(desk.CANARY, log)
        letters = [text for text in heard if text and text in desk.CANARY]
        self.assertEqual(letters, [], "pieces of the password on the bus")
        # A key is told with its letter and with its number. Modifiers may be: a reader has its own.
        told = [int(number) for number in KEY.findall(log)]
        self.assertEqual([number for number in told if number < FIRST_KEY_WITHOUT_LETTER], [])

    def test_the_ears_hear(self):
        """Or the silence below means nothing: the e-mail field is told of, letters and keys."""
        field = self.focus("Email address")
        self.clear(field)
        before = len(self.ears.all_heard())
        self.type(field, desk.CANARY)
        log = self.heard_since(before)
        self.assertTrue(set(desk.CANARY) <= set(strings(log)))
        told = {int(number) for number in KEY.findall(log)}
        self.assertTrue({ord(letter) for letter in desk.CANARY} <= told, told)
        self.assertEqual(field.text(), desk.CANARY)
        self.assertIn(desk.CANARY, self.ears.all_heard())

    def test_typing_is_not_told(self):
        field = self.focus("Password")
        before = len(self.ears.all_heard())
        self.forget()
        self.type(field, desk.CANARY)
        self.assertEqual(field.text(), "\u2022" * len(desk.CANARY))
        self.key("BackSpace")
        self.await_length(field, len(desk.CANARY) - 1)
        told = wait_for(lambda: self.events("Object:TextChanged:delete", field)
                        and self.events("Object:TextChanged", field), "the letter taken away")
        self.assertGreaterEqual(len(told), len(desk.CANARY) + 1)
        self.assertEqual(set("".join(event.value for event in told)), {"\u2022"})
        self.assert_silent(self.heard_since(before))

    def test_nor_when_it_is_shown(self):
        field = self.focus("Password")
        self.type(field, desk.CANARY)
        before = len(self.ears.all_heard())
        self.focus("Show password")
        self.key("space")
        toggle = self.find("Show password")
        wait_for(lambda: toggle.has(atspi.CHECKED), "the password shown")
        self.key("shift+Tab")
        self.await_focus("Password")
        self.key("End")
        for node in self.app.walk():  # a reader that looks at everything
            self.assertNotIn(desk.CANARY, node.name + node.description + node.text())
        self.assertEqual(field.role, atspi.PASSWORD_TEXT)
        self.assertNotIn(desk.CANARY, self.heard_since(before))

    def test_nor_on_submit(self):
        field = self.focus("Password")
        self.type(field, desk.CANARY)
        before = len(self.ears.all_heard())
        self.key("Return")
        self.await_bar("Email or password is incorrect.")
        for node in self.app.walk():
            self.assertNotIn(desk.CANARY, node.name + node.description + node.text())
        self.assertNotIn(desk.CANARY, self.heard_since(before))

    def test_pasting_is_accepted(self):
        """WCAG 3.3.8: a password manager fills in both fields, and nothing stands in its way."""
        email = self.focus("Email address")
        self.clear(email)
        self.put_on_clipboard(desk.DEMO_EMAIL)
        self.key("ctrl+v")
        self.await_length(email, len(desk.DEMO_EMAIL))
        self.assertEqual(email.text(), desk.DEMO_EMAIL)
        password = self.focus("Password")
        self.put_on_clipboard(desk.DEMO_PASSWORD)
        before = len(self.ears.all_heard())
        self.key("ctrl+v")
        self.await_length(password, len(desk.DEMO_PASSWORD))
        self.assertNotIn(desk.DEMO_PASSWORD, self.heard_since(before))
        self.key("Return")
        self.await_focus("Jhon")


if __name__ == "__main__":
    desk.main()
