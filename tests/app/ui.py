# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window: the accessibility tree to read and act, xdotool for keys and the mouse.

Runs inside tests/helpers/with-display --atspi. Nothing here sleeps for a fixed time: every step waits,
with a bound, for what it wants to see. Screenshots are kept in the build folder as test output.
"""
import os
import shutil
import signal
import subprocess
import sys
import time

# Warnings of the accessibility bus are none of ours; the program itself still stops at critical ones.
os.environ.pop("G_DEBUG", None)
import tree  # noqa: E402
from tree import Atspi, GLib  # noqa: E402, F401

TIMEOUT = 20
ASLEEP = 20  # times in a row, a hundredth of a second apart


class Failure(Exception):
    pass


class App:
    def __init__(self, program, *arguments, language="da", env=None):
        environment = dict(os.environ, LANGUAGE=language, LC_ALL="C.UTF-8",
                           G_DEBUG="fatal-criticals")
        environment.update(env or {})
        self.process = subprocess.Popen([program, *arguments], env=environment)
        self.shots = os.path.join(os.environ["LV_BUILD_ROOT"], "tests", "app", "screenshots")
        os.makedirs(self.shots, exist_ok=True)
        self.bus = tree.connect()
        self.root = self.wait(self._application, "the program in the accessibility tree")
        self.wait(self.window_id, "the window")

    def _application(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        root = tree.find_program(self.bus, self.process.pid)
        return root if root and root.get_child_count() > 0 else None

    def window_id(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Ligevægt"],
                               capture_output=True, text=True).stdout.split()
        return found[-1] if found else None

    def wait(self, question, what, timeout=TIMEOUT):
        """Asks until the answer is true; the tree may change under the question."""
        end = time.monotonic() + timeout
        last = None
        while time.monotonic() < end:
            asked = time.monotonic()
            try:
                answer = question()
                if answer:
                    return answer
            except Failure:
                raise
            except Exception as problem:  # a node that is gone
                last = problem
            # While it answers, the program does nothing else: it gets time for its own work, too.
            time.sleep(min(max(0.02, time.monotonic() - asked), 0.2))
        self.shot("failure")
        raise Failure(f"waited in vain for {what}" + (f" ({last})" if last else ""))

    def nodes(self, start=None):
        return tree.walk(start or self.root)

    def names(self, start=None):
        return [node.name for node in self.nodes(start)]

    def find(self, role=None, name=None, contains=None, start=None):
        for node in self.nodes(start):
            if ((not role or node.get_role_name() == role) and (name is None or node.name == name)
                    and (contains is None or contains in node.name)):
                return node
        return None

    def expect(self, role=None, name=None, contains=None, start=None):
        return self.wait(lambda: self.find(role, name, contains, start),
                         f"{role or 'a node'} {name or contains!r}")

    def expect_list(self, what):
        """A list that drops down has the focus; its words may stand on the page as well."""
        return self.wait(lambda: next((n for n in self.nodes() if n.get_role_name() == "list item"
                                       and n.get_state_set().contains(Atspi.StateType.FOCUSED)), None), what)

    def texts(self, start=None):
        return [n.name for n in self.nodes(start) if n.get_role_name() == "label" and n.name]

    def text_of(self, node):
        return node.get_text()

    def act(self, node, action):
        for i in range(node.get_n_actions()):
            if node.get_action_name(i) == action:
                return node.do_action(i)
        raise Failure(f"{node.get_name()!r} has no action {action}")

    def is_asleep(self):
        """Whether the program waits for something to happen: a page is filled while nothing else is to be done."""
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] == "S"

    def settle(self):
        """A page is filled while it is looked at: who walks it from its end must not begin before it is whole."""
        # The screen answers when it has handed on the keys that came before.
        subprocess.run(["xdotool", "getmouselocation"], check=True, stdout=subprocess.DEVNULL)
        end = time.monotonic() + 60
        asleep = 0
        while asleep < ASLEEP and self.process.poll() is None:
            if time.monotonic() > end:
                self.shot("failure")
                raise Failure("the page does not come to rest")
            time.sleep(0.01)
            asleep = asleep + 1 if self.is_asleep() else 0

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        if keys[-1].startswith("alt+") and keys[-1][4:].isdigit():  # another page
            self.settle()

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "5", "--", text], check=True)

    def tab_to(self, wanted, limit=150, key="Tab"):
        """Walks with Tab (or shift+Tab) alone until the focus comes to what wanted() accepts; each step waits for the
        focus to be announced, which is what a screen reader hears. What was done before may move the focus as well,
        and is waited for first: else each step would hear the one before it, and end one too far."""
        listener = tree.FocusListener(self.bus)
        self.settle()
        listener.forget()
        passed = []
        try:
            for _ in range(limit):
                self.keys(key)
                for node in listener.hear_next():
                    if wanted(node):
                        return node
                    passed.append(node.said())
        finally:
            listener.stop()
        raise Failure(f"Tab does not reach it, but {passed[-3:]}")

    def centre(self, node):
        x, y, width, height = node.get_box()
        return x + width // 2, y + height // 2

    def click(self, node, button="1"):
        x, y = self.centre(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", button], check=True)

    def scroll(self, node, button="5", times=5):
        x, y = self.centre(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times),
                        "--delay", "10", button], check=True)

    def resize(self, width, height):
        subprocess.run(["xdotool", "windowsize", "--sync", self.window_id(), str(width), str(height)])
        time.sleep(0.3)  # X has no way to ask whether the frame has been drawn

    def shot(self, name):
        path = os.path.join(self.shots, name + ".png")
        subprocess.run(["import", "-window", "root", path], stderr=subprocess.DEVNULL)
        return path

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()


def forget():
    """What an earlier program left unsaved is not offered to the next test."""
    shutil.rmtree(os.path.join(os.environ["XDG_STATE_HOME"], "ligevaegt"), ignore_errors=True)


def run(tests, program, first=1, arguments=()):
    """Runs each test with a program of its own, started with arguments, and reports as TAP, counting from first.
    The plan is the caller's, who may run in several calls."""
    failed = 0
    for number, test in enumerate(tests, first):
        app = None
        forget()
        try:
            app = App(program, *arguments)
            app.settle()
            test(app)
            print(f"ok {number} - {test.__name__}")
        except (Failure, AssertionError) as problem:
            failed += 1
            if app:
                app.shot(f"failed-{test.__name__}")
            print(f"not ok {number} - {test.__name__}: {problem}")
        finally:
            if app:
                app.close()
        sys.stdout.flush()
    return 1 if failed else 0
