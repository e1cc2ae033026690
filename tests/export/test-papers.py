#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every PDF of the shipped pack, attachments and charts, in the grundprognose and in a scenario: whole, tagged, readable
aloud, and with the same words as the page of HTML that is made of the same parts.

    test-papers.py CLI PACK SCENARIO
"""
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CLI, PACK, SCENARIO = sys.argv[1:4]
HTML = '{http://www.w3.org/1999/xhtml}'
PAINT = {'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Tj', 'TJ', "'", '"', 'Do', 'sh', 'BI'}
number = 0
failed = 0


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    print(f'{"ok" if true else "not ok"} {number} - {what}', flush=True)


class Pdf:
    """The objects of a file, as qpdf tells them, streams decoded."""

    def __init__(self, path):
        self.path = path
        done = subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', str(path)],
                              capture_output=True)
        self.fault = done.stderr.decode()[:200]
        told = json.loads(done.stdout)
        self.objects = {key.removeprefix('obj:'): one for key, one in told['qpdf'][1].items()}
        self.pages = [one['object'] for one in told['pages']]
        self.outline = told['outlines']
        self.root = self.get(self.objects['trailer']['value']['/Root'])

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r'\d+ \d+ R', value):
            one = self.objects[value]
            value = one['value'] if 'value' in one else one['stream']['dict']
        return value

    def stream(self, reference):
        return base64.b64decode(self.objects[reference]['stream']['data']).decode('latin-1')

    def dictionaries(self, key, value):
        for one in self.objects.values():
            found = one.get('value') if 'value' in one else one['stream']['dict']
            if isinstance(found, dict) and found.get(key) == value:
                yield found

    def elements(self, element=None, depth=0):
        """The structure in reading order: (depth, element)."""
        element = self.get(self.root['/StructTreeRoot'] if element is None else element)
        kids = self.get(element.get('/K', []))
        if '/S' in element:
            yield depth, element
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = self.get(kid)
            if isinstance(kid, dict) and '/S' in kid:
                yield from self.elements(kid, depth + 1)


def text(value):
    return value.removeprefix('u:').removeprefix('b:')


# --- Rules. Each yields what is wrong.

def check_document(pdf):
    if pdf.fault:
        yield pdf.fault
    if text(pdf.root.get('/Lang', '')) != 'da-DK':
        yield 'language'
    if pdf.get(pdf.root.get('/ViewerPreferences', {})).get('/DisplayDocTitle') is not True:
        yield 'the title is not shown'
    if pdf.get(pdf.root.get('/MarkInfo', {})).get('/Marked') is not True:
        yield 'not tagged'
    xmp = base64.b64decode(pdf.objects[pdf.root['/Metadata']]['stream']['data']).decode()
    if '<pdfuaid:part>1</pdfuaid:part>' not in xmp or not re.search(r'<dc:title>.*<rdf:li[^>]*>[^<]+</rdf:li>', xmp):
        yield 'XMP'
    Tree.fromstring(re.sub(r'<\?xpacket.*?\?>', '', xmp).strip())


def check_structure(pdf):
    names = [element['/S'] for _, element in pdf.elements()]
    levels = [int(name[2]) for name in names if re.fullmatch('/H[1-6]', name)]
    if '/Private' in names:
        yield 'decoration in the structure'
    if levels[:1] != [1] or any(after > before + 1 for before, after in zip(levels, levels[1:])):
        yield f'headings {levels[:10]}'
    for _, element in pdf.elements():
        if element['/S'] == '/Figure' and len(text(element.get('/Alt', ''))) < 20:
            yield 'a figure without alternative text'
        if element['/S'] == '/TH' and pdf.get(element.get('/A', {})).get('/Scope') not in ('/Row', '/Column'):
            yield 'a head without scope'


def check_marks(pdf):
    """Everything that is painted is content or decoration."""
    for page in pdf.pages:
        depth = 0
        contents = pdf.objects[page]['value']['/Contents']
        content = ''.join(pdf.stream(one) for one in (contents if isinstance(contents, list) else [contents]))
        content = re.sub(r'\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>', ' ', content)
        for word in re.findall(r"(?<![/\w])(?:[A-Za-z]+\*?|['\"])(?![\w])", content):
            depth += {'BDC': 1, 'BMC': 1, 'EMC': -1}.get(word, 0)
            if word in PAINT and depth < 1:
                yield f'{word} outside of all marks'
                break
        if depth != 0 or pdf.objects[page]['value'].get('/Tabs') != '/S':
            yield 'marks that do not end, or no order of tabs'


def check_fonts(pdf):
    for font in pdf.dictionaries('/Type', '/Font'):
        if font['/Subtype'] == '/Type0':
            if '/ToUnicode' not in font or pdf.get(pdf.get(font['/DescendantFonts'])[0]).get('/CIDToGIDMap') != '/Identity':
                yield 'a font without its letters'
            continue
        descriptor = pdf.get(font.get('/FontDescriptor', {}))
        if font['/Subtype'] == '/Type3' or not {'/FontFile', '/FontFile2', '/FontFile3'} & set(descriptor):
            yield f'{font.get("/BaseFont")} is not in the file'
        if font['/Subtype'] == '/TrueType' and '/ToUnicode' not in font:
            yield f'{font.get("/BaseFont")} does not tell its letters'


def names_of(pdf):
    """The places that links lead to."""
    waiting = [pdf.get(pdf.get(pdf.root.get('/Names', {})).get('/Dests', {}))]
    while waiting:
        node = waiting.pop()
        names = pdf.get(node.get('/Names', []))
        yield from (text(name) for name in names[::2])
        waiting += [pdf.get(kid) for kid in pdf.get(node.get('/Kids', []))]


def check_links(pdf):
    places = set(names_of(pdf))
    for link in pdf.dictionaries('/Subtype', '/Link'):
        if text(link.get('/Dest', '')) not in places or not text(link.get('/Contents', '')):
            yield f'a link to {link.get("/Dest")!r}'


RULES = [check_document, check_structure, check_marks, check_fonts, check_links]


# --- The same words as the page

def squeeze(words):
    """Without what lines are broken at."""
    return re.sub(r'[\s\u00ad-]+', '', words)


def words_of(element):
    """What is told of an element, without links: a note is a link in the page only; spaces are spaces."""
    return ''.join([element.text or ''] + [(kid.tail or '') if kid.tag == f'{HTML}a' else words_of(kid) + (kid.tail or '')
                                           for kid in element]).replace('\u00a0', ' ')


def contents_of(page):
    """Headings, sentences, notes and cells, but for the tables of a figure, which a paper makes shorter."""
    long = {id(cell) for figure in page.iter(f'{HTML}details') for table in [figure.find(f'.//{HTML}tbody')]
            if len(table) > 30 for cell in table.iter()}
    for tag in ('h1', 'h2', 'h3', 'p', 'td', 'th', 'li', 'dd'):
        for one in page.iter(HTML + tag):
            if id(one) not in long and one.get('id') != 'oversigt':
                yield words_of(one)


def drop_tables_about(main):
    """A paper of a page or two has notes and sources in small print, pictures without their table, and says only which
    scenario it is of."""
    for section in main.findall(f'{HTML}section'):
        if section[0].text in ('Kilder', 'Ændringer', 'Noter'):
            main.remove(section)
        for figure in section.findall(f'{HTML}figure'):
            section.clear()
        # What a single page begins with stands under its own title.
        for heading in section.findall(f'{HTML}h2') + section.findall(f"{HTML}p[@class='code']"):
            section.remove(heading)


def drop_checks(main):
    """A paper has the checks that do not hold, and the number of the others; the page has them all."""
    for table in main.iter(f'{HTML}table'):
        if words_of(table.find(f'.//{HTML}th')).strip() == 'Kontrol':
            table.clear()


def check_words(pdf, page):
    said = squeeze(subprocess.run(['pdftotext', '-raw', str(pdf.path), '-'], capture_output=True, text=True).stdout)
    pages = len(pdf.pages)
    main = page.find(f'.//{HTML}main')
    if pages <= 2:
        drop_tables_about(main)
    drop_checks(main)
    for words in set(contents_of(main)):
        # A cell that goes on over a page has the foot and the heads in it.
        if squeeze(words) not in said and not all(squeeze(word) in said for word in words.split()):
            yield f'{words[:60]!r} is not said'
    listed = [words_of(page.find(f'.//{HTML}h1'))]
    listed += [words_of(one) for one in main.iter(f'{HTML}h2')]
    outline = [one['title'] for one in pdf.outline] + [kid['title'] for one in pdf.outline for kid in one['kids']]
    if pages > 2 and outline != listed:
        yield f'outline {[one for one in outline if one not in listed][:3]} {[one for one in listed if one not in outline][:3]}'
    pieces = {words_of(one) for one in main.iter(f'{HTML}h3')}
    deepest = {below['title'] for one in pdf.outline for kid in one['kids'] for below in kid['kids']}
    if pages > 2 and not pieces <= deepest:
        yield f'not in the outline: {sorted(pieces - deepest)[:3]}'


def look(path):
    pdf = Pdf(path)
    wrong = [fault for rule in RULES for fault in rule(pdf)]
    page = path.with_suffix('.html')
    if page.exists():
        wrong += [] if subprocess.run(['qpdf', '--check', str(path)], capture_output=True).returncode == 0 else ['qpdf --check']
        wrong += list(check_words(pdf, Tree.parse(page).getroot()))
        said = subprocess.run(['pdftotext', '-raw', str(path), '-'], capture_output=True, text=True).stdout
        wrong += [f'a line ends in {line[-30:]!r}' for line in said.splitlines() if line.rstrip().endswith('§')]
    else:
        said = subprocess.run(['pdftotext', '-raw', str(path), '-'], capture_output=True, text=True).stdout
        wrong += [] if re.search(r'version \d.* · Sporingskode: [0-9A-Z]{8}$', said, re.M) else ['no passport']
    return path, len(pdf.pages), wrong


def charts():
    for path in sorted(Path(PACK).glob('*.lv')):
        for found in re.findall(r'^\[chart (\S+)\]', path.read_text(encoding='utf-8'), re.M):
            yield from ('--what', found)


def export(folder, left_out, *options):
    for what in (['--profile', 'pdf'], ['--profile', 'html'], list(charts())):
        done = subprocess.run([CLI, '--pack', PACK, *options, 'export', str(folder), '--date', '2026-11-29', *what],
                              capture_output=True, text=True)
        empty = re.findall(r'^ligevaegt-cli: ([a-z0-9.-]+): the chart has no number to show\n', done.stderr, re.M)
        if done.returncode != 0 or len(empty) != done.stderr.count('\n'):
            sys.exit(f'Bail out! {folder.name}: {done.stderr[:300]}')
        left_out.extend(empty)


def expect_months(folder):
    """Of seven years of months a paper has the last of each year, and says so."""
    subprocess.run([CLI, '--pack', PACK, '--scenario', 'hjemloeshed.eksempel', 'export', str(folder), '--profile', 'pdf',
                    '--what', 'bilag-hjemloeshed', '--date', '2026-11-29'], capture_output=True, check=True)
    said = subprocess.run(['pdftotext', '-layout', str(folder / 'bilag-hjemloeshed.pdf'), '-'], capture_output=True, text=True).stdout
    table = re.search(r'Tallene i figur \d+ · personer · sidste måned i hvert år.*?\n\n\n', said, re.S)
    months = re.findall(r'^ *(\w+\.? 20\d\d) ', table[0] if table else '', re.M)
    expect(months == ['jan. 2025', *(f'dec. {year}' for year in range(2025, 2032))], f'the table of months: {months}')


def main():
    for tool in ('qpdf', 'pdftotext'):
        if shutil.which(tool) is None:
            print(f'1..0 # SKIP {tool} is not installed')
            return 0
    with tempfile.TemporaryDirectory() as name:
        for scenario in ([], ['--scenario', SCENARIO]):
            folder = Path(name) / ('scenarie' if scenario else 'grundprognose')
            left_out = []
            export(folder, left_out, *scenario)
            expect(len(left_out) < 6 and not any((folder / f'{name}.pdf').exists() for name in left_out),
                   f'{folder.name}: of what shows nothing there is no file {left_out}')
            paths = sorted(folder.glob('*.pdf'))
            expect(len(paths) > 20, f'{folder.name}: {len(paths)} files')
            with ThreadPoolExecutor(os.cpu_count()) as threads:
                for path, pages, wrong in threads.map(look, paths):
                    expect(not wrong, f'{folder.name}/{path.name}: {wrong[:3] if wrong else f"{pages} pages"}')
        expect_months(Path(name) / 'eksempel')
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
