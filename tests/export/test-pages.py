#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every attachment as a page of HTML and as CSV: whole, accessible, with nothing from outside, and with the application's numbers.

    test-pages.py CLI PACK

The rules are checked in the text, and once in a real browser, which opens every page by itself: no error, no
request, every picture and region with a name.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
import zipfile
from pathlib import Path

CLI, PACK = sys.argv[1:3]
HTML = '{http://www.w3.org/1999/xhtml}'
SVG = '{http://www.w3.org/2000/svg}'
number = 0
failed = 0


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    print(f'{"ok" if true else "not ok"} {number} - {what}', flush=True)


def run(*words, **environment):
    done = subprocess.run([CLI, '--pack', PACK, *words], capture_output=True, text=True, env={**os.environ, **environment})
    if done.returncode != 0 or done.stderr:
        sys.exit(f'Bail out! {words}: {done.stderr}')
    return done.stdout


def text_of(element):
    return ' '.join(''.join(element.itertext()).split())


# --- Rules of one page. Each yields what is wrong.

def check_landmarks(page):
    body = page.find(f'{HTML}body')
    tags = [one.tag.removeprefix(HTML) for one in body]
    if page.get('lang') != 'da':
        yield 'the language is not said'
    if not text_of(page.find(f'{HTML}head/{HTML}title')):
        yield 'no title'
    if tags != ['a', 'header', 'nav', 'main', 'footer']:
        yield f'landmarks: {tags}'
    if body[0].get('href') != '#' + body.find(f'{HTML}main').get('id'):
        yield 'the skip link does not lead to the content'


def check_ids(page):
    ids = [one.get('id') for one in page.iter() if one.get('id')]
    twice = {one for one in ids if ids.count(one) > 1} if len(ids) != len(set(ids)) else set()
    if twice:
        yield f'ids twice: {sorted(twice)[:3]}'
    for one in page.iter():
        for key in ('aria-labelledby', 'href', '{http://www.w3.org/1999/xlink}href'):
            for name in one.get(key, '').split() if key.startswith('aria') else [one.get(key, '')]:
                if name and name.lstrip('#') not in ids:
                    yield f'{key}={name} leads nowhere'


def check_headings(page):
    levels = [int(one.tag[-1]) for one in page.iter() if re.fullmatch(HTML + 'h[1-6]', str(one.tag))]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f'not one heading of the first level: {levels[:5]}'
    if any(after > before + 1 for before, after in zip(levels, levels[1:])):
        yield f'headings leave out a level: {levels}'
    empty = [one for one in page.iter() if re.fullmatch(HTML + 'h[1-6]', str(one.tag)) and not text_of(one)]
    if empty:
        yield 'an empty heading'


def check_tables(page):
    for table in page.iter(f'{HTML}table'):
        caption = table.find(f'{HTML}caption')
        name = text_of(caption) if caption is not None else ''
        heads = table.findall(f'{HTML}thead/{HTML}tr/{HTML}th')
        if not name:
            yield 'a table without caption'
        if not heads or any(one.get('scope') != 'col' or not text_of(one) for one in heads):
            yield f'{name}: heads of columns'
        if len({text_of(one) for one in heads}) != len(heads):
            yield f'{name}: two heads are the same'
        for row in table.findall(f'{HTML}tbody/{HTML}tr'):
            if len(row) != len(heads) or row[0].tag != f'{HTML}th' or row[0].get('scope') != 'row':
                yield f'{name}: the row {text_of(row)[:40]!r}'
                break


def check_captions(page):
    """A heading is not written once more under itself, but heard with its table."""
    heading = ''
    for one in page.iter():
        if re.fullmatch(HTML + 'h[23]', str(one.tag)):
            heading = text_of(one)
        if one.tag == HTML + 'caption' and (one.get('class') == 'heard') != (text_of(one) == heading):
            yield f'the caption “{text_of(one)}” under “{heading}”'


def check_pictures(page):
    for svg in page.iter(f'{SVG}svg'):
        title, description = svg.find(f'{SVG}title'), svg.find(f'{SVG}desc')
        if svg.get('role') != 'img' or title is None or description is None or len(text_of(description)) < 20:
            yield 'a picture without name or description'
    for figure in page.iter(f'{HTML}figure'):
        if not text_of(figure.find(f'{HTML}figcaption')).startswith('Figur '):
            yield 'a figure without number'
    if any(True for tag in ('img', 'script', 'iframe', 'link', 'object') for _ in page.iter(HTML + tag)):
        yield 'something that is not in the page'


def check_notes(page):
    """Each reference leads to a note, and the note back to each reference."""
    there = {one.get('id') for one in page.iter(f'{HTML}a') if one.get('id', '').startswith('ref-')}
    back = {one.get('href')[1:] for one in page.iter(f'{HTML}a') if one.get('href', '').startswith('#ref-')}
    if there != back:
        yield f'notes and references: {sorted(there ^ back)[:3]}'


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_style(page):
    style = page.find(f'{HTML}head/{HTML}style').text
    themes = [dict(re.findall(r'--(\w+):(#[0-9a-f]{6})', block)) for block in re.findall(r':root\{(.*?)\}', style)]
    if len(themes) != 3 or 'prefers-color-scheme:dark' not in style or '@media print' not in style:
        yield 'no style for dark or paper'
    for theme in themes:
        for ink, paper, least in (('ink', 'paper', 7), ('soft', 'paper', 4.5), ('link', 'paper', 4.5), ('ink', 'head', 4.5),
                                  ('soft', 'head', 4.5), ('rule', 'paper', 3)):
            if contrast(theme[ink], theme[paper]) < least:
                yield f'contrast of {ink} on {paper} is {contrast(theme[ink], theme[paper]):.1f}'
    left = re.sub(r'--\w+:#[0-9a-f]{6}', '', style)
    if re.search(r'#[0-9a-f]{3,6}\b|@import|url\(', left):
        yield 'a colour without name, or a file'


def check_outside(text):
    for found in re.findall(r'(?:src|href)="(?!#)([^"]*)"', text):
        yield f'leads out: {found}'
    for found in re.findall(r'"(https?://[^"]*)"', text):
        if not found.startswith('http://www.w3.org/'):
            yield f'an address: {found}'


RULES = [check_landmarks, check_ids, check_headings, check_tables, check_captions, check_pictures, check_notes, check_style]


def check_pages(folder):
    pages = sorted(folder.glob('*.html'))
    expect(len(pages) >= 2, f'{len(pages)} pages')
    for path in pages:
        text = path.read_text(encoding='utf-8')
        page = Tree.fromstring(text)
        wrong = [fault for rule in RULES for fault in rule(page)] + list(check_outside(text))
        expect(not wrong, f'{path.name}: {wrong[:3] if wrong else "whole and accessible"}')


# --- In a browser

def find_browser():
    return next((found for name in ('chromium-headless-shell', 'chromium') if (found := shutil.which(name))), None)


def check_browser(folder):
    """One start for all pages; with LV_SHOTS=FOLDER it takes pictures of each in two widths."""
    browser = find_browser()
    if browser is None:
        print('# SKIP the browser: neither chromium-headless-shell nor chromium is installed')
        return
    sys.path.insert(0, str(Path(__file__).parent))
    import browser as driver
    with driver.Browser(browser) as one:
        for path in sorted(folder.glob('*.html')):
            seen = one.look(path, Path(os.environ['LV_SHOTS']) if 'LV_SHOTS' in os.environ else None)
            wrong = list(seen.errors) + [f'asks for {url}' for url in seen.requests if url != path.as_uri()]
            wrong += [f'{role} without name' for role, name in seen.nodes
                      if role in ('image', 'img', 'region', 'link', 'table', 'navigation', 'heading', 'columnheader') and not name]
            roles = {role for role, _ in seen.nodes}
            wrong += [f'no {role}' for role in ('main', 'navigation', 'heading', 'table', 'banner', 'contentinfo') if role not in roles]
            wrong += [f'{seen.overflow} pixels too wide on a telephone'] if seen.overflow > 0 else []
            expect(not wrong, f'{path.name} in a browser: {wrong[:3] if wrong else f"{len(seen.nodes)} nodes"}')


# --- CSV

def tables(path, folder, delimiter):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith(folder + '/'):
                data = archive.read(name)
                text = data.decode('utf-8-sig')
                yield name.split('/')[1], data, list(csv.reader(io.StringIO(text, newline=''), delimiter=delimiter))


def number_of(text, point):
    return float(text.replace(point, '.')) if re.fullmatch(rf'-?\d+(?:{re.escape(point)}\d+)?(?:e[-+]?\d+)?', text) else None


MONTHS = 'jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.'.split()


def plain(text, point):
    """A number as a number, and a month as programs write it."""
    month, _, year = text.partition(' ')
    if month in MONTHS and re.fullmatch(r'\d{4}', year):
        return f'{year}-{MONTHS.index(month) + 1:02}'
    return number_of(text, point) if number_of(text, point) is not None else text


def check_forms(path):
    danish = {name: (data, rows) for name, data, rows in tables(path, 'dansk', ';')}
    other = {name: (data, rows) for name, data, rows in tables(path, 'c', ',')}
    wrong = [] if danish.keys() == other.keys() else ['not the same tables']
    for name, (data, rows) in danish.items():
        wrong += [] if data.startswith(b'\xef\xbb\xbf') and data.count(b'\r\n') >= len(rows) else [f'{name}: form']
        wrong += [] if not other[name][0].startswith(b'\xef\xbb\xbf') else [f'{name}: a mark where programs read']
        wrong += [f'{name}: rows of unlike length'] if len({len(row) for row in rows}) != 1 else []
        for row, again in zip(rows, other[name][1]):
            if [plain(one, ',') for one in row] != [plain(one, '.') for one in again]:
                wrong.append(f'{name}: {row} is not {again}')
    listed = [row[0] for row in danish['00-tabeller.csv'][1][1:]]
    wrong += [] if listed == sorted(set(danish) - {'00-laes-mig.csv', '00-tabeller.csv'}) else ['the list of tables']
    expect(not wrong, f'{path.name}: {wrong[:2] if wrong else f"{len(listed)} tables in two forms"}')
    return danish


def check_numbers(folder):
    """What is read back from the tables are the application's own numbers, to the last digit."""
    told = {float(cell['value']) for cell in json.loads(run('list', '--format', 'json')) if isinstance(cell.get('value'), (int, float))}
    wrong = []
    n = 0
    for path in sorted(folder.glob('*.zip')):
        for name, _, rows in tables(path, 'c', ','):
            for row in rows[1:] if 'figur' in name else []:
                for text in row[1:]:
                    value = number_of(text, '.')
                    n += value is not None
                    wrong += [(path.name, name, text)] if value is not None and value not in told else []
    expect(n > 100 and not wrong, f'{n} numbers of figures are the application’s {wrong[:3]}')


def check_same(folder):
    """What a reader sees is the number of the table, rounded as on the screen."""
    for path in sorted(folder.glob('*.zip')):
        page = Tree.parse(folder / path.name.replace('-csv.zip', '.html'))
        seen = {text_of(one.find(f'{HTML}caption')).split(' · ')[0]: one for one in page.iter(f'{HTML}table')}
        titles = {row[0]: row[1] for name, _, rows in tables(path, 'dansk', ';') if name == '00-tabeller.csv' for row in rows}
        wrong = []
        n = 0
        for name, _, rows in tables(path, 'dansk', ';'):
            table = seen.get(titles.get(name))
            for row, line in zip(rows[1:], table.findall(f'{HTML}tbody/{HTML}tr') if table is not None else []):
                for text, cell in zip(row[1:], line[1:]):
                    shown = number_of(text_of(cell).replace('.', ''), ',')
                    if cell.get('class') != 'n' or shown is None:
                        continue
                    n += 1
                    decimals = len(text_of(cell).partition(',')[2])
                    if abs(shown - number_of(text, ',')) > 0.5001 * 10 ** -decimals:
                        wrong.append((name, row[0], text, text_of(cell)))
        # What is read in pieces on the page has captions of its own.
        shared = [seen[title] for title in titles.values() if title in seen]
        expect(n > 0 and not wrong or not any(one.get('class') == 'n' for table in shared for one in table.iter()),
               f'{path.name}: {n} numbers as on the page {wrong[:2]}')


def rows_of(page, caption):
    """The table with that caption: a list of cells for each row, the heads first."""
    for table in page.iter(f'{HTML}table'):
        if text_of(table.find(f'{HTML}caption')).split(' · ')[0] == caption:
            return [[text_of(cell) for cell in row] for row in table.iter(f'{HTML}tr')]
    return []


def check_words(folder):
    """Words for people: no ids, days as people write them, labels without what all of them would repeat, and an empty figure
    says that it is."""
    pages = {path.stem: Tree.parse(path) for path in sorted(folder.glob('*.html'))}
    for name, page in pages.items():
        cells = [text_of(cell) for tag in ('td', 'th') for cell in page.iter(HTML + tag)]
        ids = [text for text in cells if re.search(r'\b(tekst|ord|plan)\.[a-z]|koebenhavn|^[a-z]+(-[a-z]+)*(oe|ae|aa)[a-z]*$', text)]
        dates = [row for row in rows_of(page, 'Kilder')[1:] for text in row if re.fullmatch(r'\d{4}-\d\d(-\d\d)?', text)]
        expect(not ids and not dates, f'{name}: words, no ids and dates {ids[:2]} {dates[:1]}')
    labels = [row[0] for row in rows_of(pages['bilag1'], 'Merforbrug pr. område')]
    expect(labels[1:3] == ['Køb af tilbud [note 3]', 'Hjemløseområdet [note 3]'], f'the title is not said again {labels[1:3]}')
    rows = rows_of(pages['bilag-koeb-stu'], 'Omstillingsplan tema 3')
    expect(rows[0][0] == 'Forventet nettoeffekt, tiltagenes egne sider' and not rows[1][0].startswith('Forventet'),
           'what all rows are of is the head of the labels')
    rows = rows_of(pages['bilag3'], '6-byerne, budgetansvar')
    expect(rows[2][0] == 'København', f'a member has its title {rows[2][:1]}')
    rows = [row for table in pages['bilag3'].iter(f'{HTML}table') for row in table.iter(f'{HTML}tr')
            if text_of(row[0]) == 'Afgørelse, senest efter']
    expect(rows and text_of(rows[0][1]) == '12 uger', 'the number of a box stands in its row')
    rows = rows_of(pages['bilag2'], 'Tallene i figur 3')
    expect(len(rows) == 4 and rows[1][0].startswith('Udgift til botilbud'), 'single numbers stand below each other')
    caption = [text_of(one) for one in pages['bilag2'].iter(f'{HTML}caption') if 'figur 4' in text_of(one)]
    expect('1 lav, 2 gennemsnit, 3 høj' in caption[0], 'levels are explained')
    style = text_of(pages['bilag-tiltagskatalog'].find(f'.//{HTML}style'))
    expect('nav ol{list-style:none' in style, 'contents do not number what has a number')
    text = text_of(pages['bilag-faktaark'].getroot())
    expect('som i grundprognosen' not in text and 'Tre største årsager' not in text, 'the grundprognose is not held against itself')
    text = text_of(pages['bilag-kontrol'].getroot())
    expect('Flytning ændrer ikke antallet af modtagere (15 tal)' in text, 'what lacks the same numbers is told once')
    said = [text_of(cell) for page in pages.values() for cell in page.iter(f'{HTML}td')]
    said += [text for path in sorted(folder.glob('*.zip')) for _, _, rows in tables(path, 'dansk', ';') for row in rows for text in row]
    expect('ikke oplyst' in said and 'mangler' not in said, 'what is missing is not stated')
    heads = [text_of(cell) for page in pages.values() for cell in page.iter(f'{HTML}th')]
    months = [text for text in said + heads if re.match(r'\d{4}-\d\d( |$)', text)]
    expect('dec. 2025' in said and 'dec. 2025' in heads and not months, f'months have names {months[:3]}')
    rows = {name: rows for name, _, rows in tables(folder / 'bilag-hjemloeshed-csv.zip', 'c', ',')}
    expect(rows['14-figur-hvor-borgerne-er.csv'][12][0] == '2025-12', 'programs read months as 2025-12')
    text = text_of(pages['bilag-hjemloeshed'].getroot())
    titles = [text_of(one) for one in pages['bilag-hjemloeshed'].iter(f'{SVG}title')]
    expect(text.count('Figuren er ikke tegnet') == 2 and 'Hvor borgerne er, måned for måned' not in titles,
           'a figure without numbers is not drawn')


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for profile in ('html', 'csv'):
            run('export', str(folder), '--profile', profile, '--date', '2026-11-29')
        check_pages(folder)
        check_words(folder)
        for path in sorted(folder.glob('*.zip')):
            check_forms(path)
        check_numbers(folder)
        check_same(folder)
        check_browser(folder)
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
