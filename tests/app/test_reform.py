#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reform's 136 mio. kr. placed over twelve lines by keyboard alone, read beside udestår in the panel, locked,
the other years shared out, and all of it undone; and once by mouse."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

LINES = [11, 12, 11, 12, 11, 12, 11, 12, 11, 11, 11, 11]  # 66 of indsats and 70 of drift, in turn
FIRST = "Udmøntning, A-dagpenge, Indsats"


def show_tab(app, title):
    tabs = [n for n in app.nodes() if n.get_role_name() == "page tab"]
    number = [n.name for n in tabs].index(title) + 1
    app.keys(f"alt+{number}")


def is_first_cell(node):
    return node.said().startswith(FIRST)


def says(app, text):
    app.wait(lambda: any(text in t for t in app.texts()), repr(text))


def places_136_by_keyboard(app):
    show_tab(app, "Beskæftigelsesreform")
    says(app, "Ikke udmøntet: 10 af 10 beløb har en rest.")
    app.tab_to(is_first_cell)
    app.keys("End")
    for amount in LINES:
        app.type(str(amount))
        app.keys("Return")
    says(app, "Ikke udmøntet: 8 af 10 beløb har en rest.")
    says(app, "ikke udmøntet i 2026: 48 mio. kr.")  # beside udestår in the panel
    assert any("531 mio. kr." in t for t in app.texts()), "the forecast must not move"
    app.shot("reform-2030-udmoentet")
    app.keys("ctrl+a", "ctrl+l")
    says(app, "▣ låst")
    app.keys("ctrl+l")
    app.wait(lambda: not any("▣ låst" in t for t in app.texts()), "no lock to be shown")
    button = app.tab_to(lambda node: "Fordel resten" in node.said())
    assert button
    app.keys("space")
    says(app, "Det hele er udmøntet.")
    app.shot("reform-udmoentet")
    for _ in range(len(LINES) + 3):
        app.keys("ctrl+z")
    says(app, "Ikke udmøntet: 10 af 10 beløb har en rest.")


def shares_out_by_mouse(app):
    show_tab(app, "Beskæftigelsesreform")
    says(app, "Ikke udmøntet: 10 af 10 beløb har en rest.")
    button = app.expect("push button", contains="Fordel resten")
    for _ in range(80):
        at = app.centre(button)[1]
        if at < 800:
            break
        subprocess.run(["xdotool", "mousemove", "334", "500", "click", "--repeat", "3", "5"], check=True)
        app.wait(lambda: app.centre(button)[1] < at, "the page to scroll")
    app.click(button)
    says(app, "Det hele er udmøntet.")


if __name__ == "__main__":
    tests = [places_136_by_keyboard, shares_out_by_mouse]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, sys.argv[1]))
