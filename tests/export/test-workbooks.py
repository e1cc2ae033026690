#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of Beregning is alive: other programs get the application's values, also after each
input cell has been changed in the workbook, one alone at a time.

usage: test-workbooks.py CLI ANSWERS PACK [--document FILE] [--scenario NAME] [--what ID]... [--every N] [--most N]
                         [--start set:ID=VALUE]...
"""
import argparse
import contextlib
import sys
import tempfile
import time

import answers
import gnumeric
import inputs
import office
import workbook

# What a changed input changes here is a list, whose rows move.
LIST = inputs.TEXTS['changes']


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


def check_plain(book):
    """Faults of the file itself."""
    faults = [f'{book.path.name}: {s}!{a} is a number without formula' for s, cells in book.sheets.items()
              if s != inputs.TEXTS['inputs'] for a, c in cells.items()
              if c.is_number and c.formula is None and not is_plain_number(book, s, a)]
    longest = max(len(c.formula) for cells in book.sheets.values() for c in cells.values() if c.formula)
    if longest > 800:
        faults.append(f'{book.path.name}: a formula of {longest} characters')
    return faults


class Trial:
    """A workbook open in another program, beside what the application says of each formula."""

    def __init__(self, program, book, wanted):
        self.name, self.book = f'{program.name}: {book.path.name}', book
        self.opened = program.open(book)
        self.wanted = wanted
        self.places = list(wanted)
        self.index = {place: i for i, place in enumerate(self.places)}
        self.listed = {i for i, (sheet, _) in enumerate(self.places) if sheet == LIST}
        self.seconds, self.compared, self.faults = 0, 0, []
        self.before = self.opened.values()
        self.judge('as opened', self.before, range(len(self.places)), {})

    def judge(self, what, got, suspects, others, passed_over=0):
        """@got is held against the application's value, as the file keeps it or one of the @others."""
        faults = []
        for i in suspects:
            place = self.places[i]
            wanted = others.get(place, self.wanted[place])
            if not workbook.same(wanted, got[i]):
                formula = self.book.cell(*place).formula[:160]
                faults.append(f'{self.name}: {what}: {place}: {formula} is {wanted!r}, got {got[i]!r}')
        self.compared += len(self.places) - passed_over
        self.faults += faults[:3] + ([f'{self.name}: {what}: {len(faults)} differ'] if len(faults) > 3 else [])

    def change(self, entry, value, answer):
        """A formula of which both say what they said before has been compared before."""
        started = time.monotonic()
        self.opened.restore()
        self.opened.change(inputs.TEXTS['inputs'], entry['at'], value)
        got = self.opened.values()
        suspects = {i for i, (a, b) in enumerate(zip(got, self.before)) if a != b}
        suspects |= {self.index[place] for place in answer.cells if place[0] != LIST}
        passed_over = self.listed | {self.index[place] for place in answer.gone}
        self.judge(answer.change, got, sorted(suspects - passed_over), answer.cells, len(passed_over))
        self.seconds += time.monotonic() - started

    def close(self):
        """With every input as it was, all is as it was."""
        self.opened.restore()
        self.judge('with all inputs as they were', self.opened.values(), range(len(self.places)), {})
        self.opened.close()


def some(entries, options):
    """As many as the options say, evenly over all."""
    step = max(options.every, -(-len(entries) // options.most))
    return entries[::step]


def check_start(book, start):
    """The application's answers begin where the file is."""
    kept = book.values()
    return [f'{book.path.name}: {place}: the file says {kept.get(place)!r}, the application {start.get(place)!r}'
            for place in kept.keys() | start.keys()
            if place not in kept or place not in start or not workbook.same(start[place], kept[place])]


def check_workbook(run, book, programs):
    entries = inputs.inputs_of(book)
    tried = some(entries, run.options)
    choices = inputs.choices_of(book, run.options.pack)
    values = [inputs.other_value(entry, choices) for entry in tried]
    asked = answers.Answers(run, book, [change for _, change in values])
    faults = check_plain(book) + check_start(book, asked.next().cells)
    trials = [Trial(program, book, book.values()) for program in programs]
    for entry, (value, _) in zip(tried, values):
        answer = asked.next()
        if answer.value is None:
            faults.append(f'{book.path.name}: {answer.change}: no value is within the limits')
            continue
        for trial in trials:
            trial.change(entry, answer.value if isinstance(answer.value, float) else value, answer)
    asked.close()
    for trial in trials:
        trial.close()
        print(f'# {trial.name}: {len(tried)} of {len(entries)} inputs changed one by one, {len(trial.places)} formulas, '
              f'{trial.compared} compared, {len(trial.faults)} faults; {trial.seconds:.1f} s', flush=True)
    return faults + [fault for trial in trials for fault in trial.faults]


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('answers')
    parser.add_argument('pack')
    parser.add_argument('--document')
    parser.add_argument('--scenario')
    parser.add_argument('--what', help='one attachment instead of all')
    parser.add_argument('--every', type=int, default=1, help='change only each so many input')
    parser.add_argument('--most', type=int, default=1000000,
                        help='change at most so many inputs of a workbook, evenly over it')
    parser.add_argument('--start', action='append', default=[], metavar='set:ID=VALUE',
                        help='a change that is there from the beginning; measure:ID=on')
    return parser.parse_args()


def main():
    options = read_options()
    kinds = (gnumeric.Gnumeric, office.Office)
    for kind in kinds:
        if kind.missing:
            print(f'# SKIP {kind.name}: {kind.missing} is not installed')
    if all(kind.missing for kind in kinds):
        print('1..0 # SKIP neither Gnumeric nor LibreOffice can be asked')
        return 0
    faults = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, contextlib.ExitStack() as stack:
        programs = [stack.enter_context(contextlib.closing(kind(folder))) for kind in kinds if not kind.missing]
        run = inputs.Run(options, folder)
        for path in run.export():
            faults += check_workbook(run, workbook.Workbook(path), programs)
    for fault in faults[:60]:
        print('#', fault)
    print('1..1')
    print(f'{"not ok" if faults else "ok"} 1 - every formula gives the value of the application')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
