#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab Hjemløshed as a user meets it: ten more homes a year from 2027 and a ceiling on the day rate, in the
scenario Eksempel; each by keyboard alone with the lever beside its chart, and both by mouse with the measures that the
plan carries, then the plan updated and the attachment made. In Danish, with the real pack."""
import os
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.dirname(__file__))
import test_export  # noqa: E402
import ui  # noqa: E402

HOMES = "Flere boliger pr. år"
RATE = "Ændret ekstern døgntakst, fx ved takstloft"
MEASURES = [("Flere boliger til hjemløse", "10"), ("Takstloft for forsorgshjem", "10")]
GAP = "Merforbrug pr. område, Hjemløseområdet 2029: "
PATIENCE = 60


def said(app, text):
    return app.wait(lambda: any(text in name for name in app.names()), repr(text), PATIENCE)


def node(app, wanted, what):
    return app.wait(lambda: next((n for n in app.nodes() if wanted(n)), None), what, PATIENCE)


def gap(app):
    """What 2029 lacks on this area, as the first card says it."""
    return next((name[len(GAP):] for name in app.names() if name.startswith(GAP)), None)


def open_example(app):
    app.resize(1280, 900)
    app.expect(name="Hjemløshed")
    app.keys("alt+4")
    said(app, "Handlingsplan hjemløshed")
    app.tab_to(lambda n: n.said() == "Scenarie", limit=30)
    app.keys("space")
    app.expect_list("the scenarios")
    said(app, "Eksempel: hjemløshed")
    app.keys("Down", "Return")
    said(app, "139 ændringer i forhold til grundprognosen")
    assert gap(app) == "18 mio. kr.", gap(app)


def is_cell(title, year):
    return lambda n: n.get_role_name() == "table cell" and n.said().startswith(f"{title}, {year}:")


def from_2027(app, title, text):
    app.tab_to(is_cell(title, 2027), limit=250)
    app.type(text)
    app.keys("Return")
    node(app, lambda n: is_cell(title, 2027)(n) and "ændret i scenariet" in n.said(), f"{title} in 2027")
    app.keys("shift+End", "ctrl+r")
    node(app, lambda n: is_cell(title, 2031)(n) and "ændret i scenariet" in n.said(), f"{title} in 2031")


def lower(app):
    """The gap of the area has fallen, and its card says from what."""
    app.wait(lambda: "grundprognose 18" in (gap(app) or "") and "mindre" in gap(app), "a lower gap", PATIENCE)
    print(f"# 2029: {gap(app)}")


def by_keyboard(app, title, text):
    open_example(app)
    from_2027(app, title, text)
    lower(app)
    app.shot("hjemloeshed-tastatur")
    app.keys("ctrl+z", "ctrl+z")
    app.wait(lambda: gap(app) == "18 mio. kr.", "all undone", PATIENCE)


def homes_by_keyboard(app):
    by_keyboard(app, HOMES, "10")


def ceiling_by_keyboard(app):
    by_keyboard(app, RATE, "-10")


def seen(app, wanted, what):
    """The node that wanted() accepts, scrolled into the middle of the window."""
    def place():
        found = next((n for n in app.nodes() if wanted(n)), None)
        if found is None:
            return None
        y = app.centre(found)[1]
        if 150 < y < 780:
            return found
        # Between the panel and the cards nothing takes the wheel for itself.
        turns = max(1, abs(y - 450) // 80)
        subprocess.run(["xdotool", "mousemove", "331", "600", "click", "--repeat", str(turns), "--delay", "5",
                        "5" if y >= 780 else "4"], check=True)
        return None
    return app.wait(place, what, PATIENCE)


def give_size(app, title, text):
    app.click(seen(app, lambda n: n.get_role_name() == "check box" and n.said() == title, title))
    fold = seen(app, lambda n: n.said().startswith(f"{title}: 1 forudsætning"), f"the size of {title}")
    app.click(fold)
    app.click(seen(app, lambda n: n.get_role_name() == "text" and n.said().startswith(f"{title}: "),
                   f"the entry of {title}"))
    app.keys("ctrl+a")
    app.type(text)
    app.keys("Return")


def update_plan(app):
    """The action that carries the ceiling gets an end, in its own window."""
    action = "Takstloft for forsorgshjem og krisecentre"
    app.click(seen(app, lambda n: n.name == "Søg i planen", "the search"))
    app.type("Takstloft")
    said(app, "1 af 27 opgaver")
    app.click(seen(app, lambda n: n.get_role_name() == "label" and n.said() == action, action))
    app.keys("Return")
    node(app, lambda n: "Bærer tiltaget" in n.said(), "the action's window")
    test_export.focus("Rediger opgave")
    app.tab_to(lambda n: n.said() == "Slut" and n.get_role_name() == "text", limit=30)
    app.type("1.1.2028")
    app.keys("Down")
    app.shot("hjemloeshed-opgave")
    app.keys("Return")
    said(app, "31.12.2027")
    test_export.focus("Ligevægt")


def make_attachment(app):
    """What was changed stands in the workbook and in the PDF, with the scenario's name."""
    with tempfile.TemporaryDirectory() as folder:
        test_export.show_dialog(app)
        test_export.choose_folder(app, folder)
        test_export.only(app, "Handlingsplan hjemløshed")
        test_export.press(app, "Dan")
        test_export.wait_for(app, "5 filer dannet i", PATIENCE)
        app.shot("hjemloeshed-bilag")
        book = zipfile.ZipFile(f"{folder}/Handlingsplan hjemløshed.xlsx")
        strings = book.read("xl/sharedStrings.xml").decode()
        assert "Flere boliger til hjemløse" in strings and "31. december 2027" in strings, strings[:2000]
        text = subprocess.run(["pdftotext", "-layout", f"{folder}/Handlingsplan hjemløshed.pdf", "-"],
                              capture_output=True, text=True).stdout
        assert "Takstloft for forsorgshjem" in text and "Mit scenarie" in text, text[:2000]


def homes_and_ceiling_by_mouse(app):
    open_example(app)
    for title, text in MEASURES:
        give_size(app, title, text)
    lower(app)
    # Ten homes a year and ten per cent, not twelve times as much for twelve months.
    said(app, "gennemsnit pr. måned, 2029: 10")
    said(app, "gennemsnit pr. måned, 2029: -10")
    app.shot("hjemloeshed-mus")
    update_plan(app)
    make_attachment(app)


if __name__ == "__main__":
    tests = [homes_by_keyboard, ceiling_by_keyboard, homes_and_ceiling_by_mouse]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, sys.argv[1]))
