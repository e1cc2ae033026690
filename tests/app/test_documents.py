#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as a user meets them: edit, undo, save as, close and open again by keyboard, and by mouse once;
a program that is killed while editing offers the work at its next start. In Danish, with the real pack."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

PROGRAM = sys.argv[1]
GROWTH = "Vækst i tabt arbejdsfortjeneste pr. år"
START = "Udestår i 2026: 220 mio. kr."
EDITED = "Udestår i 2026: 193 mio. kr."


def names(app):
    return app.names()


def wait_for_text(app, text):
    return app.wait(lambda: any(text in name for name in names(app)), repr(text))


def type_growth(app, text):
    app.tab_to(lambda n: n.get_role_name() == "text" and GROWTH in n.said())
    app.keys("ctrl+a")
    app.type(text)
    app.keys("Return")


def title(app):
    return subprocess.run(["xdotool", "getwindowname", app.window_id()], capture_output=True,
                          text=True).stdout.strip()


def wait_for_title(app, text):
    return app.wait(lambda: title(app) == text + " – Ligevægt", f"the title {text!r}")


def focus(app, contains):
    """Without a window manager nobody gives a dialog the keyboard."""
    found = app.wait(lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", contains], capture_output=True,
        text=True).stdout.split(), f"the dialog {contains}")
    subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)


def dialog(app, text):
    """Waits for a dialog with this heading and gives it the keyboard."""
    wait_for_text(app, text)
    ids = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)],
                         capture_output=True, text=True).stdout.split()
    subprocess.run(["xdotool", "windowfocus", ids[-1]])


def save_as(app, path):
    app.keys("ctrl+shift+s")
    focus(app, "Gem som")
    app.keys("ctrl+a")
    app.type(path)
    app.keys("Return")
    app.wait(lambda: os.path.exists(path), path)


def press(app, name):
    app.act(app.expect("push button", contains=name), "click")


def edits_undoes_saves_and_opens_again(app):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Plan.ligevaegt")
        wait_for_text(app, START)
        wait_for_title(app, "Uden navn")
        type_growth(app, "0")
        wait_for_text(app, EDITED)
        wait_for_title(app, "• Uden navn")
        app.expect("push button", name=f"Fortryd: {GROWTH} 13,5 → 0,0")
        app.keys("ctrl+z")
        wait_for_text(app, f"Fortrudt: {GROWTH} 13,5 → 0,0")  # it is told for a few seconds
        app.shot("fortrudt")
        wait_for_text(app, START)
        wait_for_title(app, "Uden navn")
        app.expect("push button", name=f"Omgør: {GROWTH} 13,5 → 0,0")
        app.keys("ctrl+shift+z")
        wait_for_text(app, EDITED)
        save_as(app, path)
        wait_for_title(app, "Plan.ligevaegt")
        app.shot("gemt")
        app.keys("ctrl+w")
        app.wait(lambda: app.process.poll() is not None, "the end of the program")
        again = ui.App(PROGRAM, path)
        try:
            wait_for_text(again, EDITED)
            wait_for_title(again, "Plan.ligevaegt")
        finally:
            again.close()


def asks_before_closing(app):
    wait_for_text(app, START)
    type_growth(app, "0")
    wait_for_text(app, EDITED)
    app.keys("ctrl+w")
    dialog(app, "Gem ændringer?")
    app.shot("gem-aendringer")
    app.keys("Escape")
    app.wait(lambda: not app.find(contains="Gem ændringer?"), "the window without the dialog")
    wait_for_text(app, EDITED)
    subprocess.run(["xdotool", "windowfocus", app.window_id()])
    app.keys("ctrl+q")
    dialog(app, "Gem ændringer?")
    press(app, "Gem ikke")
    app.wait(lambda: app.process.poll() is not None, "the end of the program")


def works_by_mouse(app):
    wait_for_text(app, START)
    type_growth(app, "0")
    wait_for_text(app, EDITED)
    app.click(app.expect("push button", contains="Fortryd: "))
    wait_for_text(app, START)
    app.click(app.expect("push button", contains="Omgør: "))
    wait_for_text(app, EDITED)
    app.click(app.expect("push button", name="Menu"))
    app.expect("menu item", contains="Gem som")
    app.shot("menu")
    app.keys("Escape")


def recovers_after_a_kill(app):
    wait_for_text(app, START)
    type_growth(app, "0")
    wait_for_text(app, EDITED)
    state = os.path.join(os.environ["XDG_STATE_HOME"], "ligevaegt", "recovery")
    app.wait(lambda: any(n.endswith(".recovery") for n in os.listdir(state)), "the recovery file", 3)
    app.process.kill()
    app.process.wait()
    again = ui.App(PROGRAM)
    try:
        wait_for_text(again, "Arbejde, der ikke blev gemt")
        wait_for_text(again, f"{GROWTH} 13,5 → 0")
        again.shot("gendan")
        focus(again, "Arbejde, der ikke blev gemt")
        again.tab_to(lambda n: n.said().startswith("Gendan: "))
        again.keys("Return")
        wait_for_text(again, EDITED)
        wait_for_title(again, "• Uden navn")
        again.expect("push button", name="Fortryd")
    finally:
        again.close()


def tells_that_the_file_is_damaged(app):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Brev.ligevaegt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Kære byråd\n")
        app.close()
        other = ui.App(PROGRAM, path)
        try:
            wait_for_text(other, "»Brev.ligevaegt« blev ikke åbnet og er, som den var")
            other.shot("ikke-aabnet")
        finally:
            other.close()
        with open(path, encoding="utf-8") as file:
            assert file.read() == "Kære byråd\n"


def tells_what_changed_on_disk_and_what_has_no_place(app):
    head = "[document lokal]\ntitle=S\npack=aarhus-2025\nversion=1\nformat=1\nshows=lokal.a\n"
    scenario = "[scenario lokal.a]\ntitle=Lav\nset ta.vaekst={}\n"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Plan.ligevaegt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + scenario.format("0") + "set ta.findes-ikke=3\n")
        app.close()
        other = ui.App(PROGRAM, path)
        try:
            wait_for_text(other, "Noget har ingen plads i datagrundlaget")
            wait_for_text(other, "ta.findes-ikke")
            other.shot("uden-plads")
            dialog(other, "Noget har ingen plads")
            other.keys("Escape")
            wait_for_text(other, EDITED)
            subprocess.run(["xdotool", "windowfocus", other.window_id()])
            with open(path, "w", encoding="utf-8") as file:
                file.write(head + scenario.format("10.5"))
            wait_for_text(other, "er ændret af en anden")
            other.shot("aendret-paa-disken")
            press(other, "Læs igen")
            wait_for_text(other, "Udestår i 2026: 214 mio. kr.")
            wait_for_title(other, "Plan.ligevaegt")
        finally:
            other.close()


if __name__ == "__main__":
    tests = [edits_undoes_saves_and_opens_again, asks_before_closing, works_by_mouse, recovers_after_a_kill,
             tells_that_the_file_is_damaged, tells_what_changed_on_disk_and_what_has_no_place]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, PROGRAM))
