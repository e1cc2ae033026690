#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of Beregning is alive: other programs get the application's values, also after each
input cell has been changed in the file.

usage: test-workbooks.py CLI PACK [--document FILE] [--every N] [--libreoffice-every N] [--most N] [--start set:ID=VALUE]...
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import workbook

TEXTS = {'yes': 'ja', 'inputs': 'Inddata', 'changes': 'Ændringer', 'scenario': 'Scenarie', 'standard': 'Standard',
         'editable': 'Kan ændres'}


class Run:
    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.start = [('--' + s.partition(':')[0], s.partition(':')[2]) for s in options.start]
        self.environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}

    def export(self, changes=(), name='base', what=None):
        out = self.folder / name
        command = [self.options.cli, '--pack', self.options.pack]
        if getattr(self.options, "document", None):
            command += ['--document', self.options.document]
        for option, value in [*self.start, *changes]:
            command += [option, value]
        command += ['export', str(out), *(['--what', what] if what else []), '--profile', 'beregning', '--date', '2026-11-21']
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment)
        assert done.returncode == 0, done.stderr
        assert done.stderr == '', done.stderr
        return sorted(out.glob('*.xlsx'))


def columns_of(book):
    """Of the sheet of inputs: the first column of the scenario, of the defaults, and the one that says what may be
    changed."""
    places = {cell.value: workbook.split(at) for at, cell in book.sheets[TEXTS['inputs']].items()
              if workbook.split(at)[0] in (2, 3) and cell.value in TEXTS.values()}
    return places[TEXTS['scenario']][1], places[TEXTS['standard']][1], places[TEXTS['editable']][1]


def inputs_of(book):
    """Input cells of a workbook, those that look so: address, id@members, and whether it is a knob, switch or
    choice."""
    cells = book.sheets[TEXTS['inputs']]
    found = []
    by_place = {workbook.split(a): c for a, c in cells.items()}
    base, end, editable = columns_of(book)
    heads = {c: cell.value for (r, c), cell in by_place.items() if r == 3 and base < c < end}
    for row in range(4, max(r for r, c in by_place) + 1):
        if (row, 1) not in by_place and (row, base + 1) in by_place:
            heads = {c: cell.value for (r, c), cell in by_place.items() if r == row and base < c < end}
            continue
        if (row, base) in by_place and (row, 1) not in by_place:
            continue
        if (row, editable) not in by_place or by_place[row, editable].value != TEXTS['yes']:
            continue
        for (r, column), cell in sorted(by_place.items()):
            if r == row and base <= column < end and cell.unlocked:
                found.append(describe(by_place[row, 0].value, by_place[row, 3].value if (row, 3) in by_place else '',
                                      row, column, heads.get(column), cell))
    return found


def describe(identity, unit, row, column, member, cell):
    name, _, members = identity.partition('@')
    if member is not None and '*' in members:
        members = members.replace('*', member)
    elif member is not None:
        members = members + '/' + member if members else member
    return {'at': workbook.address(row, column), 'id': name, 'members': members, 'cell': cell,
            'switch': unit.startswith('1 = ')}


def other_value(entry, choices):
    """Another value for the cell, in the file and on the command line."""
    cell, name, members = entry['cell'], entry['id'], entry['members']
    at = '@' + members if members else ''
    if cell.kind == 's':
        titles = choices[name]
        title, member = next((t, m) for t, m in titles if t != cell.value)
        return title, ('--set', f'{name}{at}={member}')
    number = float(cell.value) if cell.is_number else None
    if '#' in name:
        measure, _, knob = name.partition('#')
        value, text = {'on': (1.0 - number, 'off' if number else 'on'), 'scale': (55.0, '55'),
                       'delay': (7.0, '+7')}[knob]
        return value, ('--measure', f'{measure}{at}={text}')
    if entry['switch']:
        return 1.0 - number, ('--set', f'{name}{at}={"off" if number else "on"}')
    value = 4.0 if number is None else number * 1.1 + 1
    if name in ('vindue',):
        value = 2.0
    return value, ('--set', f'{name}{at}={value!r}')


def within_limits(run, value, change):
    """The value, or the first of a few others that the pack's limits let through."""
    option, text = change
    name, is_number = text.rpartition('=')[0], isinstance(value, float) and option == '--set'
    for other in [value, 0.5, 1.0, 3.0, 12.0, 40.0] if is_number else []:
        command = [run.options.cli, '--pack', run.options.pack]
        for start in run.start:
            command += start
        done = subprocess.run([*command, option, f'{name}={other!r}', 'show', name.partition('@')[0]],
                              capture_output=True, env=run.environment)
        if done.returncode == 0:
            return other, (option, f'{name}={other!r}')
    return value, change


def choices_of(book, pack):
    """Titles and ids of the members that each choice may take, from the list of the workbook."""
    axes = next((s for s in book.sheets if s == 'Akser'), None)
    lists = {}
    for at, cell in (book.sheets[axes].items() if axes else ()):
        row, column = workbook.split(at)
        if row >= 2 and column == 0:
            member = book.sheets[axes][workbook.address(row, 1)].value
            title = book.sheets[axes][workbook.address(row, 2)].value
            lists.setdefault(cell.value, []).append((title, member))
    found = {}
    for file in sorted(pathlib.Path(pack).glob('*.lv')):
        name = title = None
        texts = file.read_text(encoding='utf-8').splitlines()
        for line in texts:
            if line.startswith('['):
                name = line[1:-1].partition(' ')[2] if line.startswith('[parameter ') else None
            elif name and line.startswith('axis='):
                found[name] = line[5:]
    titles = {}
    for file in sorted(pathlib.Path(pack).glob('*.lv')):
        axis = None
        for line in file.read_text(encoding='utf-8').splitlines():
            if line.startswith('['):
                axis = line[1:-1].partition(' ')[2] if line.startswith('[axis ') else None
            elif axis and line.startswith('title='):
                titles[axis] = line[6:]
    return {n: list(reversed(lists.get(titles[a], []))) for n, a in found.items()}


def is_plain_number(book, sheet, at):
    """What is no formula anywhere: constants of the pack, which say so, what a check allows, where counting begins,
    and a change of what the workbook is not computed with, as it lies under given numbers."""
    row, column = workbook.split(at)
    cells = book.sheets[sheet]
    if sheet == 'Beregning':
        return getattr(cells.get(workbook.address(row, 6)), 'value', None) == 'konstant'
    if sheet == 'Kontrol':
        return cells[workbook.address(3, column)].value in ('Kendt forskel', 'Tilladt forskel')
    if sheet == 'Ændringer':
        inputs = {c.value.split('@')[0] for a, c in book.sheets['Inddata'].items() if workbook.split(a)[1] == 0}
        return column in (4, 5) and cells[workbook.address(row, 0)].value not in inputs
    return sheet == 'Akser' and column == 3 and cells[at].value == '1'


def check_plain(run, path, programs):
    book = workbook.Workbook(path)
    faults = [f'{path.name}: {s}!{a} is a number without formula' for s, cells in book.sheets.items()
              if s != TEXTS['inputs'] for a, c in cells.items()
              if c.is_number and c.formula is None and not is_plain_number(book, s, a)]
    longest = max(len(c.formula) for cells in book.sheets.values() for c in cells.values() if c.formula)
    if longest > 800:
        faults.append(f'{path.name}: a formula of {longest} characters')
    for program in programs:
        for values in program.recalculate([path], book.names):
            found, count = workbook.compare(book, values)
            faults += [f'{program.name}: {path.name}: {f}' for f in found]
            print(f'# {path.name}: {count} formulas in {program.name}, {len(found)} differ; longest {longest}')
    return book, faults


def check_inputs(run, book, program, entries, choices):
    """Each entry is changed alone, in the file and in the application."""
    faults, count, files = [], 0, []
    for i, entry in enumerate(entries):
        value, change = within_limits(run, *other_value(entry, choices))
        patched = run.folder / f'patched-{i}.xlsx'
        book.changed(patched, TEXTS['inputs'], {entry['at']: value})
        name = f'changed-{i}'
        only = book.path.name.removesuffix('-beregning.xlsx')
        wanted = [p for p in run.export([change], name, only) if p.name == book.path.name]
        files.append((patched, wanted[0], change))
    for values, (patched, wanted, change) in zip(
            program.recalculate([f[0] for f in files], book.names), files):
        found, n = workbook.compare(workbook.Workbook(wanted), values, skip=(TEXTS['changes'],))
        count += n
        faults += [f'{program.name}: {change}: {f}' for f in found[:3]]
        patched.unlink()
    print(f'# {book.path.name}: {len(files)} inputs changed one by one in {program.name}, '
          f'{count} formulas compared, {len(faults)} differ')
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('pack')
    parser.add_argument('--document')
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--libreoffice-every', type=int, default=10)
    parser.add_argument('--most', type=int, default=1000000,
                        help='change at most so many inputs of a workbook, evenly over it; a tenth in LibreOffice')
    parser.add_argument('--start', action='append', default=[], metavar='set:ID=VALUE',
                        help='a change that is there from the beginning; measure:ID=on')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        run = Run(options, folder)
        programs = [p for p in (workbook.Gnumeric(), workbook.LibreOffice(folder)) if p.found]
        if not programs:
            print('1..0 # SKIP neither ssconvert nor soffice is installed')
            return 0
        faults = []
        for path in run.export():
            book, found = check_plain(run, path, programs)
            faults += found
            entries = inputs_of(book)
            choices = choices_of(book, options.pack)
            for program in programs:
                step = options.libreoffice_every if program.name == 'libreoffice' else options.every
                most = max(2, options.most // 10) if program.name == 'libreoffice' else options.most
                step = max(step, -(-len(entries) // most))
                faults += check_inputs(run, book, program, entries[::step], choices)
        for fault in faults[:60]:
            print('#', fault)
        print('1..1')
        print(f'{"not ok" if faults else "ok"} 1 - every formula gives the value of the application')
        return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
