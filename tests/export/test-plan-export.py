#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follow-up lists and the status of a plan hold every action, in workbooks and in PDF, as the document has it.

    test-plan-export.py CLI PACK
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import workbook

CLI, PACK = sys.argv[1:3]
DOCUMENT = pathlib.Path(PACK) / 'egen.ligevaegt'
number = failed = 0

TITLES = {'ta.1': '1. Nedsæt task force', 'ta.2': '2. Følg op på skemaer', 'ta.3': 'Evaluér', 'ta.4': 'Uden tiltag',
          'hjem.1': 'Med halvt kendt', 'own': 'Bestil tal fra skolerne'}


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    # What a program says may have several lines.
    print(f'{"ok" if true else "not ok"} {number} - {what}'.replace('\n', ' '), flush=True)


def export(folder, *words):
    return subprocess.run([CLI, '--pack', PACK, '--document', str(DOCUMENT), *words, 'export', folder, '--date', '2026-05-12'],
                          capture_output=True, text=True)


def rows(book, sheet):
    """The cells of a sheet from the row of heads on, as lists."""
    cells = book.sheets[sheet]
    found = {}
    for address, cell in cells.items():
        column, row = re.fullmatch(r'([A-Z]+)(\d+)', address).groups()
        found.setdefault(int(row), {})[column] = cell.value
    return [[line.get(c) for c in sorted(line)] for n, line in sorted(found.items()) if n >= 4]


def check_list(folder, profile):
    book = workbook.Workbook(folder / f'liste-{profile}.xlsx')
    table = rows(book, 'Opgaver')
    expect(table[0] == ['Opgave', 'Ansvarlig', 'Status', 'Næste opfølgning'], f'{profile}: the columns of a follow-up list')
    names = [line[0] for line in table[1:]]
    expect(names == [TITLES[k] for k in ('ta.1', 'ta.2', 'ta.3', 'ta.4', 'hjem.1', 'own')],
           f'{profile}: every action once, in the order of the plan {names}')
    by_name = {line[0]: line[1:] for line in table[1:]}
    expect(by_name[TITLES['ta.1']] == ['Sociale Forhold', 'I gang, forsinket, ingen status siden 15. januar 2026',
                                       '1. marts 2026'], f'{profile}: late and stale in words')
    expect(by_name[TITLES['ta.2']] == ['Børn og Unge', 'I gang. Skemaerne er fordelt', 'Afsluttes'],
           f'{profile}: what the document says {by_name[TITLES["ta.2"]]}')
    expect(by_name[TITLES['own']] == ['Økonomi', 'Ingen status', 'juni 2026'], f'{profile}: an action of one\'s own')
    expect(rows(book, 'Begreber')[0] == ['Begreb', 'Betydning', 'Antal, personer'], f'{profile}: a head has a unit only where there is one')
    dates = {line[0]: line[1:] for line in rows(book, 'Datoer')[1:]}
    expect(dates[TITLES['ta.1']][:5] == ['Spor A', 'januar 2026', 'marts 2026', 'ikke oplyst', 'Tiltag A'],
           f'{profile}: columns that the pack chooses {dates[TITLES["ta.1"]]}')


def text_of(path):
    return ' '.join(subprocess.run(['pdftotext', '-raw', str(path), '-'], check=True, capture_output=True,
                                   text=True).stdout.split())


def check_pdf(folder):
    if shutil.which('pdftotext') is None:
        return
    text = text_of(folder / 'liste.pdf')
    expect(all(word in text for word in ('Spor A', 'Spor B', 'Skemaerne er fordelt', 'Afsluttes', '12.5.2026')),
           'the list in PDF, track by track')
    text = text_of(folder / 'status.pdf')
    expect('Side 1 af 1' in text, 'the status stands on one page')
    expect(re.search(r'Opgaver i alt 7 Heraf forsinket 1 Heraf uden ny status 5', text), f'it counts {text[:400]}')
    expect(re.search(r'600 personer 290 personer \(1\. april .*300 personer \(2027\) nået', text),
           f'goals with the newest figure {text[-400:]}')
    steps = text[text.index('Næste skridt'):]
    expect(steps.index('20. maj 2026') < steps.index('30. juni 2026') < steps.index('1. juli 2026'), 'what comes next, in order')


def check_calendar(folder):
    text = (folder / 'liste.ics').read_bytes().decode('utf-8').replace('\r\n ', '')
    found = set(re.findall(r'UID:(.*)\.(?:forloeb|frist|opfoelgning)@plan', text))
    expect(found == {'ta.1', 'ta.2', 'ta.3', 'ta.4', 'hjem.1', 'lokal.ta.opgave-1'}, f'a calendar of what is listed {found}')


def check_scenario(folder):
    done = export(folder, '--scenario', 'lokal.sen')
    table = {line[0]: line for line in rows(workbook.Workbook(folder / 'liste-bilag.xlsx'), 'Datoer')[1:]}
    expect(done.returncode == 0 and table[TITLES['ta.1']][3] == '30. september 2026', 'the dates of the scenario')


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        done = export(name)
        files = sorted(p.name for p in folder.iterdir() if not p.name.startswith('figur'))
        expect(done.returncode == 0 and files == ['liste-beregning.xlsx', 'liste-bilag.xlsx', 'liste.ics', 'liste.pdf', 'status-bilag.xlsx', 'status.pdf'],
               f'each form that the pack offers {files} {done.stderr}')
        for profile in ('bilag', 'beregning'):
            check_list(folder, profile)
        check_pdf(folder)
        check_calendar(folder)
        again = folder / 'again'
        export(str(again))
        expect(all((again / f).read_bytes() == (folder / f).read_bytes() for f in files), 'the same bytes')
        check_scenario(folder)
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
