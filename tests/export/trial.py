# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook open in another program, beside what the application says of each formula."""
import time

import inputs
import workbook

# What a changed input changes here is a list, whose rows move.
LIST = inputs.TEXTS['changes']


class Trial:
    def __init__(self, program, book):
        self.name, self.book = f'{program.name}: {book.path.name}', book
        self.opened = program.open(book)
        self.wanted = book.values()
        self.places = list(self.wanted)
        self.index = {place: i for i, place in enumerate(self.places)}
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

    def moved(self, answer):
        """The sheets whose rows the change moves: a measure that is turned off may take its assumptions out of the list
        of inputs."""
        moved = {LIST} | {place[0] for place in answer.cells if place not in self.index}
        if moved - {LIST, inputs.TEXTS['inputs']}:
            self.faults.append(f'{self.name}: {answer.change}: new formulas on {sorted(moved)}')
        return moved

    def change(self, entries, answer):
        """Changes (entry, value) each. A formula of which both say what they said before has been compared before."""
        started = time.monotonic()
        self.opened.restore()
        for entry, value in entries:
            self.opened.change(inputs.TEXTS['inputs'], entry['at'], value)
        got = self.opened.values()
        suspects = {i for i, (a, b) in enumerate(zip(got, self.before)) if a != b}
        moved = self.moved(answer)
        suspects |= {self.index[place] for place in answer.cells if place[0] not in moved}
        passed_over = {i for i, place in enumerate(self.places) if place[0] in moved}
        passed_over |= {self.index[place] for place in answer.gone}
        self.judge(answer.change, got, sorted(suspects - passed_over), answer.cells, len(passed_over))
        self.seconds += time.monotonic() - started

    def close(self):
        """With every input as it was, all is as it was."""
        self.opened.restore()
        self.judge('with all inputs as they were', self.opened.values(), range(len(self.places)), {})
        self.opened.close()
