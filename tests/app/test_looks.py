#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window to look at, kept as test output: light and dark, as it starts and with a change,
at the size of the screen it runs on. Fails when a word of the first screen stands outside the window."""
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

WIDTH, HEIGHT = (int(n) for n in sys.argv[2].split("x"))


def first_screen(app, name):
    app.resize(WIDTH, HEIGHT)
    for number in ["98", "220", "309", "410", "531"]:
        app.expect(contains=f"{number} mio. kr.")
    app.shot(f"{name}-{WIDTH}x{HEIGHT}")
    outside = []
    for node in app.nodes():
        if node.get_role_name() != "label" or not node.name:
            continue
        x, y, width, _ = node.get_box()
        if 0 <= y < HEIGHT and width > 0 and not 0 <= x <= x + width <= WIDTH:
            outside.append((node.name, x, width))
    assert not outside, outside


def light(app):
    first_screen(app, "overblik-lys")


def dark(app):
    first_screen(app, "overblik-moerk")


if __name__ == "__main__":
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = "prefer-light"
    print("1..2")
    bad = ui.run([light], sys.argv[1])
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    bad += ui.run([dark], sys.argv[1], first=2)
    sys.exit(1 if bad else 0)
