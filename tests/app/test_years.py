#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of years as a user meets them: the budget injection filled by keyboard alone, and by mouse; a number
that the sources lack entered with its source. In Danish, with the real pack."""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

FOLD = "Budgettilførsel, mio. kr."
AREA = "Budgettilførsel, Køb af tilbud"


def names(app):
    return app.names()


def wait_for_text(app, text):
    return app.wait(lambda: any(text in name for name in names(app)), repr(text))


def cell(app, year, text=""):
    return app.wait(lambda: app.find("table cell", contains=f"{AREA}, {year}: {text}"), f"{year}: {text}")


def count(app, text):
    return sum(n.get_role_name() == "table cell" and text in n.name for n in app.nodes())


def unfold(app):
    wait_for_text(app, "Udestår i 2026: 220 mio. kr.")
    app.tab_to(lambda n: n.said().startswith(FOLD))
    app.keys("space")
    cell(app, 2026, "0 mio. kr., skøn")


def scroll_to(app, node):
    """Turns the wheel over the page until node is in the window, with room for what is said under it."""
    def seen():
        x, y = app.centre(node)
        if 0 < y < 520:
            return True
        subprocess.run(["xdotool", "mousemove", str(x), "400", "click", "5"], check=True)
        return False
    app.wait(seen, node.get_name())


def focused_year(app, year):
    app.wait(lambda: cell(app, year).get_state_set().contains(ui.Atspi.StateType.FOCUSED),
             f"the focus at {year}")


def fills_a_row_by_keyboard(app):
    unfold(app)
    app.tab_to(lambda n: n.said().startswith("Budgettilførsel, ") and n.get_role_name() == "table cell")
    app.keys("ctrl+Home")
    first = app.wait(lambda: next((n for n in app.nodes() if n.get_role_name() == "table cell"
                                   and n.get_state_set().contains(ui.Atspi.StateType.FOCUSED)), None),
                     "a cell with the focus")
    assert AREA in first.get_name(), first.get_name()
    app.keys("Right")
    app.type("10")
    app.keys("Tab")
    cell(app, 2026, "10 mio. kr., ændret i scenariet, grundprognose 0 mio. kr.")
    focused_year(app, 2027)
    wait_for_text(app, "Udestår i 2026: 210 mio. kr.")
    app.type("12.5")
    app.keys("Return")
    wait_for_text(app, "Køb af tilbud, 2027: »12.5« er ikke et tal")
    app.shot("aarstabel-fejl")
    app.keys("Escape", "Left", "shift+End")
    wait_for_text(app, "4 celler markeret")
    app.keys("ctrl+r")
    cell(app, 2029, "10 mio. kr.")
    app.shot("aarstabel-fyldt")
    app.keys("ctrl+m")
    app.expect(name="Ændr med beløb eller procent")
    app.type("50%")
    wait_for_text(app, "4 tal ændres. Køb af tilbud, 2026: 10 → 15")
    app.shot("aarstabel-aendr")
    app.keys("Return")
    cell(app, 2029, "15 mio. kr.")
    app.keys("ctrl+c", "Down", "Home", "Right", "ctrl+v")
    app.wait(lambda: count(app, ": 15 mio. kr., ændret") == 8, "two rows of 15")
    app.keys("Delete")
    app.wait(lambda: count(app, ": 15 mio. kr., ændret") == 4, "one row of 15")


def edits_by_mouse(app):
    wait_for_text(app, "Udestår i 2026: 220 mio. kr.")
    fold = app.wait(lambda: next((n for n in app.nodes() if n.name.startswith(FOLD)
                                  and n.get_role_name() != "label"), None), "the fold")
    scroll_to(app, fold)
    app.click(fold)
    cell(app, 2026)
    scroll_to(app, cell(app, 2029))
    x, y = app.centre(cell(app, 2026))
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "30", "1"],
                   check=True)
    app.wait(lambda: app.find("text", contains=f"{AREA}, 2026"), "the entry")
    app.type("25")
    app.click(cell(app, 2027))
    cell(app, 2026, "25 mio. kr., ændret i scenariet")
    wait_for_text(app, "Udestår i 2026: 195 mio. kr.")
    focused_year(app, 2027)
    x, y = app.centre(cell(app, 2026))
    to = app.centre(cell(app, 2029))
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1", "mousemove", str(x + 20), str(y),
                    "mousemove", str(to[0]), str(to[1]), "mouseup", "1"], check=True)
    wait_for_text(app, "4 celler markeret")
    app.shot("aarstabel-mus")
    app.click(app.expect(name="Rediger Budgettilførsel"))
    item = app.wait(lambda: app.find("menu item", contains="Fyld til højre"), "the menu")
    app.shot("aarstabel-menu")
    # A menu is a surface of its own: its place on the screen is not told. The button's tip, which comes over it, may
    # take the focus a step back.
    for _ in range(20):
        if item.get_state_set().contains(ui.Atspi.StateType.FOCUSED):
            break
        app.keys("Down")
        time.sleep(0.1)
    else:
        raise ui.Failure("the menu's item does not get the focus")
    app.keys("Return")
    cell(app, 2029, "25 mio. kr.")


def enters_what_is_missing(app):
    wait_for_text(app, "Udestår i 2026: 220 mio. kr.")
    app.wait(lambda: any(name.startswith("Indtast tal for") for name in app.names()), "the last card")
    app.tab_to(lambda n: n.said().startswith("Indtast tal for"), key="shift+Tab")
    app.keys("Return")
    wait_for_text(app, "Indtast et tal, der mangler")
    app.tab_to(lambda n: n.said().startswith("Tal"), limit=8)
    app.type("12,5")
    app.tab_to(lambda n: n.said().startswith("Kilde"), limit=8)
    app.type("brev fra socialforvaltningen")
    app.shot("aarstabel-kilde")
    app.keys("Return")
    wait_for_text(app, "Indtastet: ")
    wait_for_text(app, "brev fra socialforvaltningen")
    app.shot("aarstabel-indtastet")


if __name__ == "__main__":
    tests = [fills_a_row_by_keyboard, edits_by_mouse, enters_what_is_missing]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, sys.argv[1]))
