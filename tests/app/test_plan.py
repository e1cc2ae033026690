#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An action plan as a user meets it, in Danish: an end moved by three months on the timeline, by keyboard and by
mouse, moves 2029 beside it at once, and undo restores both; an action entered by keyboard alone; what is late on
another day."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

PACK = os.path.join(os.environ["LV_SOURCE_ROOT"], "tests", "data", "app", "plan")
PLAN = "Handleplan for tilsyn"


def wait_for_text(app, text):
    return app.wait(lambda: any(text in n.name for n in app.nodes()), repr(text))


def open_plan(app):
    wait_for_text(app, "Udestår i 2026: 98 mio. kr.")
    app.keys("alt+2")
    wait_for_text(app, "6 opgaver, heraf 1 forsinket")


def picture(app):
    return app.wait(lambda: app.find("image", name=PLAN), "the timeline")


def open_timeline(app):
    open_plan(app)
    app.act(app.expect("page tab", "Tidslinje"), "click")
    return picture(app)


def moves_by_keyboard(app):
    open_timeline(app)
    app.tab_to(lambda n: n.said() == PLAN and n.get_role_name() == "image")
    wait_for_text(app, "← og → flytter opgaven")
    app.keys("shift+Right", "shift+Right", "shift+Right")
    wait_for_text(app, "Flyttet 3 måneder frem")
    wait_for_text(app, "413 mio. kr.")  # 2029, in the panel beside
    wait_for_text(app, "2 opgaver, der afventer denne, ville begynde for tidligt:")
    app.shot("plan-flyttet")
    app.tab_to(lambda n: n.said() == "Flyt også disse", limit=4)
    app.keys("Return")
    app.wait(lambda: not app.find("label", contains="ville begynde for tidligt")
             or not app.find("push button", "Flyt også disse"), "the preview to go")
    wait_for_text(app, "3 opgaver slutter på et andet tidspunkt end planlagt")
    app.keys("ctrl+z")
    wait_for_text(app, "410 mio. kr.")
    wait_for_text(app, "Ingen opgaver er flyttet i scenariet")
    app.keys("alt+1")
    wait_for_text(app, "2029: 410 mio. kr.")
    app.keys("ctrl+shift+z")
    wait_for_text(app, "2029: 413 mio. kr.")


def raw(width, height, x, y):
    """A piece of the screen, as bytes of red, green and blue."""
    return subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-depth", "8",
                           "rgb:-"], capture_output=True, check=True).stdout


def find_bar(app, view):
    """The first bar from above: the longest run of dark blue in its line. Nothing but the picture tells where."""
    left, top, width, height = view.get_box()
    pixels = raw(width, height, left, top)
    assert len(pixels) == width * height * 3, len(pixels)
    for y in range(height):
        line = pixels[y * width * 3:(y + 1) * width * 3]
        dark = [x for x in range(width)
                if line[3 * x + 2] > line[3 * x] + 50 and line[3 * x] < 90]
        if len(dark) > 120:
            return left + dark[0], left + dark[-1], top + y
    raise ui.Failure("no bar in the picture")


def moves_by_mouse(app):
    view = open_timeline(app)
    first, last, y = app.wait(lambda: find_bar(app, view), "the bar")
    month = (last - first) / 6  # January to June
    x = last - 1
    y += 4
    steps = [str(part) for i in range(1, 7) for part in ("mousemove", int(x + i * month / 2), y)]
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1", *steps], check=True)
    wait_for_text(app, "Flyttet 3 måneder frem")
    wait_for_text(app, "413 mio. kr.")
    app.shot("plan-mus")
    subprocess.run(["xdotool", "mouseup", "1"], check=True)
    wait_for_text(app, "30. september 2026")
    app.keys("ctrl+z")
    wait_for_text(app, "410 mio. kr.")
    wait_for_text(app, "Ingen opgaver er flyttet i scenariet")


def enters_by_keyboard(app):
    open_plan(app)
    app.tab_to(lambda n: n.said() == "Ny opgave")
    app.keys("Return")
    wait_for_text(app, "Bærer tiltaget")
    app.type("Hold et kursus")
    app.tab_to(lambda n: n.said() == "Slut" and n.get_role_name() == "text", limit=20)
    app.type("1.9.2026")
    app.keys("Down")
    app.shot("plan-ny")
    app.keys("Return")
    wait_for_text(app, "7 opgaver")
    wait_for_text(app, "31.8.2026")
    wait_for_text(app, "Kilde: arbejdsfilen")
    app.keys("ctrl+z")
    wait_for_text(app, "6 opgaver")


def tells_what_is_late(app):
    wait_for_text(app, "Udestår i 2026: 98 mio. kr.")
    app.keys("alt+2")
    wait_for_text(app, "6 opgaver, heraf 4 forsinkede og 5 uden ny status")
    wait_for_text(app, "ingen status siden 15. april 2026")
    app.shot("plan-forsinket")


if __name__ == "__main__":
    print("1..4")
    arguments = ["--pack", PACK, "--today"]
    bad = ui.run([moves_by_keyboard, moves_by_mouse, enters_by_keyboard], sys.argv[1],
                 arguments=[*arguments, "2026-05-01"])
    bad += ui.run([tells_what_is_late], sys.argv[1], first=4, arguments=[*arguments, "2027-01-02"])
    sys.exit(1 if bad else 0)
