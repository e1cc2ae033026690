#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab Benchmark as a user meets it: another field is chosen, a calculated difference gets its amount and is made
a measure by keyboard, and is taken back. In Danish, with the real pack."""
import glob
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))
import ui  # noqa: E402

SPENDING = "Udgift til det specialiserede voksenområde, mio. kr."
BUTTON = "Gør til tiltag: Regneeksempel: voksne, Index100"


def open_tab(app):
    app.click(app.expect("page tab", "Benchmark"))
    app.expect(contains="Voksne: I 2021 brugte Aarhus 2,81 pct. mere end det beregnede udgiftsbehov.")


def is_sensitive(node):
    return node.get_state_set().contains(ui.Atspi.StateType.SENSITIVE)


def kept_text():
    """What would be found again after a crash: the document as it is now."""
    texts = []
    for path in glob.glob(os.path.join(os.environ["XDG_STATE_HOME"], "ligevaegt", "**"), recursive=True):
        if os.path.isfile(path):
            with open(path, encoding="utf-8", errors="replace") as file:
                texts.append(file.read())
    return "\n".join(texts)


def says_what_is_unlike(app):
    open_tab(app)
    app.expect(contains="Tallene er ikke opgjort ens: dataår")


def makes_a_measure(app):
    open_tab(app)
    app.expect("text", SPENDING)
    assert not is_sensitive(app.expect("push button", BUTTON)), "there is no amount yet"
    app.tab_to(lambda n: n.get_role_name() == "text" and n.said() == SPENDING)
    app.keys("ctrl+a")
    app.type("1028")
    app.keys("Return")
    app.wait(lambda: is_sensitive(app.find("push button", BUTTON)), "an amount")
    app.act(app.expect("push button", BUTTON), "click")
    app.expect(contains="Begrundelse: hvem vurderer det, og hvorfor")
    app.keys("ctrl+a")
    app.type("Mod det forventede")
    app.keys("Return")
    app.wait(lambda: "title=Mod det forventede" in kept_text(), "the measure in the document", 60)
    text = kept_text()
    assert "[measure lokal." in text and "status=assumed" in text, text
    assert "why=Regneeksempel: voksne, Index100: 28 mio. kr." in text, text
    app.expect(contains="Udestår i 2026: 220 mio. kr.")
    app.keys("ctrl+z")
    app.wait(lambda: "title=Mod det forventede" not in kept_text(), "the measure to be gone", 60)


if __name__ == "__main__":
    tests = [says_what_is_unlike, makes_a_measure]
    print(f"1..{len(tests)}")
    sys.exit(ui.run(tests, sys.argv[1]))
