# SPDX-License-Identifier: GPL-3.0-or-later
"""The input cells of a workbook Beregning: which they are, and another value for each."""
import os
import pathlib
import subprocess

import workbook

TEXTS = {'yes': 'ja', 'inputs': 'Inddata', 'changes': 'Ændringer', 'scenario': 'Scenarie', 'standard': 'Standard',
         'editable': 'Kan ændres'}


class Run:
    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.start = [('--' + name, getattr(options, name)) for name in ('document', 'scenario', 'what')
                      if getattr(options, name, None)]
        self.start += [('--' + s.partition(':')[0], s.partition(':')[2]) for s in options.start]
        self.environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}

    def export(self, changes=(), name='base', what=None):
        out = self.folder / name
        command = [self.options.cli, '--pack', self.options.pack]
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
