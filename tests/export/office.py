# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice with a workbook open: cells are changed as if typed, and what depends on them is computed again."""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import time

import workbook

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    uno = None

# Any error but #N/A; the bridge tells of each error only that it is one.
PROBE = '=SUMPRODUCT(ISERR({range})*1)'


class Office:
    """One program for all workbooks; each is computed anew as it is opened."""
    name = 'libreoffice'
    missing = (None if shutil.which('soffice') and uno else
               'python3-uno' if shutil.which('soffice') else 'libreoffice-calc-nogui')

    def __init__(self, folder):
        profile = pathlib.Path(folder) / 'office'
        (profile / 'user').mkdir(parents=True)
        (profile / 'user' / 'registrymodifications.xcu').write_text(workbook.HARD)
        pipe = f'pipe,name=ligevaegt-{os.getpid()};urp'
        environment = {k: v for k, v in os.environ.items() if k != 'MALLOC_PERTURB_'}  # its memory is not looked at
        self.process = subprocess.Popen(
            ['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--norestore', f'--accept={pipe};'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env={**environment, 'HOME': str(profile)})
        try:
            there = self.connect(f'uno:{pipe};StarOffice.ComponentContext')
            self.desktop = there.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', there)
        except BaseException:
            self.kill()
            raise

    def connect(self, address):
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', here)
        until = time.monotonic() + 300
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                assert self.process.poll() is None and time.monotonic() < until, 'soffice did not start'
                time.sleep(0.05)

    def kill(self):
        """The program is a script with children."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def open(self, book):
        return OfficeBook(self.desktop, book)

    def close(self):
        try:
            self.desktop.terminate()
            self.process.wait(60)
        finally:
            self.kill()


class OfficeBook:
    def __init__(self, desktop, book):
        hidden = PropertyValue()
        hidden.Name, hidden.Value = 'Hidden', True
        self.document = desktop.loadComponentFromURL(book.path.resolve().as_uri(), '_blank', 0, (hidden,))
        self.cells = book.formulas()
        self.sheets = {name: self.document.Sheets.getByName(name) for name in self.document.Sheets.ElementNames}
        self.parts = [(sheet, *self.part(sheet, found)) for sheet, found in self.cells.items()]
        self.changed = []
        self.probes = self.add_probes()

    def part(self, sheet, found):
        """The range that holds all formulas of a sheet, its name, and where they are in it."""
        places = [workbook.split(at) for at in found]
        top, left = min(r for r, c in places), min(c for r, c in places)
        bottom, right = max(r for r, c in places), max(c for r, c in places)
        cells = self.sheets[sheet].getCellRangeByPosition(left, top, right, bottom)
        return cells, [(r - top, c - left) for r, c in places]

    def add_probes(self):
        """Formulas beside the workbook's own: how many errors of other kinds than #N/A there are."""
        sheets = self.document.Sheets
        sheets.insertNewByName('Probe', sheets.Count)
        column = sheets.getByName('Probe').getCellRangeByPosition(0, 0, 0, len(self.parts) - 1)
        column.setFormulaArray(tuple((PROBE.format(range=cells.AbsoluteName),) for _, cells, _ in self.parts))
        return column

    def cell(self, sheet, at):
        row, column = workbook.split(at)
        return self.sheets[sheet].getCellByPosition(column, row)

    def change(self, sheet, at, value):
        """The cell is kept, as to be given one again costs the bridge dozens of questions."""
        cell = self.cell(sheet, at)
        kind = cell.Type.value
        self.changed.append((cell, cell.Formula if kind == 'FORMULA' else
                             cell.String if kind == 'TEXT' else cell.Value))
        self.write(cell, value)

    @staticmethod
    def write(cell, value):
        if not isinstance(value, str):
            cell.Value = value
        elif value.startswith('='):
            cell.Formula = value
        else:
            cell.String = value

    def restore(self):
        for cell, value in self.changed:
            self.write(cell, value)
        self.changed.clear()

    def values(self):
        """The value of every formula, in the order of the workbook: number, text, or error."""
        found = []
        for _, cells, places in self.parts:
            rows = cells.getDataArray()
            found += [rows[r][c] for r, c in places]
        other = any(count != (0.0,) for count in self.probes.getDataArray())
        return [self.error(i, other) if v is None else v for i, v in enumerate(found)]

    def error(self, index, other):
        if not other:
            return '#N/A'
        places = [(sheet, at) for sheet, found in self.cells.items() for at in found]
        return self.cell(*places[index]).String

    def close(self):
        self.document.close(True)
