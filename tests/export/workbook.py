# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads workbooks, changes cells in them, and has them recalculated by other programs."""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zipfile

NS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
CSV_ALL = ('csv:Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true,false,false,false,-1')
HARD = ('<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" '
        'oor:op="fuse"><value>0</value></prop></item></oor:items>')


class Cell:
    """A cell: its formula, if any, the value kept in the file, and the kind of that value."""

    def __init__(self, formula, value, kind, unlocked=False):
        self.formula, self.value, self.kind, self.unlocked = formula, value, kind, unlocked

    @property
    def is_number(self):
        return self.kind in (None, 'n') and self.value is not None

    @property
    def result(self):
        """The value as a program gives it: number, text, or #N/A."""
        return float(self.value) if self.is_number else self.value or ''


class Workbook:
    """The cells of an XLSX file by sheet and address."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        with zipfile.ZipFile(path) as archive:
            book = ET.fromstring(archive.read('xl/workbook.xml'))
            self.names = [s.get('name') for s in book.find(NS + 'sheets')]
            strings = []
            if 'xl/sharedStrings.xml' in archive.namelist():
                root = ET.fromstring(archive.read('xl/sharedStrings.xml'))
                strings = [''.join(t.text or '' for t in s.iter(NS + 't')) for s in root]
            self.unlocked = self.unlocked_styles(archive)
            self.sheets = {name: self.read(archive, i + 1, strings)
                           for i, name in enumerate(self.names)}

    @staticmethod
    def unlocked_styles(archive):
        """Numbers of the formats of cells that are there to be typed into."""
        formats = ET.fromstring(archive.read('xl/styles.xml')).find(NS + 'cellXfs')
        return {str(i) for i, x in enumerate(formats)
                if x.find(NS + 'protection') is not None and x.find(NS + 'protection').get('locked') == '0'}

    def read(self, archive, number, strings):
        cells = {}
        for c in ET.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml')).iter(NS + 'c'):
            formula, value = c.find(NS + 'f'), c.find(NS + 'v')
            text = value.text if value is not None else None
            kind = c.get('t')
            if kind == 's':
                text = strings[int(text)]
            cells[c.get('r')] = Cell(formula.text if formula is not None else None, text, kind,
                                     c.get('s') in self.unlocked)
        return cells

    def formulas(self):
        """Addresses of the cells with a formula, by sheet; sheets without are left out."""
        found = {sheet: [at for at, cell in cells.items() if cell.formula is not None]
                 for sheet, cells in self.sheets.items()}
        return {sheet: places for sheet, places in found.items() if places}

    def cell(self, sheet, at):
        return self.sheets[sheet][at]

    def values(self):
        """{(sheet, address): the value that the file keeps} of each formula."""
        return {(sheet, at): self.cell(sheet, at).result for sheet, found in self.formulas().items() for at in found}

    def changed(self, path, sheet, changes):
        """A copy with other values in some cells of one sheet: {address: number or text}."""
        name = f'xl/worksheets/sheet{self.names.index(sheet) + 1}.xml'
        with zipfile.ZipFile(self.path) as source, zipfile.ZipFile(path, 'w') as target:
            for info in source.infolist():
                data = source.read(info.filename)
                if info.filename == name:
                    data = self.patch(data.decode(), changes).encode()
                target.writestr(info, data)

    @staticmethod
    def patch(text, changes):
        for address, value in changes.items():
            pattern = re.compile(rf'<c r="{address}"( s="\d+")?[^>]*?(/>|>.*?</c>)', re.S)
            if isinstance(value, str):
                cell = rf'<c r="{address}"\1 t="inlineStr"><is><t>{value}</t></is></c>'
            else:
                cell = rf'<c r="{address}"\1><v>{value!r}</v></c>'
            text, count = pattern.subn(cell, text)
            assert count == 1, f'{address} found {count} times'
        return text


def address(row, column):
    letters = ''
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f'{letters}{row + 1}'


def split(text):
    letters, row = re.fullmatch(r'([A-Z]+)(\d+)', text).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row) - 1, column - 1


def read_csv(path):
    with open(path, encoding='utf-8', newline='') as file:
        return {address(r, c): v for r, row in enumerate(csv.reader(file, delimiter=';'))
                for c, v in enumerate(row)}


class Gnumeric:
    name = 'gnumeric'
    found = bool(shutil.which('ssconvert'))

    def recalculate(self, paths, names):
        for path in paths:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                subprocess.run(['ssconvert', '--recalc', '-S', '-O',
                                'separator=; quoting-mode=auto format=raw', '-T',
                                'Gnumeric_stf:stf_assistant', path, f'{folder}/o.%n.csv'],
                               check=True, capture_output=True)
                yield {n: read_csv(f'{folder}/o.{i}.csv') for i, n in enumerate(names)}


class LibreOffice:
    """One start converts many files; a hard profile makes every formula be computed again."""
    name = 'libreoffice'
    found = bool(shutil.which('soffice'))

    def __init__(self, folder, hard=True):
        self.profile = pathlib.Path(folder) / 'profile'
        (self.profile / 'user').mkdir(parents=True, exist_ok=True)
        if hard:
            (self.profile / 'user' / 'registrymodifications.xcu').write_text(HARD)

    def recalculate(self, paths, names):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            subprocess.run(['soffice', f'-env:UserInstallation=file://{self.profile}', '--headless',
                            '--convert-to', CSV_ALL, '--outdir', folder, *map(str, paths)],
                           check=True, capture_output=True,
                           env={**os.environ, 'HOME': str(self.profile)})
            for path in paths:
                yield {n: read_csv(f'{folder}/{pathlib.Path(path).stem}-{n}.csv') for n in names}


def same(wanted, got):
    """Whether a program's value is the application's: numbers, texts, or #N/A."""
    if wanted == '#N/A' or (isinstance(got, str) and got.startswith('#')):
        return wanted == got == '#N/A'
    if isinstance(wanted, str):
        return wanted == got
    try:
        return abs(wanted - float({'TRUE': 1, 'FALSE': 0}.get(got, got))) <= 1e-9 * max(1, abs(wanted))
    except ValueError:
        return False
