#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user says in words and in judgements, by keyboard and once by mouse: texts of the pack edited by hand, and low
and high of an assumption, with whose judgement they are. In Danish, with the real pack."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

PROGRAM = sys.argv[1]
CARD = "Budget og merforbrug"
GROWTH = "Vækst i tabt arbejdsfortjeneste pr. år"
TITLE = "Merforbruget i 2029 er 531 mio. kr."
DOCUMENT = """[document lokal]
title=September
pack=aarhus-2025
version=1
format=1
shows=lokal.scenarie-1
[scenario lokal.scenarie-1]
title=Ingen vækst
set ta.vaekst=0
"""


def names(app):
    return app.names()


def wait_for_text(app, text):
    return app.wait(lambda: any(text in name for name in names(app)), repr(text))


def newest(app, text):
    """Without a window manager nobody gives a new window the keyboard. Waits for what it says."""
    wait_for_text(app, text)
    ids = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)],
                         capture_output=True, text=True).stdout.split()
    subprocess.run(["xdotool", "windowfocus", "--sync", ids[-1]])


def tab(app, text, key="Tab"):
    return app.tab_to(lambda n: n.said().startswith(text), key=key)


def edits_a_text_by_keyboard(app):
    wait_for_text(app, TITLE)
    tab(app, f"Ret tekst: {CARD}")
    app.keys("Return")
    newest(app, "Teksten fra datagrundlaget")
    app.keys("ctrl+a")
    app.type("Vi mangler {merforbrug@2029} i 2029")
    wait_for_text(app, "Vi mangler 531 mio. kr. i 2029")
    app.shot("ret-tekst")
    app.keys("alt+b")
    app.expect("image", contains="Vi mangler 531 mio. kr. i 2029")
    app.expect("label", name="Rettet tekst")
    subprocess.run(["xdotool", "windowfocus", "--sync", app.window_id()])
    app.shot("rettet-tekst")
    app.keys("ctrl+z")
    app.expect("image", contains=TITLE)
    app.keys("ctrl+shift+z")
    app.expect("image", contains="Vi mangler 531 mio. kr. i 2029")
    tab(app, f"Ret tekst: {CARD}")
    app.keys("Return")
    newest(app, "Rettet tekst: ")
    app.keys("alt+d")
    app.expect("image", contains=TITLE)


def refuses_a_number_that_is_none(app):
    wait_for_text(app, TITLE)
    app.click(app.expect("push button", name=f"Ret tekst: {CARD}"))
    newest(app, "Teksten fra datagrundlaget")
    app.keys("ctrl+a")
    app.type("Vi mangler {merforbrug@2099}")
    wait_for_text(app, "Der er ingen værdi »merforbrug@2099«")
    app.shot("ret-tekst-forkert")
    app.keys("Escape")
    app.expect("image", contains=TITLE)


def judges_low_and_high(app):
    wait_for_text(app, TITLE)
    app.keys("ctrl+shift+b")
    newest(app, "Hvor ingen har givet skøn")
    wait_for_text(app, "Ingen forudsætning med lavt og højt skøn flytter")
    tab(app, "Regneeksempel")
    app.keys("space")
    app.expect("image", contains="Regneeksempel ±10 pct.: ")
    app.shot("regneeksempel")
    tab(app, f"Lavt og højt skøn: {GROWTH}")
    app.keys("Return")
    newest(app, "Standardværdi: 13,5 mio. kr. pr. år")
    app.type("10")
    app.keys("Tab")
    app.type("17")
    app.keys("Tab", "ctrl+a")
    app.type("TA-området")
    app.keys("Tab")
    app.type("Set over fem år")
    app.shot("angiv-skoen")
    app.keys("Return")
    wait_for_text(app, "TA-området, ")
    app.expect("push button", name=f"Fortryd: Lavt og højt skøn for {GROWTH}")
    app.shot("skoen-angivet")


def compares_with_a_file(app):
    """A file that is added is compared at once, and the wheel over a table moves the results under it."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "September.ligevaegt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(DOCUMENT)
        wait_for_text(app, TITLE)
        app.keys("ctrl+shift+j")
        newest(app, "Scenarier, to til seks")
        app.keys("alt+t")
        app.wait(lambda: shown("Sammenlign med fil"), "the file chooser")
        subprocess.run(["xdotool", "windowfocus", "--sync", shown("Sammenlign med fil")[-1]], check=True)
        app.type(path)
        app.keys("Return")
        wait_for_text(app, "Merforbrug, 2029, Ingen vækst (September.ligevaegt): 464 mio. kr.")
        app.shot("sammenlign-fil")
        cell = app.find("table cell", contains="Merforbrug, 2029, ")
        subprocess.run(["xdotool", "windowsize", "--sync", shown("Sammenlign")[-1], "1180", "420"], check=True)
        before = cell.get_box()[1]
        app.scroll(cell, times=3)
        app.wait(lambda: cell.get_box()[1] < before, "the results to scroll under the table")


def shown(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True,
                          text=True).stdout.split()


TESTS = [edits_a_text_by_keyboard, refuses_a_number_that_is_none, judges_low_and_high, compares_with_a_file]

if __name__ == "__main__":
    print(f"1..{len(TESTS)}")
    sys.exit(ui.run(TESTS, PROGRAM))
