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


def offered(value, option, text):
    """The value in a change, and others that do as well where it is a number: neither switch nor member."""
    words = words_of(option, text)
    return words + list(OTHERS) if is_number(value, option, words[-1]) else words


def is_number(value, option, text):
    """@text: of the option, or the value in it"""
    return isinstance(value, float) and option == '--set' and text.rpartition('=')[2] not in ('on', 'off')


class Answers:
    def __init__(self, run, book, changes, kept=()):
        """@changes: what is written into a cell, and the option of the command line for it; @kept: such options. The
        first answer is how it is with those @kept alone."""
        self.names = ['start', *(' '.join(change) for _, change in changes)]
        start = [('--' + option, change) for option, _, change in (text.partition(':') for text in run.options.start)]
        orders = tempfile.TemporaryFile('w+', encoding='utf-8')
        for change in [*start, *kept]:
            print('keep', *words_of(*change), sep='\t', file=orders)
        print('start', file=orders)
        for value, change in changes:
            print('try', *offered(value, *change), sep='\t', file=orders)
        orders.seek(0)
        command = [run.options.answers, run.options.pack, book.path.name.removesuffix('-beregning.xlsx')]
        for name in ('document', 'scenario'):
            if getattr(run.options, name):
                command += ['--' + name, getattr(run.options, name)]
        self.process = subprocess.Popen(command, stdin=orders, stdout=subprocess.PIPE, encoding='utf-8',
                                        env=run.environment)

    def next(self):
        answer = Answer(self.names.pop(0))
        for line in self.process.stdout:
            words = line.rstrip('\n').split('\t')
            if words[0] == 'end':
                return answer
            if words[0] == 'value':
                answer.value = words[1]
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
