#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent out comes back: the workbook Beregning and the form, untouched, changed, and saved again
by other programs, give exactly the differences that somebody typed.

usage: test-import-trip.py CLI PACK [--programs]
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import inputs
import workbook

LINE = re.compile(r'^([A-Z]+\d+)\s+(figure|change|knob)\s+(\S+): (\S+) \(\S+\) -> (\S+)( confirmed)?$')
BAD = re.compile(r'^([A-Z]+\d+)\s+bad\s+(\S+)$')
SUM = re.compile(r'^(\d+) differences, (\d+) bad, (\d+) the same$')
INPUTS = inputs.TEXTS['inputs']
COUNT = 0
FAULTS = 0


def ok(condition, name, *more):
    global COUNT, FAULTS
    COUNT += 1
    FAULTS += not condition
    print(f'{"ok" if condition else "not ok"} {COUNT} - {name}')
    for text in more if not condition else ():
        print('#', str(text)[:2000].replace('\n', '\n# '))


class Reply:
    """What ligevaegt-cli import says of a file."""

    def __init__(self, options, path, *words):
        done = subprocess.run([options.cli, '--pack', options.pack, *words, 'import', str(path)],
                              capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        self.text, self.code = done.stdout + done.stderr, done.returncode
        lines = done.stdout.splitlines()
        self.differences = {m[1]: m for m in map(LINE.match, lines) if m}
        self.bad = {m[1]: m[2] for m in map(BAD.match, lines) if m}
        found = next((m for m in map(SUM.match, lines) if m), None)
        self.sum = tuple(map(int, found.groups())) if found else None

    def by_cell(self):
        return {m[3]: (m[2], m[5], bool(m[6])) for m in self.differences.values()}


def save_again(program, folder, paths):
    """The files as another program writes them."""
    out = pathlib.Path(folder) / f'saved-{program.name}'
    out.mkdir(exist_ok=True)
    if program.name == 'libreoffice':
        subprocess.run(['soffice', f'-env:UserInstallation=file://{program.profile}', '--headless',
                        '--convert-to', 'xlsx', '--outdir', str(out), *map(str, paths)], check=True,
                       capture_output=True, env={**os.environ, 'HOME': str(program.profile)})
    else:
        for path in paths:
            subprocess.run(['ssconvert', '--recalc', '-T', 'Gnumeric_Excel:xlsx', str(path),
                            str(out / path.name)], check=True, capture_output=True)
    return [out / p.name for p in paths]


def programs_of(options, folder):
    if not options.programs:
        return []
    return [p for p in (workbook.Gnumeric(), workbook.LibreOffice(folder)) if p.found]


def untouched(options, paths, name, *words):
    for path in paths:
        reply = Reply(options, path, *words)
        ok(reply.code == 0 and reply.sum and reply.sum[:2] == (0, 0) and reply.sum[2] > 0,
           f'{name}: {path.name} changes nothing', reply.text)


def number(text):
    return {'on': 1.0, 'off': 0.0}.get(text, None) if text in ('on', 'off') else float(text)


def views_of(pack):
    """Parameters that only choose what is shown: what is typed there changes nothing."""
    groups = ''.join(p.read_text(encoding='utf-8') for p in pathlib.Path(pack).glob('*.lv')).split('\n[')
    return {g.partition(']')[0].split()[1] for g in groups if g.startswith('parameter ') and '\nrole=view' in g}


def change_all(run, path):
    """Every input cell with another value: the file, and what was typed where that counts."""
    book = workbook.Workbook(path)
    choices = inputs.choices_of(book, run.options.pack)
    typed = {e['at']: (e, inputs.other_value(e, choices)[0]) for e in inputs.inputs_of(book)}
    target = run.folder / f'all-{path.name}'
    book.changed(target, INPUTS, {at: value for at, (_, value) in typed.items()})
    views = views_of(run.options.pack)
    return target, {at: t for at, t in typed.items() if t[0]['id'] not in views}


def check_all(reply, typed, name):
    """Exactly the typed cells come back, each with its value; what is out of its limits is said to be."""
    out_of_range = {at for at, reason in reply.bad.items() if reason == 'range'}
    others = {at: r for at, r in reply.bad.items() if r != 'range'}
    ok(set(reply.differences) | out_of_range == set(typed) and not others,
       f'{name}: {len(reply.differences)} of {len(typed)} cells differ', sorted(others.items()),
       sorted(set(typed) ^ set(reply.differences) ^ out_of_range), reply.text[-600:])
    wrong = []
    for at, match in reply.differences.items():
        entry, value = typed.get(at, (None, None))
        cell = f'{entry["id"]}@{entry["members"]}'.rstrip('@') if entry else None
        fits = isinstance(value, str) or abs(number(match[5]) - value) <= 1e-12 * max(1, abs(value))
        if entry is None or cell != match[3] or not fits:
            wrong.append((at, cell, value, match[0]))
    ok(not wrong, f'{name}: each has the value that was typed', wrong)


def typed_entry(run, book):
    """The first number that may be typed over and counts: no switch, no knob, nothing that is only looked through."""
    views = views_of(run.options.pack)
    return next(e for e in inputs.inputs_of(book)
                if e['cell'].is_number and not e['cell'].formula and not e['switch'] and '#' not in e['id']
                and e['id'] not in views)


def check_faults(run, path):
    """What must not be typed is refused, cell by cell."""
    book = workbook.Workbook(path)
    cells = book.sheets[INPUTS]
    places = {workbook.split(a): a for a in cells}
    base, standard, editable = inputs.columns_of(book)
    entry = typed_entry(run, book)
    row, column = workbook.split(entry['at'])
    tries = [({entry['at']: 'meget'}, entry['at'], 'number'),
             ({places[row, column - base + standard]: 987654.25}, places[row, column - base + standard], 'read-only'),
             ({places[row, 0]: 'findes.ikke'}, places[row, 0], 'unknown')]
    for r, c in places:
        if c == editable and cells[places[r, c]].value == 'nej':
            own = [a for (rr, cc), a in places.items() if rr == r and base <= cc < standard and cells[a].is_number]
            if own:
                tries.append(({own[0]: 987654.25}, own[0], 'read-only'))
                break
    for i, (changes, at, reason) in enumerate(tries):
        target = run.folder / f'fault-{i}.xlsx'
        book.changed(target, INPUTS, changes)
        reply = Reply(run.options, target)
        ok(reply.code == 1 and reply.bad == {at: reason} and not reply.differences,
           f'{path.name}: {reason} at {at} is refused', reply.text)


def check_missing(run, path):
    """A figure that is taken away becomes missing; an emptied cell is refused, as a spreadsheet counts it as 0."""
    book = workbook.Workbook(path)
    entry = typed_entry(run, book)
    target = run.folder / 'missing.xlsx'
    for text in ('#I/T', '#N/A'):
        book.changed(target, INPUTS, {entry['at']: text})
        reply = Reply(run.options, target)
        ok(reply.code == 0 and [m[5] for m in reply.differences.values()] == ['?'],
           f'{path.name}: {text} at {entry["at"]} is missing', reply.text)
    book.changed(target, INPUTS, {entry['at']: ''})
    reply = Reply(run.options, target)
    ok(reply.bad == {entry['at']: 'number'}, f'{path.name}: an emptied cell is refused', reply.text)


def check_workbooks(run, programs):
    paths = run.export()
    untouched(run.options, paths, 'as written')
    typed_in = run.options.typed.split(',') if run.options.typed else None
    paths = [p for p in paths if typed_in is None or p.name.removesuffix('-beregning.xlsx') in typed_in]
    for path in paths:
        changed, typed = change_all(run, path)
        check_all(Reply(run.options, changed), typed, path.name)
        if path == paths[0]:
            check_faults(run, path)
            check_missing(run, path)
        for program in programs:
            same, again = save_again(program, run.folder, [path, changed])
            untouched(run.options, [same], program.name)
            found = Reply(run.options, again).by_cell()
            wanted = Reply(run.options, changed).by_cell()
            close = set(found) == set(wanted) and all(
                f[0] == wanted[c][0] and (f[1] == wanted[c][1] or abs(number(f[1]) - number(wanted[c][1])) < 1e-9)
                for c, f in found.items())
            ok(close, f'{program.name}: {path.name} has the same differences', found, wanted)


def check_scenario(run):
    """A workbook of a scenario is compared with the scenario."""
    book = workbook.Workbook(run.export(name='plain')[0])
    entry = next(e for e in inputs.inputs_of(book)
                 if e['cell'].is_number and not e['cell'].formula and '#' not in e['id'])
    change = inputs.other_value(entry, {})[1]
    path = run.export([change], 'scenario')[0]
    untouched(run.options, [path], 'against its own scenario', *change)
    reply = Reply(run.options, path)
    ok(list(reply.differences) == [entry['at']], 'against the grundprognose it differs where it was changed',
       reply.text)


def fill_form(run):
    """The form with some rows filled in: values, sources, who; and what is expected of it."""
    path = run.folder / 'skema.xlsx'
    done = subprocess.run([run.options.cli, '--pack', run.options.pack, 'form', str(path), '--date', '2026-11-24'],
                          capture_output=True, text=True, env=run.environment)
    ok(done.returncode == 0 and done.stderr == '', 'the form is written', done.stderr)
    book = workbook.Workbook(path)
    sheet, = book.names
    cells = book.sheets[sheet]
    with zipfile.ZipFile(path) as archive:
        text = archive.read('xl/worksheets/sheet1.xml').decode()
    ok('<sheetProtection ' in text, 'only the open cells of the form can be changed')
    changes, wanted = {}, {}
    rows = [r for r, c in map(workbook.split, cells) if c == 0 and r > 3]
    for row in sorted(rows):
        identity, now = cells[f'A{row + 1}'].value, cells.get(f'G{row + 1}')
        if len(wanted) == 6 or (now is not None and not now.is_number) or f'D{row + 1}' not in cells:
            continue
        confirm = now is not None and len(wanted) % 2 == 0
        value = float(now.value) if confirm else 12.25 if now is None else float(now.value) + 0.5
        changes |= {f'J{row + 1}': value, f'K{row + 1}': 'Kontrakten', f'M{row + 1}': 'Anna'}
        wanted[identity] = (value, confirm)
    filled = run.folder / 'svar.xlsx'
    book.changed(filled, sheet, changes)
    return path, filled, wanted


def check_form(run, programs):
    empty, filled, wanted = fill_form(run)
    files = [('as written', empty, filled)]
    for program in programs:
        files.append((program.name, *save_again(program, run.folder, [empty, filled])))
    for name, blank, full in files:
        reply = Reply(run.options, blank)
        ok(reply.code == 0 and reply.sum == (0, 0, 0), f'{name}: an empty form changes nothing', reply.text)
        reply = Reply(run.options, full)
        found = {c: (number(v), confirmed) for c, (_, v, confirmed) in reply.by_cell().items()}
        ranged = set(reply.bad.values()) <= {'range'}
        ok(wanted and ranged and all(found.get(c) == w for c, w in wanted.items() if c in found)
           and len(found) + len(reply.bad) == len(wanted),
           f'{name}: {len(found)} of {len(wanted)} filled rows come back', wanted, reply.text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('pack')
    parser.add_argument('--programs', action='store_true', help='also as LibreOffice and Gnumeric save them')
    parser.add_argument('--typed', help='attachments in which every cell is typed over; all come back untouched')
    options = parser.parse_args()
    options.start = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        run = inputs.Run(options, folder)
        programs = programs_of(options, folder)
        if options.programs and not programs:
            print('1..0 # SKIP neither ssconvert nor soffice is installed')
            return 0
        check_workbooks(run, programs)
        check_scenario(run)
        check_form(run, programs)
    print(f'1..{COUNT}')
    return 1 if FAULTS else 0


if __name__ == '__main__':
    sys.exit(main())
