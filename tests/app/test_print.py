#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print preview by keyboard: it opens for the page that is shown, turns its pages, zooms, and leads to the
print dialog. A page without an attachment can't be printed. In Danish, with the real pack."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

PROGRAM = sys.argv[1]


def windows(app):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)],
                           capture_output=True, text=True).stdout.split()
    titles = [subprocess.run(["xdotool", "getwindowname", one], capture_output=True, text=True).stdout.strip()
              for one in found]
    return dict(zip(titles, found))


def window(app, title):
    """Waits for a window with this title and gives it the keyboard."""
    found = app.wait(lambda: windows(app).get(title), f"the window {title!r}")
    subprocess.run(["xdotool", "windowfocus", "--sync", found], check=True)


def where(app, text):
    app.wait(lambda: any(name == text for name in app.names()), repr(text))


def shows_the_pages(app):
    app.wait(lambda: any("Udestår i 2026" in name for name in app.names()), "the first page")
    app.keys("ctrl+shift+p")
    window(app, "Vis udskrift: Overblik")
    first = app.wait(lambda: [name for name in app.names() if name.startswith("Side 1 af ")], "page 1")[0]
    pages = int(first.split()[-1])
    assert pages > 4, first
    app.shot("udskrift-forside")
    for name in ("Forrige side", "Næste side", "Zoom ind", "Zoom ud", "Udskriv"):
        app.expect("push button", name=name)
    app.keys("Page_Down", "Page_Down")
    where(app, f"Side 3 af {pages}")
    app.keys("ctrl+plus")
    app.shot("udskrift-side-3")
    app.keys("Page_Up")
    where(app, f"Side 2 af {pages}")
    for _ in range(pages - 2):
        app.keys("Page_Down")
    where(app, f"Side {pages} af {pages}")
    app.keys("ctrl+p")
    window(app, "Udskriv")
    app.shot("udskriv")
    app.keys("Escape")
    app.wait(lambda: "Udskriv" not in windows(app), "the preview without the print dialog")
    window(app, "Vis udskrift: Overblik")
    app.keys("Escape")
    app.wait(lambda: "Vis udskrift: Overblik" not in windows(app), "the window without the preview")


def prints_the_page_that_is_shown(app):
    app.wait(lambda: any("Udestår i 2026" in name for name in app.names()), "the first page")
    app.keys("alt+3", "ctrl+shift+p")
    window(app, "Vis udskrift: Tabt arbejdsfortjeneste")
    app.keys("Escape")
    app.wait(lambda: len(windows(app)) == 1, "the window alone")
    subprocess.run(["xdotool", "windowfocus", app.window_id()])
    app.keys("ctrl+p")
    window(app, "Udskriv")
    app.keys("Escape")
    app.wait(lambda: len(windows(app)) == 1, "the window alone")


if __name__ == "__main__":
    sys.exit(ui.run([shows_the_pages, prints_the_page_that_is_shown], PROGRAM))
