# SPDX-License-Identifier: GPL-3.0-or-later
"""What the application answers after one change after the other, from the program workbook-answers."""
import subprocess
import tempfile

import workbook

# Tried in turn where the pack's limits forbid a number.
OTHERS = ('0.5', '1.0', '3.0', '12.0', '40.0')


class Answer:
    """@value: what was taken of the values offered; @cells: the values that are others now; @gone: formulas that
    are none any more."""

    def __init__(self, change):
        self.change, self.value, self.cells, self.gone = change, None, {}, set()


def words_of(option, text):
    """An option of the command line as the program reads it: kind, id, property, members, value."""
    left, _, value = text.rpartition('=')
    name, _, members = left.partition('@')
    if option == '--set':
        return ['set', name, '', members, value]
    if value in ('on', 'off'):
        return ['measure', name, 'on', members, value]
    return ['measure', name, 'delay' if value[0] == '+' else 'scale', members, value.lstrip('+')]


def is_number(option, text):
    try:
        float(text.rpartition('=')[2])
    except ValueError:
        return False
    return option == '--set'


class Answers:
    def __init__(self, run, book, changes):
        """@changes: options of the command line; the first answer is how it is without any."""
        self.changes = [None, *changes]
        orders = tempfile.TemporaryFile('w+', encoding='utf-8')
        for text in run.options.start:
            option, _, change = text.partition(':')
            print('keep', *words_of('--' + option, change), sep='\t', file=orders)
        print('start', file=orders)
        for change in changes:
            print('try', *words_of(*change), *(OTHERS if is_number(*change) else ()), sep='\t', file=orders)
        orders.seek(0)
        command = [run.options.answers, run.options.pack, book.path.name.removesuffix('-beregning.xlsx')]
        for name in ('document', 'scenario'):
            if getattr(run.options, name):
                command += ['--' + name, getattr(run.options, name)]
        self.process = subprocess.Popen(command, stdin=orders, stdout=subprocess.PIPE, encoding='utf-8',
                                        env=run.environment)

    def next(self):
        change = self.changes.pop(0)
        answer = Answer(' '.join(change) if change else 'start')
        for line in self.process.stdout:
            words = line.rstrip('\n').split('\t')
            if words[0] == 'end':
                return answer
            if words[0] == 'value':
                answer.value = float(words[1]) if is_number(*change) else words[1]
                continue
            sheet, row, column, kind, value = words
            place = sheet, workbook.address(int(row), int(column))
            if kind == 'gone':
                answer.gone.add(place)
            else:
                answer.cells[place] = float(value) if kind == 'number' else value
        raise AssertionError(f'no answer to {answer.change}')

    def close(self):
        assert self.process.stdout.read() == '' and self.process.wait() == 0
