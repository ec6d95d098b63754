"""The portable folder and the AppImage at a person's desk, by the same means as tests/a11y, beside whose desk.py this is
laid: atdesk.py Browser | Settings | SharedSession. LATCHKEY_PROGRAM is what is tried."""

import http.server
import os
import re
import ssl
import subprocess
import threading

import atspi
import desk
from atspi import wait_for


WHILE_CLOSED = "Keep me signed in while Latchkey is closed"


class Portal(http.server.BaseHTTPRequestHandler):
    """A network that wants its own page seen first, in place of any server."""

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(302)
        self.send_header("Location", "https://portal.example.org/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = do_POST = answer

    def log_message(self, *_):
        pass


class AtDesk(desk.Desk):
    def reach_form(self):
        self.find("Sign in", atspi.PUSH_BUTTON)
        frame = self.app.children()[0]
        wait_for(lambda: frame.has(1), "the window being active")


class Browser(AtDesk):
    """portal.crt and portal.key are here, and the system trusts them; xdg-open writes its environment down."""

    def prepare(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain("portal.crt", "portal.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        self.address = f"https://localhost:{server.server_address[1]}"

    def arguments(self):
        return ["--server", self.address]

    def test_a_link_opens_the_systems_browser(self):
        asked = self.folder + "/browser-was-asked"
        self.type(self.focus("Email address"), desk.DEMO_EMAIL)
        self.type(self.focus("Password"), desk.DEMO_PASSWORD)
        self.key("Return")
        self.await_bar("This network wants you to sign in first.")
        self.focus("Open browser")
        self.key("space")
        wait_for(lambda: os.path.exists(asked), "the browser")
        with open(asked, encoding="utf-8") as lines:
            said = lines.read().splitlines()
        self.assertEqual(said[0], self.address)
        names = {line.partition("=")[0] for line in said[1:]}
        self.assertIn("HOME", names)
        self.assertEqual([name for name in names if re.match("LD_|QT_PLUGIN|QT_QPA|QML|GIO_|XDG_DATA_DIRS", name)], [])


class Settings(AtDesk):
    def test_what_needs_systemds_units_is_greyed_and_says_why(self):
        self.focus("Settings")
        self.key("space")
        dialog = self.dialog("Settings")
        box = wait_for(lambda: next((node for node in self.inside(dialog) if node.name == WHILE_CLOSED), None), "the box")
        wait_for(lambda: not box.has(atspi.SENSITIVE), "the box being greyed")
        self.assertRegex(box.description, "systemd user manager|from a package")
        self.key("Escape")
        self.await_no_dialog()

    def arguments(self):
        return []


class SharedSession(AtDesk):
    """LATCHKEY_OTHER is another version of the program, on the same system."""

    def prepare(self):
        self.demo = subprocess.Popen([desk.DEMO_SERVER, "--until-stdin-closes"], stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, text=True)
        self.addCleanup(lambda: (self.demo.stdin.close(), self.demo.wait(), self.demo.stdout.close()))
        self.address = self.demo.stdout.readline().rpartition(" ")[2].strip()

    def arguments(self):
        return ["--server", self.address]

    def test_one_wins_and_both_know_the_session(self):
        self.sign_in(desk.DEMO_EMAIL)
        environment = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder + "/config",
                           XDG_DATA_HOME=self.folder + "/data", XDG_CACHE_HOME=self.folder + "/cache")
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        profile = os.path.basename(self.folder).replace("_", "-")
        other = [os.environ["LATCHKEY_OTHER"], "--profile", profile]
        self.assertEqual(subprocess.run(other, env=environment, timeout=20).returncode, 0, "the second start")
        self.assertIsNone(self.process.poll(), "the first start lives on")
        self.process.terminate()
        self.assertEqual(self.process.wait(atspi.PATIENCE), 0)
        # Neither address nor password is told again: both are known from settings and keyring.
        self.process = subprocess.Popen(other, env=environment)
        self.app = wait_for(lambda: self.bus.application(self.process.pid), "the other's window")
        self.find("Sign out", atspi.PUSH_BUTTON)


desk.main()
