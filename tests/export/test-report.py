#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is a whole, tagged and readable PDF: looked at by programs that are not ours.

    test-report.py PROGRAM        the program writes a report of every kind of block to a path, and draws its pages to another
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

number = 0
failed = 0


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    print(f'{"ok" if true else "not ok"} {number} - {what}', flush=True)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def objects(path):
    text = run('qpdf', '--json=2', '--json-key=qpdf', str(path))
    for entry in json.loads(text)['qpdf'][1].values():
        value = entry.get('value')
        if isinstance(value, dict):
            yield value


def structure(path):
    """Indent and name of each element, with its attributes left out."""
    for line in run('pdfinfo', '-struct', str(path)).splitlines():
        name = line.strip().split(' ')[0].rstrip(':')
        if name and not name.startswith('/'):
            yield (len(line) - len(line.lstrip())) // 2, name


def check_catalog(path):
    catalog = [o for o in objects(path) if o.get('/Type') == '/Catalog'][0]
    expect(catalog['/Lang'] == 'u:da-DK', 'the language is Danish')
    expect(catalog['/ViewerPreferences'].get('/DisplayDocTitle') is True, 'the title is shown')
    expect('/Outlines' in catalog, 'it has an outline')
    info = run('pdfinfo', str(path))
    expect(re.search(r'Title: +Opfølgning på æ, ø & å', info), 'the title is whole')
    expect(re.search(r'Tagged: +yes', info), 'it is tagged')
    expect(re.search(r'Page size: +595\.\d+ x 841\.\d+ pts \(A4\)', info), 'it is A4')
    outline = [o['/Title'][2:] for o in objects(path) if '/Title' in o and '/Parent' in o]
    parts = [f'{name}{n}' for n in range(1, 15) for name in ('Del', 'Underdel')]
    expect(sorted(outline) == sorted(['Opfølgning på planen', 'Opgaver', 'Figur', 'Lang tekst', *parts]),
           'each heading is in the outline')


def check_structure(path):
    names = list(structure(path))
    count = {name: sum(1 for _, other in names if other == name) for _, name in names}
    expect(names[0] == (0, 'Document'), 'one document holds all')
    expect((count['H1'], count['H2'], count['H3'], count['Table'], count['Figure']) == (1, 18, 14, 18 + 11, 1),
           'headings, tables and the figure are elements')
    expect((count['TOC'], count['TOCI'], count['Link']) == (1, 31, 32), 'the contents are a list of links')
    # 60 rows and heads, and one row that goes on over two pages.
    small = sum(2 + n % 4 for n in range(1, 15))
    low = 9 * (1 + 7)
    full = 1 + 47
    expect(count['TR'] == 61 + 1 + 2 + small + 4 + 2 + low + full, f'heads are repeated for the eye alone ({count["TR"]} rows)')
    expect(not any(name == 'Private' for name in count), 'what is decoration is no element')
    scopes = [o['/A']['/Scope'] for o in objects(path) if o.get('/S') == '/TH']
    expect(scopes.count('/Column') == 6 + 28 + 4 + 7 + 18 + 2 and scopes.count('/Row') == 62 + small - 14 + 2 + 1 + low - 9 + full - 1,
           'each head says what it is of')
    alts = [o.get('/Alt', '') for o in objects(path) if o.get('/S') == '/Figure']
    expect(len(alts) == 1 and '2029' in alts[0], 'the figure says what it shows')


def check_links(path):
    """Each entry of the contents says where it leads, and leads to its heading."""
    links = [o for o in objects(path) if o.get('/Subtype') == '/Link']
    dests = dict((name, int(page)) for page, name in
                 re.findall(r'^ *(\d+) \[.*"(.+)"$', run('pdfinfo', '-dests', str(path)), re.M))
    pages = run('pdftotext', '-layout', str(path), '-').split('\f')
    wrong = [link for link in links
             if link['/Contents'][2:] not in pages[dests.get(link['/Dest'][2:], 0) - 1]]
    expect(len(links) == 32 and not wrong, f'each link leads to its heading or its note {wrong[:2]}')
    marks = [link for link in links if link['/Contents'] == 'u:note 1']
    links = [link for link in links if link not in marks]
    expect(len(marks) == 1 and marks[0]['/Dest'] == 'u:note-1' and dests['note-1'] == len(pages) - 1,
           'a mark leads to its note')
    left, bottom, right, top = marks[0]['/Rect']
    expect(30 < right - left < 60 and 5 < top - bottom < 20, f'the mark alone is the link {marks[0]["/Rect"]}')
    struct = run('pdfinfo', '-struct-text', str(path))
    expect(re.search(r'Span[^\n]*\n +"Udgift "\n +Link[^\n]*\n(?: +Object[^\n]*\n)? +"\[note 1\]"', struct),
           'a reader is told the words, then the link')
    listed = dict(re.findall(r'^ *(\S.*?) {2,}(\d+)$', pages[1], re.M))
    wrong = [(link['/Contents'], listed) for link in links
             if listed.get(link['/Contents'][2:]) != str(dests[link['/Dest'][2:]])]
    expect(not wrong, f'the contents give the page of each heading {wrong[:1]}')
    expect('Sagsnummer: 25/012345' in ' '.join(pages[0].split()) and 'Dokumentnummer' not in pages[0]
           and 'Side 1' not in pages[0], 'the cover has the facts that are known, and no foot')


def check_text(path):
    pages = run('pdftotext', '-layout', str(path), '-').split('\f')[:-1]
    total = len(pages)
    expect(total >= 4, f'it goes on over pages ({total})')
    for n, page in enumerate(pages[1:], 2):
        expect(f'Side {n} af {total}' in page, f'page {n} has its number')
    whole = ' '.join('\n'.join(pages).split())
    missing = [n for n in range(1, 61) if not re.search(rf'Række {n} ', whole)]
    expect(not missing, f'no row is lost {missing}')
    expect(all(f'ord{n} ' in whole for n in range(1200)) and 'Slutter her.' in whole, 'nor a line of a long cell')
    expect(re.search(r'^ *Opgaver +Sporingskode: 4F7K92QM$', pages[2], re.M), 'the passport stands beside its heading')
    pages = pages[2:]
    expect(sum('Ansvarlig' in page for page in pages) == 3, 'heads stand on each page of the table')
    last = [[line.strip() for line in page.splitlines() if line.strip()][-2] for page in pages]
    alone = [line for line in last if re.fullmatch(r'(Del|Underdel)\d+|Opgaver|Figur|Navn +Tekst', line)]
    expect(not alone, f'no heading stands alone at a foot {alone}')
    raw = run('pdftotext', '-raw', str(path), '-').split('\f')
    narrow = ' '.join(' '.join(raw).split())
    broken = [word for word in ('kommunekassens', 'Uddannelseshjælp', 'ressourceforløb', 'jobafklaring', 'ledighedsydelse')
              if word not in narrow]
    expect(not broken, f'words are whole in narrow columns {broken}')
    parted = [n for n in range(1, 10) if sum(f'Lav{n}-' in page for page in raw) != 1]
    full = {n for n, page in enumerate(raw) for word in page.split() if word.startswith('Fuld')}
    expect(len(full) == 1, f'what should stay on a page does, in smaller print {full}')
    expect(not parted, f'a low table is not parted between pages {parted}')


def painted_outside(content):
    """Operators that paint, outside of what is marked as content or artifact."""
    depth = 0
    wrong = []
    for line in content.splitlines():
        word = line.split(' ')[-1]
        if word in ('BDC', 'BMC'):
            depth += 1
        elif word == 'EMC':
            depth -= 1
        elif word in ('f', 'f*', 'S', 's', 'B', 'Tj', 'TJ', "'", 'Do', 'sh') and depth == 0:
            wrong.append(line)
    return wrong


def check_marks(path, folder):
    plain = folder / 'plain.pdf'
    run('qpdf', '--qdf', '--object-streams=disable', str(path), str(plain))
    text = plain.read_bytes().decode('latin-1')
    streams = [s for s in re.findall(r'stream\n(.*?)\nendstream', text, re.S) if ' Tf' in s]
    wrong = [line for s in streams for line in painted_outside(s)]
    expect(streams and not wrong, f'everything that is painted is content or decoration {wrong[:3]}')


def check_same(program, path, folder):
    other = folder / 'again.pdf'
    run(program, str(other))
    expect(other.read_bytes() == path.read_bytes(), 'the same blocks and date give the same bytes')


def check_drawn(path, drawn):
    """The screen and the printer get the same pages, without tags."""
    texts = [run('pdftotext', '-layout', str(name), '-') for name in (path, drawn)]
    expect(texts[0].replace('\u00ad', '') == texts[1].replace('\u00ad', ''), 'pages are drawn as they are in the file')


def main():
    program = sys.argv[1]
    for tool in ('qpdf', 'pdfinfo', 'pdftotext'):
        if shutil.which(tool) is None:
            print(f'1..0 # SKIP {tool} is not installed')
            return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / 'report.pdf'
        run(program, str(path), str(folder / 'drawn.pdf'))
        expect(subprocess.run(['qpdf', '--check', str(path)], capture_output=True).returncode == 0,
               'qpdf finds no fault')
        check_catalog(path)
        check_structure(path)
        check_links(path)
        check_text(path)
        check_drawn(path, folder / 'drawn.pdf')
        check_marks(path, folder)
        check_same(program, path, folder)
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
