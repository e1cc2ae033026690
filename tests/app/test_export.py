#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dan bilag as a user meets it, by keyboard and over the accessibility tree: choosing, what is typed, the files, the
question before files are replaced, stopping, a folder that takes nothing, a file that is open elsewhere. In Danish,
with the real pack."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import ui  # noqa: E402

PROGRAM = sys.argv[1]
START = "Udestår i 2026: 220 mio. kr."


def dialog(app):
    for i in range(app.root.get_child_count()):
        child = app.root.get_child_at_index(i)
        if child and child.get_name() == "Dan bilag":
            return child
    return None


def texts(app):
    start = dialog(app)
    return [n.said() or "" for n in app.nodes(start)] if start else []


def wait_for(app, text, timeout=ui.TIMEOUT):
    return app.wait(lambda: any(text in t for t in texts(app)), repr(text), timeout)


def shown(title):
    """Asks the screen, not the tree: GTK 4.8 complains when a window is asked that is about to go."""
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True).stdout.strip()


def focus(name):
    subprocess.run(f"xdotool windowfocus --sync $(xdotool search --onlyvisible --name '{name}' | tail -1)", shell=True,
                   check=True)


def open_dialog(app):
    app.wait(lambda: any(START in t for t in app.texts()), START)
    show_dialog(app)


def show_dialog(app):
    app.keys("ctrl+e")
    app.wait(lambda: dialog(app), "the dialog")
    wait_for(app, "filer")
    focus("Dan bilag")


def button(app, name, start=None):
    """GTK 4.8 reads a label with a mnemonic twice: "_Dan Dan"."""
    return app.wait(lambda: next((n for n in app.nodes(start or dialog(app))
                                  if n.get_role_name() in ("push button", "button")
                                  and n.said().replace("_", "") in (name, f"{name} {name}")), None), name)


def press(app, name):
    app.act(button(app, name), "click")


def answer(app, name):
    """A button of the question that is open."""
    app.act(button(app, name, app.root), "click")


def choose_folder(app, folder):
    press(app, "Vælg …")
    app.wait(lambda: shown("Mappe til bilagene"), "the folder chooser")
    focus("Mappe til bilagene")
    app.type(folder)
    app.keys("Return")
    time.sleep(0.5)  # the chooser shows what it found
    if shown("Mappe til bilagene"):
        app.keys("Return")
    wait_for(app, folder)
    focus("Dan bilag")


def only_bilag3(app):
    only(app, "Bilag 3: TA-analyse")


def only(app, title):
    """Ticks by keyboard alone: none, then one attachment. AT-SPI has no action for a check button."""
    press(app, "Vælg ingen")
    app.tab_to(lambda n: n.get_role_name() in ("check box", "toggle button") and n.said() == title)
    app.keys("space")
    press(app, "Vælg ingen figurer")
    wait_for(app, "5 filer")


def makes_the_files(app):
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        app.type("25-012345")  # the focus stands in the case number
        number = app.wait(lambda: app.find("text", "Sagsnummer", start=dialog(app)), "the case number")
        app.wait(lambda: app.text_of(number) == "25-012345", "what was typed")
        app.shot("dan-bilag")
        choose_folder(app, folder)
        only_bilag3(app)
        press(app, "Dan")
        wait_for(app, "5 filer dannet i")
        app.shot("dan-bilag-dannet")
        assert sorted(os.listdir(folder)) == ["Bilag 3 - TA-analyse - beregning.xlsx", "Bilag 3 - TA-analyse.html",
                                              "Bilag 3 - TA-analyse.pdf", "Bilag 3 - TA-analyse.xlsx",
                                              "Bilag 3 - TA-analyse.zip"], os.listdir(folder)
        for name in os.listdir(folder):
            if name.endswith((".xlsx", ".zip")):
                assert zipfile.ZipFile(f"{folder}/{name}").testzip() is None
        info = subprocess.run(["pdfinfo", f"{folder}/Bilag 3 - TA-analyse.pdf"], capture_output=True, text=True).stdout
        assert "Tagged:          yes" in info, info
        assert any(t == "Åbn: Bilag 3 - TA-analyse.pdf" for t in texts(app)), "each file can be opened"
        held = "Tilgængelighed: 35 af 36 punkter er kontrolleret og opfyldt; stavning er ikke læst igennem"
        assert texts(app).count(held) == 1, "the workbook to publish, and no other file, is checked"
        assert any("1 af 1 bilag i regneark opfylder alle de 35 kontrollerede punkter" in t for t in texts(app)), texts(app)
        # What was typed is in the document, and there again.
        press(app, "Luk")
        app.wait(lambda: not shown("Dan bilag"), "the dialog to go")
        app.keys("ctrl+e")
        app.wait(lambda: dialog(app), "the dialog")
        number = app.wait(lambda: app.find("text", "Sagsnummer", start=dialog(app)), "the case number")
        assert app.text_of(number) == "25-012345", app.text_of(number)
        wait_for(app, "5 filer; 5 af dem findes i mappen i forvejen")


def asks_before_it_replaces(app):
    with tempfile.TemporaryDirectory() as folder:
        old = pathlib.Path(folder) / "Bilag 3 - TA-analyse.pdf"
        old.write_text("gammel")
        open_dialog(app)
        choose_folder(app, folder)
        only_bilag3(app)
        wait_for(app, "1 af dem findes i mappen i forvejen")
        press(app, "Dan")
        app.expect(contains="Erstat 1 fil?")
        app.shot("dan-bilag-erstat")
        answer(app, "Dan kun de øvrige")
        wait_for(app, "4 filer dannet i")
        assert any("1 fil fandtes i forvejen og er uændret" in t for t in texts(app)), texts(app)
        assert old.read_text() == "gammel"
        press(app, "Tilbage")
        press(app, "Dan")
        app.expect(contains="Erstat 5 filer?")
        answer(app, "Erstat")
        wait_for(app, "5 filer dannet i")
        assert old.read_bytes().startswith(b"%PDF")


def stops_half_way(app):
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        choose_folder(app, folder)
        press(app, "Dan")
        app.wait(lambda: any(n.endswith(".xlsx") for n in os.listdir(folder)), "the first file")
        press(app, "Stop")
        wait_for(app, "filer blev ikke påbegyndt")
        app.shot("dan-bilag-stoppet")
        made = os.listdir(folder)
        assert made and not any(n.startswith(".") for n in made), made
        for name in made:
            head = (pathlib.Path(folder) / name).read_bytes()[:4]
            assert head in (b"PK\x03\x04", b"%PDF", b"BEGI", b"<!DO", b"\xef\xbb\xbfI"), (name, head)


def says_what_the_folder_refuses(app):
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        choose_folder(app, folder)
        only_bilag3(app)
        os.rmdir(folder)
        pathlib.Path(folder).write_text("en fil")  # nothing can be made below a file
        try:
            press(app, "Dan")
            wait_for(app, "Bilagene blev ikke dannet")
            assert any(f"Mappen »{folder}« kan ikke oprettes" in t for t in texts(app)), texts(app)
            app.shot("dan-bilag-afvist")
            press(app, "Tilbage")
            wait_for(app, "5 filer")
        finally:
            os.unlink(folder)
            os.mkdir(folder)


def leaves_a_file_that_is_open_elsewhere(app):
    with tempfile.TemporaryDirectory() as folder:
        old = pathlib.Path(folder) / "Bilag 3 - TA-analyse.xlsx"
        old.write_text("gammel")
        (pathlib.Path(folder) / f".~lock.{old.name}#").write_text("Økonomi,oko,PC-1204,29.11.2026 12:00,file:///x;")
        open_dialog(app)
        choose_folder(app, folder)
        only_bilag3(app)
        press(app, "Dan")
        app.expect(contains="Erstat 1 fil?")
        answer(app, "Erstat")
        wait_for(app, "1 fil blev ikke dannet")
        assert any("filen er åben i et andet program (Økonomi, PC-1204)" in t for t in texts(app)), texts(app)
        assert any("4 filer blev dannet" in t for t in texts(app)), texts(app)
        assert old.read_text() == "gammel"


def gives_each_scenario_a_folder(app):
    """By keyboard; the formats of one attachment are unfolded and one is left out."""
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        choose_folder(app, folder)
        only_bilag3(app)
        app.tab_to(lambda n: "Bilag 3: TA-analyse" in n.said() and n.get_role_name() == "list item", key="shift+Tab")
        app.keys("Return")
        app.tab_to(lambda n: n.said() == "Bilag 3: TA-analyse: Tabeller som CSV")
        app.shot("dan-bilag-formater")
        app.keys("space")
        wait_for(app, "4 filer")
        app.tab_to(lambda n: n.said() == "Eksempel: hjemløshed")
        app.keys("space")
        wait_for(app, "8 filer")
        app.shot("dan-bilag-scenarier")
        press(app, "Dan")
        wait_for(app, "8 filer dannet i")
        assert sorted(os.listdir(folder)) == ["Eksempel - hjemløshed", "Grundprognose"], os.listdir(folder)
        one, two = (pathlib.Path(folder) / name / "Bilag 3 - TA-analyse.xlsx" for name in sorted(os.listdir(folder)))
        assert one.read_bytes() != two.read_bytes()


def says_what_is_not_accessible(app):
    """What the sender adds is looked at, too: an abbreviation that nobody explains."""
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        app.keys("Tab")  # from the case number to the sender
        app.type("Enheden XQZ")
        sender = app.wait(lambda: app.find("text", "Afsender", start=dialog(app)), "the sender")
        app.wait(lambda: app.text_of(sender) == "Enheden XQZ", "what was typed")
        choose_folder(app, folder)
        only_bilag3(app)
        press(app, "Dan")
        wait_for(app, "5 filer dannet i")
        app.shot("dan-bilag-utilgaengelig")
        assert any("0 af 1 bilag i regneark opfylder alle" in t for t in texts(app)), texts(app)
        assert any(re.search("TA-analyse.xlsx er ikke tilgængelig for alle: Punkt 14, arket »Forside«, B\\d+: "
                             "forkortelsen XQZ er ikke forklaret", t) for t in texts(app)), texts(app)
        assert "Tilgængelighed: 1 af de 35 kontrollerede punkter er ikke opfyldt" in texts(app), texts(app)


def chooses_charts_one_by_one(app):
    """By keyboard: none, then one of a page; kept for the next time. Its file has the number of the case."""
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        app.type("25-012345")
        choose_folder(app, folder)
        only_bilag3(app)
        app.tab_to(lambda n: "Overblik" in n.said() and n.get_role_name() == "list item")
        assert any(re.fullmatch(r"0 af \d+ figurer", t) for t in texts(app)), texts(app)
        app.keys("Return")
        chart = app.tab_to(lambda n: n.get_role_name() in ("check box", "toggle button")
                           and not n.said().startswith("Alle figurer"))
        name = chart.get_name()
        app.keys("space")
        wait_for(app, "6 filer")
        assert any(re.fullmatch(r"1 af \d+ figurer", t) for t in texts(app)), texts(app)
        app.shot("dan-bilag-figurer")
        press(app, "Dan")
        wait_for(app, "6 filer dannet i")
        made = [n for n in os.listdir(folder) if n.endswith(".pdf") and not n.startswith("Bilag 3")]
        assert len(made) == 1 and not made[0].startswith("figur."), f"{made} has no name for people"
        text = subprocess.run(["pdftotext", f"{folder}/{made[0]}", "-"], capture_output=True, text=True).stdout
        assert "Sagsnummer: 25-012345" in text, text
        press(app, "Luk")
        app.wait(lambda: not shown("Dan bilag"), "the dialog to go")
        show_dialog(app)
        wait_for(app, "6 filer; 6 af dem findes i mappen i forvejen")
        press(app, "Vælg alle figurer")
        app.wait(lambda: not any(t.startswith("6 filer") for t in texts(app)), f"more than {name}")


def leaves_out_charts_of_nothing(app):
    """In the grundprognose the charts of the homeless model have no number; who ticks all charts is told."""
    with tempfile.TemporaryDirectory() as folder:
        open_dialog(app)
        choose_folder(app, folder)
        press(app, "Vælg ingen")
        press(app, "Vælg alle figurer")
        press(app, "Dan")
        wait_for(app, "filer dannet i")
        app.shot("dan-bilag-uden-tal")
        said = [t for t in texts(app) if "figurer er udeladt, fordi de ikke har tal at vise: " in t]
        assert len(said) == 1 and "Nettoudgift med og uden valg og tiltag" in said[0], texts(app)
        assert not any("Nettoudgift" in name for name in os.listdir(folder)), os.listdir(folder)


def share_with_a_viewer(share, opened):
    """All that programs share on this machine but the programs: those that open files are one for PDF."""
    for name in os.listdir("/usr/share"):
        if name != "applications":
            os.symlink(f"/usr/share/{name}", f"{share}/{name}")
    programs = pathlib.Path(share, "applications")
    programs.mkdir()
    viewer = programs / "view"
    viewer.write_text(f'#!/bin/sh\nprintf %s "$1" >{opened}\n')
    viewer.chmod(0o755)
    (programs / "viewer.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %f\n"
                                             "MimeType=application/pdf;\n")
    (programs / "mimeinfo.cache").write_text("[MIME Cache]\napplication/pdf=viewer.desktop;\n")


def opens_what_it_made(app):
    """A file is handed to its program; where there is none, or none that shows folders, that is said: both buttons
    did nothing at all."""
    app.close()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as share:
        opened = pathlib.Path(folder, "opened")
        share_with_a_viewer(share, opened)
        again = ui.App(PROGRAM, env={"XDG_DATA_DIRS": f"{share}:{os.environ['LV_SOURCE_ROOT']}"})
        try:
            open_dialog(again)
            choose_folder(again, folder)
            only_bilag3(again)
            press(again, "Dan")
            wait_for(again, "5 filer dannet i")
            press(again, "Åbn: Bilag 3 - TA-analyse.pdf")
            again.wait(opened.exists, "the viewer")
            again.wait(lambda: opened.read_text() == f"{folder}/Bilag 3 - TA-analyse.pdf", "the file to be opened")
            assert not any("kunne ikke" in t for t in texts(again)), texts(again)
            press(again, "Åbn: Bilag 3 - TA-analyse.xlsx")
            wait_for(again, f"Bilag 3 - TA-analyse.xlsx kunne ikke åbnes: der er intet program til den slags filer. "
                     f"Filen ligger i mappen {folder}.")
            press(again, "Vis i mappe: Bilag 3 - TA-analyse.xlsx")
            wait_for(again, f"Mappen kunne ikke vises: der er intet program til mapper. Den er {folder}.")
            again.shot("dan-bilag-uden-program")
        finally:
            again.close()


def speaks_danish_alone(app):
    open_dialog(app)
    wait_for(app, "Alle kontroller stemmer")
    english = re.compile(r"\b(Cancel|Make|Folder|Attachments?|Scenario|Sender|Page|page|Checks|Calendar|[Ww]orkbook|Tables)\b")
    for text in texts(app):
        assert not english.search(text), text


TESTS = [makes_the_files, asks_before_it_replaces, stops_half_way, says_what_the_folder_refuses,
         leaves_a_file_that_is_open_elsewhere, gives_each_scenario_a_folder, says_what_is_not_accessible,
         chooses_charts_one_by_one, leaves_out_charts_of_nothing, opens_what_it_made, speaks_danish_alone]

if __name__ == "__main__":
    print(f"1..{len(TESTS)}")
    sys.exit(ui.run(TESTS, PROGRAM))
