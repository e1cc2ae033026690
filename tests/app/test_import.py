#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading numbers in as a user meets it: a CSV file as Danish offices write it, a table from the clipboard, our own
workbook sent back by finance, and the form sent out and back; by keyboard alone, and by mouse once. Undo takes all
of it back. In Danish, with the real pack."""
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "export")]
import ui  # noqa: E402
import workbook  # noqa: E402

PROGRAM, CLI = sys.argv[1:3]
SPEC = importlib.util.spec_from_file_location("trip", HERE.parent / "export" / "test-import-trip.py")
TRIP = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(TRIP)

START = "Udestår i 2026: 220 mio. kr."
TABLE = ("Udgift pr. område\n\nOmråde;2025;2026;Kilde\n"
         "Tabt arbejdsfortjeneste;1.234,5;250,25;Økonomi\n"
         "Køb af tilbud;abc;1.010;\n")
# Keeps a text on the clipboard, as the spreadsheet program does that it was copied in.
CLIPBOARD = """
import sys, gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set(sys.argv[1])
print("ready", flush=True)
GLib.MainLoop().run()
"""
# Files that can be dragged out of a small window, as out of a file manager.
FILES = """
import sys, gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk
Gtk.init()
window = Gtk.Window(title="Filer", default_width=120, default_height=60)
uris = "".join(Gio.File.new_for_path(path).get_uri() + "\\r\\n" for path in sys.argv[1:])
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.set_content(Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uris.encode())))
window.add_controller(source)
window.present()
print("ready", flush=True)
GLib.MainLoop().run()
"""


def top(app, title):
    """The window with this title; the whole program takes long to look through."""
    for i in range(app.root.get_child_count()):
        child = app.root.get_child_at_index(i)
        if child and child.get_name() == title:
            return child
    return None


def names(app):
    start = top(app, "Indlæs") or top(app, "Bed om tal")
    return app.names(start)


def wait_for_text(app, text):
    return app.wait(lambda: any(text in name for name in names(app)), repr(text))


def wait_until_gone(app, text):
    return app.wait(lambda: not any(text in name for name in names(app)), f"no {text!r}")


def focus(app, title):
    """Without a window manager nobody gives a new window the keyboard."""
    found = app.wait(lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True,
        text=True).stdout.split(), f"the window {title}")
    subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)


def is_open(title):
    return bool(subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True).stdout)


def main_window(app):
    app.wait(lambda: not is_open("^Indlæs$") and not is_open("^Bed om tal$"), "the main window alone")
    window = app.wait(app.window_id, "the window")
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)


def write(folder, name, text, encoding="cp1252"):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(text.encode(encoding))
    return path


def type_path(app, path, title):
    """The path typed into a file chooser, which opens its entry for it."""
    focus(app, title)
    app.keys("ctrl+l")
    app.keys("ctrl+a")
    app.type(path)

    def is_taken():
        """While the chooser still looks at what is typed, Enter only completes it."""
        app.keys("Return")
        end = time.monotonic() + 4
        while is_open(title) and time.monotonic() < end:
            time.sleep(0.05)
        return not is_open(title)
    app.wait(is_taken, "the end of the file chooser")


def choose(app, path):
    """Ctrl+I and the path, as in any file chooser."""
    app.keys("ctrl+i")
    type_path(app, path, "Vælg en fil at indlæse")
    focus(app, "^Indlæs$")


def drop(app, path):
    """As the desktop opens a file with the program."""
    subprocess.run([PROGRAM, path], check=True, timeout=60)
    focus(app, "^Indlæs$")


def row(app, contains):
    """A row of the list of differences."""
    return app.wait(lambda: app.find("check box", contains=contains, start=top(app, "Indlæs")), f"the row {contains}")


def is_ticked(node):
    return node.get_state_set().contains(ui.Atspi.StateType.CHECKED)


def taken(app, file):
    """The step has its name; the toast that says the same may be gone before it is looked for."""
    app.expect("push button", name=f"Fortryd: Indlæs {file}, 2 tal")


def check_undo(app, text):
    """All of it goes and comes back as one step; text is on the page only while it is there."""
    wait_for_text(app, text)
    app.keys("ctrl+z")
    wait_until_gone(app, text)
    app.keys("ctrl+shift+z")
    wait_for_text(app, text)


def reads_csv_by_keyboard(app):
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "Tal fra okonomi.csv", TABLE)
        wait_for_text(app, START)
        choose(app, path)
        wait_for_text(app, "Sådan er tabellen læst")
        wait_for_text(app, "3 tal ændres; 1 celle kan ikke indlæses.")
        app.expect("push button", name="Kolonne C · 2026: Tal: År 2026")
        app.shot("indlaes-kolonner")
        app.keys("Return")
        first = row(app, "Udgift pr. område, Tabt arbejdsfortjeneste, 2025: mangler → 1.234,5 mio. kr., "
                         "kildetal (indlæst), B4, Økonomi")
        app.wait(lambda: is_ticked(first), "its tick")
        wait_for_text(app, "Række 5, kolonne B: »abc« er ikke et tal")
        app.shot("indlaes-forslag")
        app.keys("Down", "Down", "space")
        app.wait(lambda: not is_ticked(row(app, "Køb af tilbud, 2026")), "the row without its tick")
        app.expect("push button", contains="Indlæs 2 tal")
        app.keys("alt+i")
        taken(app, "Tal fra okonomi.csv")
        main_window(app)
        check_undo(app, "Tabt arbejdsfortjeneste, 2025: 1.234,5 mio. kr. – Økonomi (Tal fra okonomi.csv, indlæst")
        wait_until_gone(app, "Køb af tilbud, 2026: 1.010")


def remembers_columns(app):
    """What the user says of a column holds for the next table with the same heads."""
    table = "Område;Budget 2025;Regnskab 2025\nTabt arbejdsfortjeneste;1,5;2,5\n"
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "Udgift pr. omraade.csv", table)
        wait_for_text(app, START)
        drop(app, path)
        wait_for_text(app, "Sådan er tabellen læst")
        wait_for_text(app, "Der er ikke angivet en kolonne med værdier.")
        app.tab_to(lambda n: n.said().startswith("Kolonne C · Regnskab 2025"))
        app.keys("Return")
        app.type("r 2025")
        app.shot("indlaes-kolonne-valg")
        app.keys("Return")
        app.expect("push button", name="Kolonne C · Regnskab 2025: Tal: År 2025")
        app.tab_to(lambda n: n.said().startswith("Alle tal er"))
        app.keys("Return")
        app.type("udgift pr. omr")
        app.keys("Return")
        wait_for_text(app, "1 tal ændres.")
        app.shot("indlaes-kolonner-valgt")
        app.keys("alt+v")
        row(app, "mangler → 2,5 mio. kr.")
        app.wait(lambda: app.find("push button", contains="Indlæs 1 tal").get_state_set().contains(
            ui.Atspi.StateType.SENSITIVE), "the button that takes the numbers")
        app.keys("alt+i")
        main_window(app)
        drop(app, path)
        wait_for_text(app, "Kolonnerne betyder det samme, som du valgte den ")
        app.shot("indlaes-husket")


def pastes_from_the_clipboard(app):
    table = "Id\t2025\t2026\nomraade.udgift@stu\t12,5\t13,5\n"
    owner = subprocess.Popen(["/usr/bin/python3", "-c", CLIPBOARD, table], stdout=subprocess.PIPE, text=True)
    try:
        owner.stdout.readline()
        wait_for_text(app, START)
        app.keys("ctrl+shift+v")
        wait_for_text(app, "2 tal ændres.")
        app.keys("Return")
        wait_for_text(app, "Skriv, hvor tallene er fra.")
        app.shot("indlaes-udklipsholder")
        app.type("regnskabssystemet")
        wait_until_gone(app, "Skriv, hvor tallene er fra.")
        app.keys("Return")
        taken(app, "udklipsholder")
        main_window(app)
        check_undo(app, "STU, 2025: 12,5 mio. kr. – regnskabssystemet (udklipsholder, indlæst")
    finally:
        owner.kill()


def export_and_change(folder):
    """The workbook Beregning with two assumptions changed, saved again by a spreadsheet program if there is one."""
    subprocess.run([CLI, "export", folder, "--profile", "beregning", "--date", "2026-11-24"], check=True,
                   capture_output=True)
    for path in sorted(pathlib.Path(folder).glob("*-beregning.xlsx")):
        book = workbook.Workbook(path)
        wanted = {"ta.vaekst": 10.5, "budgettilfoersel": 12.0}
        changes = {}
        for entry in TRIP.inputs.inputs_of(book):
            if entry["id"] in wanted and not entry["cell"].formula:
                changes[entry["at"]] = wanted.pop(entry["id"])
        if wanted:
            continue
        changed = pathlib.Path(folder) / "tilbage-fra-okonomi.xlsx"
        book.changed(changed, TRIP.INPUTS, changes)
        program = workbook.Gnumeric()
        return str(TRIP.save_again(program, folder, [changed])[0] if program.found else changed)
    raise ui.Failure("no workbook has both assumptions")


def reads_our_workbook(app):
    with tempfile.TemporaryDirectory() as folder:
        path = export_and_change(folder)
        wait_for_text(app, START)
        drop(app, path)
        wait_for_text(app, "Det er vores eget beregningsark.")
        wait_for_text(app, "2 tal ændres")
        row(app, "Vækst i tabt arbejdsfortjeneste pr. år: 13,5 → 10,5 mio. kr. pr. år")
        row(app, "Budgettilførsel")
        app.shot("indlaes-beregning")
        app.keys("alt+i")
        taken(app, "tilbage-fra-okonomi.xlsx")
        main_window(app)
        wait_until_gone(app, START)
        app.keys("ctrl+z")
        wait_for_text(app, START)
        app.keys("ctrl+shift+z")
        wait_until_gone(app, START)


def fill(path, target):
    """The first rows of the form that ask for a plain number that is missing."""
    book = workbook.Workbook(path)
    sheet = book.names[0]
    cells = book.sheets[sheet]
    rows = [r for r, c in map(workbook.split, cells) if c == 0 and r > 3
            and cells[f"A{r + 1}"].value.startswith("omraade.udgift@")]
    changes = {}
    for number, index in enumerate(sorted(rows)[:2]):
        changes |= {f"J{index + 1}": 100.5 + number, f"K{index + 1}": "Brev fra forvaltningen",
                    f"M{index + 1}": "Driftsområdet"}
    book.changed(target, sheet, changes)


def sends_the_form_out_and_back(app):
    with tempfile.TemporaryDirectory() as folder:
        path, answer = (os.path.join(folder, name) for name in ("skema.xlsx", "svar.xlsx"))
        wait_for_text(app, START)
        app.tab_to(lambda n: n.said().startswith("Bed om tal"), key="shift+Tab")
        app.keys("Return")
        wait_for_text(app, "rækker at udfylde")
        focus(app, "^Bed om tal$")
        app.shot("bed-om-tal")
        app.keys("alt+g")
        type_path(app, path, "Gem skema")
        app.wait(lambda: os.path.exists(path), path)
        main_window(app)
        fill(path, answer)
        drop(app, answer)
        wait_for_text(app, "2 tal ændres")
        row(app, "kildetal (indlæst), J")
        app.shot("indlaes-skema")
        app.keys("alt+i")
        taken(app, "svar.xlsx")
        main_window(app)
        check_undo(app, "100,5 mio. kr. – Brev fra forvaltningen (svar.xlsx, indlæst")


def works_by_mouse(app):
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "Tal fra okonomi.csv", TABLE)
        wait_for_text(app, START)
        button = app.tab_to(lambda n: n.said() == "Indlæs tal …", key="shift+Tab")
        app.shot("tal-som-mangler")
        app.click(button)
        type_path(app, path, "Vælg en fil at indlæse")
        wait_for_text(app, "3 tal ændres")
        app.click(app.expect("push button", contains="Videre"))
        app.click(row(app, "Tabt arbejdsfortjeneste, 2025"))
        app.expect("push button", contains="Indlæs 2 tal")
        app.shot("indlaes-mus")
        app.click(app.expect("push button", contains="Indlæs 2 tal"))
        taken(app, "Tal fra okonomi.csv")
        wait_for_text(app, "Køb af tilbud, 2026: 1.010")
        app.click(app.expect("push button", contains="Fortryd: "))
        wait_until_gone(app, "Køb af tilbud, 2026: 1.010")


def says_what_is_wrong_and_asks(app):
    with tempfile.TemporaryDirectory() as folder:
        wait_for_text(app, START)
        drop(app, write(folder, "gammel.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + " " * 600, "latin-1"))
        wait_for_text(app, "gem den som en Excel-projektmappe (.xlsx) eller som CSV")
        app.shot("indlaes-fejl")
        app.keys("Escape")
        main_window(app)
        drop(app, write(folder, "Udgift pr. omraade.csv", "Id;2025\nomraade.udgift@ta;1.234\n"))
        wait_for_text(app, "Hvilket decimaltegn har tallene?")
        app.shot("indlaes-decimaltegn")
        app.keys("alt+p")
        wait_until_gone(app, "Tal som 1.234 kan læses på to måder.")
        app.keys("alt+v")
        row(app, "mangler → 1,234 mio. kr.")
        app.keys("Escape")
        main_window(app)
        app.expect("push button", name="Fortryd")


def drag(app, *paths):
    """Drags files from another program to the middle of the window, and lets them fall there."""
    source = subprocess.Popen([sys.executable, "-c", FILES, *paths], stdout=subprocess.PIPE, text=True)
    try:
        source.stdout.readline()
        shown = app.wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Filer$"],
                                                capture_output=True, text=True).stdout.split(), "the other program")
        subprocess.run(["xdotool", "windowmove", "--sync", shown[-1], "1100", "600"], check=True)
        subprocess.run(["xdotool", "windowraise", shown[-1], "mousemove", "1160", "630", "mousedown", "1"], check=True)
        for x in range(1140, 600, -60):
            time.sleep(0.05)  # as a hand does; what hears it is X, not the program
            subprocess.run(["xdotool", "mousemove", str(x), "400"], check=True)
        time.sleep(0.3)
        app.shot("slip-fil")
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        return app.wait(lambda: top(app, "Indlæs"), "what becomes of it")
    finally:
        source.kill()
        source.wait()


def takes_dropped_files(app):
    """Of several tables the first; the document beside it is opened as well."""
    with tempfile.TemporaryDirectory() as folder:
        wait_for_text(app, START)
        document = pathlib.Path(folder, "Plan.ligevaegt")
        document.write_text("[document lokal]\ntitle=Plan\npack=aarhus-2025\nversion=1\nformat=1\n", "utf-8")
        drag(app, write(folder, "Udgift pr. omraade.csv", TABLE), str(document), write(folder, "to.csv", TABLE))
        wait_for_text(app, "3 tal ændres; 1 celle kan ikke indlæses.")
        app.wait(lambda: is_open("^Plan.ligevaegt – Ligevægt$"), "the document")
        focus(app, "^Indlæs$")
        app.keys("Escape")
        main_window(app)


def reads_a_hundred_thousand_rows(app):
    """It can be let go of at any time, and GTK has nothing to complain of; large numbers are written as such."""
    rows = ["Id;Værdi;Kilde"] + [f"omraade.udgift@ta/{year};1,5;Økonomi" for year in range(2025, 2030)]
    rows += [f"forbrug.r2024@{year};2542;Økonomi" for year in range(2025, 2030)]  # published, so it is warned of
    rows += [f"ukendt.{n}@2025;1,5;Økonomi" for n in range(100000 - 10)]
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "stor.csv", "\n".join(rows) + "\n")
        wait_for_text(app, START)
        drop(app, path)
        app.keys("Escape")
        main_window(app)
        drop(app, path)
        wait_for_text(app, "99.990 celler kan ikke indlæses.")
        app.keys("alt+v")
        wait_for_text(app, "99.990 celler kan ikke indlæses; de første 1.000 er vist")
        wait_for_text(app, "5 tal afløser kildetal i grundprognosen.")
        app.shot("indlaes-mange")
        app.keys("Escape")
        main_window(app)
        app.expect("push button", name="Fortryd")


if __name__ == "__main__":
    tests = [reads_csv_by_keyboard, remembers_columns, pastes_from_the_clipboard, reads_our_workbook,
             sends_the_form_out_and_back, works_by_mouse, says_what_is_wrong_and_asks, takes_dropped_files,
             reads_a_hundred_thousand_rows]
    only = sys.argv[3:]
    chosen = [t for t in tests if not only or t.__name__ in only]
    print(f"1..{len(chosen)}")
    sys.exit(ui.run(chosen, PROGRAM))
