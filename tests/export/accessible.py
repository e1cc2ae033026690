# SPDX-License-Identifier: GPL-3.0-or-later
"""The 36 points of an accessible published workbook (docs/workbooks.md), as far as a program can see them.

`check(path, words)` gives {point: [fault, ...]} for every point that it looks at; a point without faults has an empty
list. Points are numbered as in the UK Analysis Function's checklist for accessible spreadsheets."""
import pathlib
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
CORE = {'dc': 'http://purl.org/dc/elements/1.1/'}
SERIF = ('times', 'georgia', 'cambria', 'garamond', 'serif', 'roman')
EMPTY_LINKS = ('her', 'klik her', 'link', 'læs mere', 'mere')
MARKS = re.compile(r'[*†‡§]+$|[¹²³⁴⁵⁶⁷⁸⁹⁰]+$|\w[*†‡]')
NOTE = re.compile(r'\[note \d+\]')
DECORATION = re.compile('[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001ffff\u25a0-\u25ff]')
ABBREVIATION = re.compile(r'(?<![\w.-])[A-ZÆØÅ]{2,6}(?![\w])')
LONGEST_SENTENCE = 45  # words
CHARACTER = 1.25  # letters of Arial in the width of one figure, when they are many


def split(address):
    letters, row = re.fullmatch(r'([A-Z]+)(\d+)', address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


class Cell:
    def __init__(self, text, is_number, style):
        self.text, self.is_number, self.style = text, is_number, style


class Sheet:
    def __init__(self, book, name, path, state):
        self.book, self.name, self.path, self.state = book, name, path, state
        self.xml = book.read(path)
        self.relations = book.relations(path)
        self.cells = {}
        for c in self.xml.iter(S + 'c'):
            text, number = book.value(c)
            if text:
                self.cells[split(c.get('r'))] = Cell(text, number, int(c.get('s', 0)))
        self.tables = [book.read(target) for kind, target in self.relations.values() if kind.endswith('/table')]
        self.rows = {int(r.get('r')): r for r in self.xml.iter(S + 'row')}

    def find(self, tag):
        return self.xml.findall('.//' + S + tag)

    def table_range(self, table):
        first, last = table.get('ref').split(':')
        return split(first), split(last)

    def width(self, column):
        for col in self.find('col'):
            if int(col.get('min')) <= column <= int(col.get('max')):
                return float(col.get('width'))
        return 8.43


class Book:
    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.archive = zipfile.ZipFile(path)
        self.names = self.archive.namelist()
        strings = self.read('xl/sharedStrings.xml') if 'xl/sharedStrings.xml' in self.names else []
        self.strings = [''.join(t.text or '' for t in s.iter(S + 't')) for s in strings]
        self.styles = self.read('xl/styles.xml')
        self.fonts = list(self.styles.find(S + 'fonts'))
        self.formats = list(self.styles.find(S + 'cellXfs'))
        book = self.read('xl/workbook.xml')
        self.xml = book
        links = self.relations('xl/workbook.xml')
        self.sheets = [Sheet(self, s.get('name'), links[s.get(R + 'id')][1], s.get('state', 'visible'))
                       for s in book.find(S + 'sheets')]

    def read(self, name):
        return ET.fromstring(self.archive.read(name))

    def relations(self, name):
        folder, file = posixpath.split(name)
        rels = f'{folder}/_rels/{file}.rels'
        if rels not in self.names:
            return {}
        return {r.get('Id'): (r.get('Type'), posixpath.normpath(posixpath.join(folder, r.get('Target'))).lstrip('/'))
                for r in self.read(rels)}

    def value(self, c):
        v = c.find(S + 'v')
        if c.get('t') == 's':
            return self.strings[int(v.text)], False
        if c.get('t') == 'inlineStr':
            return ''.join(t.text or '' for t in c.iter(S + 't')), False
        return (v.text if v is not None else ''), c.get('t') in (None, 'n') and v is not None

    def font(self, style):
        return self.fonts[int(self.formats[style].get('fontId'))]

    def alignment(self, style):
        found = self.formats[style].find(S + 'alignment')
        return found.attrib if found is not None else {}

    def style_name(self, style):
        names = {s.get('xfId'): s.get('builtinId') for s in self.styles.find(S + 'cellStyles')}
        return names.get(self.formats[style].get('xfId'))


def cells_of(sheet):
    return sorted(sheet.cells.items())


def texts_of(book):
    return [(f'{s.name}!{r},{c}', cell.text) for s in book.sheets for (r, c), cell in cells_of(s) if not cell.is_number]


def body(sheet):
    """Cells of tables: (row, column, cell or None), without the heads."""
    for table in sheet.tables:
        (top, left), (bottom, right) = sheet.table_range(table)
        for row in range(top + 1, bottom + 1):
            for column in range(left, right + 1):
                yield row, column, sheet.cells.get((row, column))


# --- The points. Each yields faults.

def p1(book):
    for s in book.sheets:
        if not s.tables:
            yield f'{s.name}: no table'


def p2(book):
    names = [t.get('displayName') for s in book.sheets for t in s.tables]
    for name in names:
        if re.fullmatch(r'(Table|Tabel)_?\d+', name, re.I):
            yield f'the table {name} does not say what it is'
    if len(set(n.lower() for n in names)) != len(names):
        yield 'two tables have one name'


def p3(book):
    for s in book.sheets:
        if s.find('mergeCell'):
            yield f'{s.name}: merged cells'


def p4(book):
    for s in book.sheets:
        for table in s.tables:
            (top, left), (bottom, right) = s.table_range(table)
            for row in range(top, bottom + 1):
                if not any((row, c) in s.cells for c in range(left, right + 1)):
                    yield f'{s.name}: row {row} is blank'
            for column in range(left, right + 1):
                if not any((r, column) in s.cells for r in range(top + 1, bottom + 1)):
                    yield f'{s.name}: column {column} is blank'


def p5(book):
    for s in book.sheets:
        for table in s.tables:
            (top, left), (_, right) = s.table_range(table)
            heads = [s.cells[top, c].text if (top, c) in s.cells else '' for c in range(left, right + 1)]
            if table.get('headerRowCount', '1') != '1' or '' in heads or len({h.lower() for h in heads}) != len(heads):
                yield f'{s.name}: heads {heads}'
            if re.fullmatch(r'\d+(,\d+)?', ''.join(heads)):
                yield f'{s.name}: heads are numbers'


def p6(book):
    for s in book.sheets:
        for (row, column), cell in cells_of(s):
            wraps = book.alignment(cell.style).get('wrapText') == '1'
            width = s.width(column)
            if cell.is_number:
                fits = len(f'{float(cell.text):,.2f}'.rstrip('0').rstrip('.')) <= width + 1
            elif wraps:
                size = float(book.font(cell.style).find(S + 'sz').get('val'))
                height = float(s.rows[row].get('ht', 15))
                line = 15 * size / 11
                lines = max(1, round((height + 1) // line))
                words = max(cell.text.split() or [''], key=len)
                room = width * CHARACTER * 11 / size
                fits = len(cell.text) <= room * lines and (len(words) <= room or lines > 1) or height >= 399
            else:
                fits = len(cell.text) <= width * CHARACTER
            if not fits:
                yield f'{s.name}!{row},{column}: “{cell.text[:60]}” is cut off'


def p7(book):
    for s in book.sheets:
        if s.find('autoFilter') or any(t.find(S + 'autoFilter') is not None for t in s.tables):
            yield f'{s.name}: a filter'
        if s.find('pane'):
            yield f'{s.name}: frozen panes'


def p8(book):
    for s in book.sheets:
        for row, column, cell in body(s):
            if cell is None or not cell.text.strip():
                yield f'{s.name}!{row},{column}: empty without a reason'


def p9(book):
    for s in book.sheets:
        if s.state != 'visible' or any(x.get('hidden') == '1' for x in s.find('row') + s.find('col')):
            yield f'{s.name}: something is hidden'


def p10(book):
    for at, text in texts_of(book):
        if MARKS.search(text) and not re.search(r'(m|km)[²³]$', text):
            yield f'{at}: a note marked by a symbol: {text[-40:]}'


def p11(book):
    for at, text in texts_of(book):
        if re.search(r'\[\d+\]|\(\d\)$', text):
            yield f'{at}: a note without the word: {text[-40:]}'


def p12(book):
    for s in book.sheets:
        for row, column, cell in body(s):
            number_column = any(s.cells[k].is_number for k in s.cells if k[1] == column and k[0] > 4)
            if cell and NOTE.search(cell.text) and (cell.is_number or number_column):
                yield f'{s.name}!{row},{column}: a note among numbers'


def p13(book):
    used = {m for _, text in texts_of(book) for m in NOTE.findall(text)}
    notes = next((s for s in book.sheets if s.name == 'Noter'), None)
    if used and (notes is None or not notes.tables):
        yield 'notes are used, and there is no sheet with them'
    have = {c.text.lower() for (r, col), c in notes.cells.items() if col == 1} if notes else set()
    for mark in sorted(used):
        if mark.strip('[]') not in have:
            yield f'{mark} is not among the notes'


def sentences(text):
    text = re.sub(r'\b(mio|mia|kr|pct|ca|bl|a|dvs|jf|nr|stk|pr|f|eks|inkl|ekskl|m|v|evt|afd|kap|lov|bek)\.', r'\1', text)
    return re.split(r'[.!?:;](?:\s|$)', text)


def p14(book):
    explained = set()
    for s in book.sheets:
        if s.name == 'Forkortelser':
            explained = {c.text for (r, col), c in s.cells.items() if col == 1}
    spelled = ' '.join(text for _, text in texts_of(book))
    for at, text in texts_of(book):
        for sentence in sentences(text):
            if len(sentence.split()) > LONGEST_SENTENCE:
                yield f'{at}: a sentence of {len(sentence.split())} words: {sentence[:60]}…'
        for name in (e for e in explained if ' ' in e):
            text = text.replace(name, '')
        for short in ABBREVIATION.findall(text):
            if short not in explained and f'({short})' not in spelled:
                yield f'{at}: {short} is not explained'


def p15(book):
    for s in book.sheets:
        for link in s.find('hyperlink'):
            cell = s.cells.get(split(link.get('ref').split(':')[0]))
            text = cell.text if cell else ''
            if len(text) < 2 or text.lower() in EMPTY_LINKS or re.match(r'https?://|#', text):
                yield f'{s.name}: a link called “{text}”'
            target = link.get('location')
            if target and target.rpartition('!')[0].strip("'").replace("''", "'") not in [x.name for x in book.sheets]:
                yield f'{s.name}: a link to nowhere: {target}'


def p16(book):
    for s in book.sheets:
        for (row, column), cell in cells_of(s):
            font = book.font(cell.style)
            name = font.find(S + 'name').get('val').lower()
            if any(serif in name for serif in SERIF) or float(font.find(S + 'sz').get('val')) < 11:
                yield f'{s.name}!{row},{column}: {name}'
            if font.find(S + 'i') is not None:
                yield f'{s.name}!{row},{column}: italics'
            side = book.alignment(cell.style).get('horizontal', 'general')
            if side not in (('general', 'right') if cell.is_number else ('general', 'left')):
                yield f'{s.name}!{row},{column}: aligned {side}'


def p17(book):
    for s in book.sheets:
        title = s.cells.get((1, 1))
        if title is None or len(title.text) < 4 or title.text in ('Ark1', 'Sheet1'):
            yield f'{s.name}: no title in A1'
        elif book.style_name(title.style) != '16' or book.font(title.style).find(S + 'b') is None:
            yield f'{s.name}: the title is no heading'


def p18(book):
    for at, text in texts_of(book):
        if DECORATION.search(text):
            yield f'{at}: {DECORATION.search(text)[0]}'


def p19(book):
    for s in book.sheets:
        if any(x.text for h in s.find('headerFooter') for x in h):
            yield f'{s.name}: header or footer'
        if s.find('drawing') or s.find('legacyDrawing'):
            yield f'{s.name}: a floating object'


def p20(book):
    borders = list(book.styles.find(S + 'borders'))
    for s in book.sheets:
        for (row, column), cell in cells_of(s):
            border = borders[int(book.formats[cell.style].get('borderId', 0))]
            if any(side.get('style') for side in border):
                yield f'{s.name}!{row},{column}: a border'
        for table in s.tables:
            info = table.find(S + 'tableStyleInfo')
            if info is not None and info.get('showRowStripes') == '1' and info.get('name'):
                yield f'{s.name}: striped'


def p21(book):
    fills = list(book.styles.find(S + 'fills'))
    for s in book.sheets:
        for (row, column), cell in cells_of(s):
            fill = fills[int(book.formats[cell.style].get('fillId', 0))].find(S + 'patternFill')
            if fill is not None and fill.get('patternType') not in (None, 'none'):
                yield f'{s.name}!{row},{column}: a fill'


def is_black(font):
    color = font.find(S + 'color')
    return color is None or color.get('theme') == '1' or color.get('rgb', '').upper().endswith('000000')


def p22(book):
    for s in book.sheets:
        if s.find('conditionalFormatting'):
            yield f'{s.name}: colours that follow values'
        if s.find('tabColor'):
            yield f'{s.name}: a coloured tab'


def p23(book):
    for s in book.sheets:
        for (row, column), cell in cells_of(s):
            if not is_black(book.font(cell.style)):
                yield f'{s.name}!{row},{column}: coloured text'


def p24(book):
    for name in book.names:
        if name.startswith(('xl/media/', 'xl/charts/')):
            yield name


def p25(book):
    if book.path.suffix != '.xlsx' or any('vba' in name.lower() for name in book.names):
        yield 'macros'


def p26(book):
    names = [s.name for s in book.sheets]
    if len({n.lower() for n in names}) != len(names):
        yield 'two sheets have one name'
    for name in names:
        if len(name) > 31 or re.fullmatch(r'(Ark|Sheet)\s*\d*', name, re.I):
            yield f'the name {name}'


def p27(book):
    for s in book.sheets:
        if not s.cells:
            yield f'{s.name}: blank'


def p28(book):
    for s in book.sheets:
        for row in {r for r, _ in s.cells}:
            if (row, 1) not in s.cells:
                yield f'{s.name}: row {row} has nothing in column A'
        rows = sorted({r for r, _ in s.cells})
        if rows and rows != list(range(1, rows[-1] + 1)) and any(
                r not in rows for r in range(1, min(s.table_range(t)[0][0] for t in s.tables) if s.tables else 1)
                if r != 3):
            yield f'{s.name}: blank rows before the table'


def p29(book):
    for s in book.sheets:
        for table in s.tables:
            if s.table_range(table)[0][1] != 1:
                yield f'{s.name}: the table starts at {table.get("ref")}'


def p30(book):
    for s in book.sheets:
        bottom = max((s.table_range(t)[1][0] for t in s.tables), default=10 ** 9)
        if any(row > bottom for row, _ in s.cells):
            yield f'{s.name}: something stands below the table'


def p31(book):
    for s in book.sheets:
        if len(s.tables) > 1:
            yield f'{s.name}: {len(s.tables)} tables'


def p34(book):
    core = book.read('docProps/core.xml')
    for key in ('title', 'creator', 'subject', 'language'):
        found = core.find('dc:' + key, CORE)
        if found is None or not (found.text or '').strip():
            yield f'no {key}'


def p35(book):
    views = book.xml.find(S + 'bookViews')
    if views is not None and any(v.get('activeTab', '0') != '0' for v in views):
        yield 'another sheet than the first is shown'
    selection = [x for x in book.sheets[0].find('selection')]
    if any(x.get('activeCell', 'A1') != 'A1' for x in selection):
        yield 'the cursor is elsewhere'


def p36(book):
    for s in book.sheets:
        line = s.cells.get((2, 1))
        if line is None or not re.search(r'\b(én|en|1) tabel\b', line.text) or 'Noter' not in line.text:
            yield f'{s.name}: the second line does not say how many tables there are and where the notes stand'


POINTS = {n: globals()[f'p{n}'] for n in range(1, 37) if f'p{n}' in globals()}


def check(path):
    """Faults by point."""
    book = Book(path)
    return {number: list(point(book)) for number, point in POINTS.items()}
