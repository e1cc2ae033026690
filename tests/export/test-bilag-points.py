#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every workbook Bilag of a pack, of the grundprognose and of scenarios, meets the points of an accessible published
workbook (accessible.py); and a workbook that breaks a point is seen to.

usage: test-bilag-points.py CLI PACK [--scenario NAME]... [--set ID=VALUE]...
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import accessible

COUNT = FAULTS = 0
SHEET = re.compile(r'xl/worksheets/sheet(\d+)\.xml')


def ok(condition, name, *more):
    global COUNT, FAULTS
    COUNT += 1
    FAULTS += not condition
    print(f'{"ok" if condition else "not ok"} {COUNT} - {name}')
    for text in more if not condition else ():
        print('#', str(text)[:2000].replace('\n', '\n# '))


def edited(source, target, changes):
    """A copy with other text in some parts: {part: [(old, new), ...]}; a new part is {part: text}."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in changes.get(name, ()) if not isinstance(changes.get(name), str) else ():
                text = data.decode()
                assert re.search(before, text, re.S), (name, before)
                data = re.sub(before, after, text, count=1, flags=re.S).encode()
            new.writestr(name, data)
        for name, text in changes.items():
            if isinstance(text, str):
                new.writestr(name, text)


def number_of(book, name):
    """The part of the sheet @name and of its table."""
    sheet = next(s for s in book.sheets if s.name == name)
    table = next((t for kind, t in sheet.relations.values() if kind.endswith('/table')), None)
    return sheet.path, table


def bad_ones(path):
    """For each point, what breaks it in the workbook at @path."""
    book = accessible.Book(path)
    front, front_table = number_of(book, 'Forside')
    contents, _ = number_of(book, 'Indhold')
    numbers = next(s for s in book.sheets if s.name not in ('Forside', 'Indhold') and any(
        c.is_number for c in s.cells.values()))
    sheet, table = number_of(book, numbers.name)
    strings, styles = 'xl/sharedStrings.xml', 'xl/styles.xml'
    title = re.escape(numbers.cells[1, 1].text)
    label = re.escape(numbers.cells[5, 1].text)
    first = next(k for k, c in sorted(numbers.cells.items()) if c.is_number)
    at = f'{chr(64 + first[1])}{first[0]}'
    number = rf'<c r="{at}" s="\d+"><v>[^<]*</v></c>'
    end = '</sheetData>'
    text = 't="inlineStr"><is><t>{}</t></is></c>'
    long_sentence = ' '.join(['ord'] * 60) + '.'
    return {
        1: {sheet: [('<tableParts.*?</tableParts>', '')], posixpath_rels(sheet): [('<Relationship [^>]*table[^>]*/>', '')]},
        2: {table: [('displayName="[^"]*"', 'displayName="Tabel1"')]},
        3: {sheet: [(end, end + '<mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>')]},
        4: {table: [(r'ref="A4:([A-Z]+)\d+"', r'ref="A4:\g<1>999"')]},
        5: {table: [('<table ', '<table headerRowCount="0" ')]},
        6: {sheet: [(r'<col min="1" max="1" width="[^"]*"', '<col min="1" max="1" width="3"')]},
        7: {table: [('<tableColumns', '<autoFilter ref="A4:B5"/><tableColumns')]},
        8: {sheet: [(number, f'<c r="{at}"/>')]},
        9: {sheet: [('<row r="6"', '<row hidden="1" r="6"')]},
        10: {strings: [(f'<t>{label}', r'\g<0>*')]},
        11: {strings: [(f'(<t>{label})(</t>| \\[)', r'\1 [3]\2')]},
        12: {sheet: [(number, f'<c r="{at}" ' + text.format('12 [note 1]'))]},
        13: {strings: [(f'<t>{title}', r'\g<0> [note 99]')]},
        14: {sheet: [(end, f'<row r="900"><c r="A900" {text.format(long_sentence)}</row>{end}')]},
        15: {contents: [(r'location="[^"]*"', 'location="\'Findes ikke\'!A1"')]},
        16: {styles: [('(<sz val="16"/><color theme="1"/>)<name val="Arial"/>', r'\1<name val="Times New Roman"/>')]},
        17: {styles: [('builtinId="16"', 'builtinId="17"')]},
        18: {strings: [(f'<t>{title}', r'\g<0> ★')]},
        19: {sheet: [('</worksheet>', '<headerFooter><oddFooter>Side 1</oddFooter></headerFooter></worksheet>')]},
        20: {styles: [('<border><left/>', '<border><left style="thin"/>')]},
        21: {styles: [('<patternFill patternType="none"/>', '<patternFill patternType="solid"/>')]},
        22: {sheet: [(end, end + '<conditionalFormatting sqref="B5"/>')]},
        23: {styles: [(r'<b/><sz val="16"/><color theme="1"/>', '<b/><sz val="16"/><color rgb="FF00FF00"/>')]},
        24: {'xl/media/image1.png': 'x'},
        25: {'xl/vbaProject.bin': 'x'},
        26: {'xl/workbook.xml': [('name="Forside"', 'name="Ark1"')]},
        27: {front: [('<sheetData>.*</sheetData>', '<sheetData/>')]},
        28: {sheet: [(r'<c r="A5" s="\d+" t="s"><v>\d+</v></c>', '')]},
        29: {table: [('ref="A4:', 'ref="B4:')]},
        30: {sheet: [(end, f'<row r="900"><c r="A900" {text.format("Kilde")}</row>{end}')]},
        31: {sheet: [('<tablePart ', '<tablePart r:id="rId99"/><tablePart ')],
             posixpath_rels(sheet): [('</Relationships>', '<Relationship Id="rId99" Type="http://schemas.openxmlformats.'
                                      f'org/officeDocument/2006/relationships/table" Target="../tables/'
                                      f'{front_table.rpartition("/")[2]}"/></Relationships>')]},
        34: {'docProps/core.xml': [('<dc:language>[^<]*</dc:language>', '')]},
        35: {'xl/workbook.xml': [('<workbookView ', '<workbookView activeTab="3" ')]},
        36: {strings: [('Arket har én tabel', 'Arket har tal')]},
    }


def posixpath_rels(name):
    folder, _, file = name.rpartition('/')
    return f'{folder}/_rels/{file}.rels'


def check_rules(path, folder):
    """Each rule sees a workbook that breaks it."""
    for point, changes in bad_ones(path).items():
        target = folder / f'bad-{point}.xlsx'
        edited(path, target, changes)
        ok(accessible.check(target)[point], f'point {point} is seen to be broken')


def check_measure(path):
    """Columns are measured in the font of the cells, so that rows are as high as their texts on every machine: of a title whose
    letters would fill a line and a half, two lines."""
    book = accessible.Book(path)
    with zipfile.ZipFile(path) as archive:
        first = re.search(r'<font>.*?</font>', archive.read('xl/styles.xml').decode(), re.S)[0]
    ok('"Arial"' in first and '"11"' in first, f'{path.name}: columns are measured in {first}')
    for sheet in book.sheets:
        title = sheet.cells[1, 1].text if (1, 1) in sheet.cells else ''
        filled = len(title) * 0.53 * 16 / (sheet.width(1) * 11 * 0.556)
        lines = float(sheet.rows[1].get('ht', 15)) / 22
        if lines > filled + 1.6:
            ok(False, f'{path.name}: {sheet.name}: the title fills {filled:.1f} of {lines:.0f} lines')


def export(cli, pack, folder, options):
    subprocess.run([cli, '--pack', pack, *options, 'export', str(folder), '--profile', 'bilag', '--date', '2026-11-29'],
                   check=True, capture_output=True)
    return sorted(folder.glob('*.xlsx'))


def main():
    cli, pack, *more = sys.argv[1:]
    states = [('grundprognose', [])]
    while more:
        option, value, *more = more
        states.append((value, [option, value]))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ok(len(accessible.POINTS) >= 33, f'{len(accessible.POINTS)} of the 36 points are automatic')
        for number, (name, options) in enumerate(states):
            for path in export(cli, pack, folder / f'state-{number}', options):
                for point, faults in accessible.check(path).items():
                    if faults:
                        ok(False, f'{name}: {path.name}: point {point}', *faults[:8])
                check_measure(path)
                ok(True, f'{name}: {path.name} has been looked at')
            if number > 0:
                names = accessible.Book(path).sheets
                ok(any(s.name == 'Ændringer' for s in names), f'{name}: the changes have a sheet')
            else:
                check_rules(next(p for p in folder.glob('state-0/*') if p.name.startswith('bilag1-')), folder)
    print(f'1..{COUNT}')
    return 1 if FAULTS else 0


if __name__ == '__main__':
    sys.exit(main())
