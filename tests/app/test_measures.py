#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures of the user's own as a user meets them: one is made on Tabt arbejdsfortjeneste, switched on, undone,
done again, saved and opened, by keyboard alone; and one by mouse. In Danish, with the real pack."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

PROGRAM = sys.argv[1]
TITLE = "Styrket visitation"


def names(app):
    return app.names()


def wait_for_text(app, text):
    return app.wait(lambda: any(text in name for name in names(app)), repr(text))


def gone(app, text):
    return app.wait(lambda: not any(text in name for name in names(app)), f"no {text!r}")


def focus(app, contains):
    """Without a window manager nobody gives a window the keyboard."""
    found = app.wait(lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", contains], capture_output=True,
        text=True).stdout.split(), f"the window {contains}")
    subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)


def gap_2029(app, number):
    """The panel's line of 2029: its year and its number stand side by side."""
    app.wait(lambda: any("2029" in name and f"{number} mio. kr." in name for name in names(app)),
             f"{number} in 2029")


def to_measures(app):
    wait_for_text(app, "Udestår i 2026: 220 mio. kr.")
    gap_2029(app, 531)
    tabs = [n.name for n in app.nodes() if n.get_role_name() == "page tab"]
    app.keys(f"alt+{tabs.index('Tiltag') + 1}")
    app.expect("push button", name="Nyt tiltag…")


def fill_in(app):
    app.type(TITLE)
    app.tab_to(lambda n: n.said() == "Sætter ind på")
    app.keys("space")
    app.expect_list("what it may act on")
    wait_for_text(app, "STU (Ændret udgift")
    app.keys("Down", "Down", "Down", "Return")
    wait_for_text(app, "Tabt arbejdsfortjeneste (Ændret udgift")
    wait_for_text(app, "Effekt 2027, mio. kr.")
    app.tab_to(lambda n: n.get_role_name() == "text" and "Effekt 2027" in n.said())
    app.type("x")
    app.shot("tiltag-dialog")
    app.keys("ctrl+s")
    wait_for_text(app, "»x« er ikke et tal")
    app.shot("tiltag-fejl")
    app.keys("ctrl+a", "minus", "5")
    app.tab_to(lambda n: "Fyld til højre" in n.said())
    app.keys("space", "ctrl+s")


def makes_a_measure_by_keyboard(app):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Tiltag.ligevaegt")
        to_measures(app)
        app.tab_to(lambda n: n.said() == "Nyt tiltag…")
        app.keys("Return")
        focus(app, "Nyt tiltag")
        fill_in(app)
        focus(app, "Ligevægt")
        wait_for_text(app, "Fra, eget tiltag")
        gap_2029(app, 531)
        app.shot("tiltag-fra")
        switch = app.wait(lambda: next((n for n in app.nodes() if TITLE in n.name and n.get_state_set().contains(
            ui.Atspi.StateType.FOCUSED)), None), "the focus at the measure")
        assert switch.get_role_name() == "check box", switch.get_role_name()
        app.keys("space")
        wait_for_text(app, "Til, eget tiltag")
        gap_2029(app, 526)
        wait_for_text(app, "ingen virkning alene i 2026")
        app.shot("tiltag-til")
        app.keys("ctrl+z")
        gap_2029(app, 531)
        app.keys("ctrl+z")
        gone(app, "Fra, eget tiltag")
        app.expect("push button", name="Fortryd")
        app.keys("ctrl+shift+z")
        wait_for_text(app, "Fra, eget tiltag")
        app.keys("ctrl+shift+z")
        gap_2029(app, 526)
        app.keys("ctrl+shift+s")
        focus(app, "Gem som")
        app.keys("ctrl+a")
        app.type(path)
        app.keys("Return")
        app.wait(lambda: os.path.exists(path), path)
        app.keys("ctrl+w")
        app.wait(lambda: app.process.poll() is not None, "the end of the program")
        again = ui.App(PROGRAM, path)
        try:
            gap_2029(again, 526)
        finally:
            again.close()


def unfold(app, title):
    app.act(app.wait(lambda: next((n for n in app.nodes() if n.name == f"Detaljer om {title}"
                                   and n.get_n_actions() > 0), None), f"the details of {title}"), "click")


def makes_a_measure_by_mouse(app):
    to_measures(app)
    app.click(app.expect("push button", name="Nyt tiltag…"))
    focus(app, "Nyt tiltag")
    title = app.expect("text", contains="Titel")
    app.type(TITLE)
    app.wait(lambda: app.text_of(title) == TITLE, "the title")
    app.click(app.expect("push button", contains="Gem", start=app.expect("frame", name="Nyt tiltag")))
    focus(app, "Ligevægt")
    wait_for_text(app, "Fra, eget tiltag, ikke vurderet, tæller 0")
    unfold(app, TITLE)
    app.act(app.expect("push button", name=f"Kopiér {TITLE}"), "click")
    wait_for_text(app, f"{TITLE} (kopi)")
    unfold(app, f"{TITLE} (kopi)")
    app.shot("tiltag-kopi")
    app.act(app.expect("push button", name=f"Slet {TITLE} (kopi)"), "click")
    gone(app, f"Detaljer om {TITLE} (kopi)")
    switch = app.wait(lambda: next((n for n in app.nodes() if n.name == TITLE and n.get_role_name() == "check box"),
                                   None), "the switch")
    app.act(switch, "toggle")
    wait_for_text(app, "ingen virkning alene i 2026")
    app.keys("ctrl+z")
    gone(app, "ingen virkning alene i 2026")
    app.act(app.expect("push button", name=f"Rediger {TITLE}"), "click")
    focus(app, "Redigér tiltag")
    wait_for_text(app, "Hvis skøn")
    app.shot("tiltag-rediger")


if __name__ == "__main__":
    tests = [makes_a_measure_by_keyboard, makes_a_measure_by_mouse]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, PROGRAM))
