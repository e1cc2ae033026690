#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of Beregning is alive: other programs get the application's values, also after each
input cell has been changed in the workbook, one alone at a time, and after all of them.

usage: test-workbooks.py CLI ANSWERS PACK [--document FILE] [--scenario NAME] [--what ID]... [--every N] [--most N]
                         [--start set:ID=VALUE]...
"""
import argparse
import contextlib
import signal
import sys
import tempfile

import answers
import gnumeric
import inputs
import office
import trial
import workbook


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


def check_alone(asked, tried, trials):
    """Each input is changed alone. Returns what was taken, as (entry, value, change) each, and what could not be."""
    taken, faults = [], []
    for entry, value, change in tried:
        answer = asked.next()
        if answer.value is None:
            faults.append(f'{answer.change}: no value is within the limits')
            continue
        if answers.is_number(value, *change):
            value, change = float(answer.value), (change[0], f'{change[1].rpartition("=")[0]}={answer.value}')
        taken.append((entry, value, change))
        for each in trials:
            each.change([(entry, value)], answer)
    return taken, faults


def check_together(run, book, taken, trials):
    """A measure's doses count only while it is on, and much is the same until two things change."""
    asked = answers.Answers(run, book, [], [change for _, _, change in taken])
    answer = asked.next()
    answer.change = f'{len(taken)} inputs together'
    answer.gone = book.values().keys() - answer.cells.keys()
    for each in trials:
        each.change([(entry, value) for entry, value, _ in taken], answer)
    asked.close()


def check_workbook(run, book, programs):
    entries = inputs.inputs_of(book)
    choices = inputs.choices_of(book, run.options.pack)
    tried = [(entry, *inputs.other_value(entry, choices)) for entry in some(entries, run.options)]
    asked = answers.Answers(run, book, [(value, change) for _, value, change in tried])
    faults = check_plain(book) + check_start(book, asked.next().cells)
    trials = [trial.Trial(program, book) for program in programs]
    taken, refused = check_alone(asked, tried, trials)
    asked.close()
    check_together(run, book, taken, trials)
    for each in trials:
        each.close()
        print(f'# {each.name}: {len(taken)} of {len(entries)} inputs changed one by one, then together; '
              f'{each.compared} formulas compared, {len(each.faults)} faults; {each.seconds:.1f} s', flush=True)
    return faults + [f'{book.path.name}: {fault}' for fault in refused] + [f for each in trials for f in each.faults]


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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no LibreOffice is left
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
