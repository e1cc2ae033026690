#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes Beregning easy to check, in every workbook of a pack: no number hides in a formula, formulas are short,
the same year stands in the same column on the sheets of inputs and of calculations, the front says how to read it.

usage: test-beregning.py CLI PACK
"""
import functools
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import workbook

LABELS = 8  # columns before the values
LONGEST = 800
USUAL = 330  # what 99 of 100 formulas keep within
UNIVERSAL = {'0', '1', '12', '100', '1000', '1000000'}
TOLERANCES = {'1E-9', '5E-15'}
PRIMES_OF_UNITS = (2, 3, 5, 7, 13, 73)  # tens, months, weeks, days
REF = r'(?:(?:\'[^\']+\'|\w+)!)?\$?[A-Z]{1,3}\$?\d+'
NUMBER = re.compile(r'(?<![A-Za-z_.\d])\d+(?:\.\d+)?(?:E[+-]?\d+)?', re.I)
# Places in a row of cells or months: what is counted from where, never an amount.
PLACES = [re.compile(p) for p in (
    r'IF\(AND\(#>\d+,#<=\d+\),INDEX\(#(?:,1)?,(?:#(?:-\d+)?|\(#-\d+\)\*\d+\+1)(?:,1)?\),NA\(\)\)',  # of a choice
    r'IF\(#<=#,\d+,0\)',  # which bound is reached
    r'COUNT\([^()]*\)>=\d+', r'COUNT\([^()]*\)<\d+',
    r'MIN\(#(?:\*\d+)?,\d+\)', r'IF\(#>0,[^,]+,0\)(?:\+IF\(#>\d+,[^,]+,0\))+',  # the last n members
    r'IF\(-?\d+-(?:INT\(#/12\)|#)(?:-1)?<0', r'INT\(MIN\(-?\d+-(?:INT\(#/12\)|#)(?:-1)?,\d+\)\)(?:\*\d+)?\+1',
    r'LEFT\(#,4\)', r'RIGHT\(#,2\)')]
TEXT, RANGE, CELL = re.compile(r'"[^"]*"'), re.compile(REF + ':' + REF), re.compile(REF)
COUNT = FAULTS = 0


def ok(condition, name, *more):
    global COUNT, FAULTS
    COUNT += 1
    FAULTS += not condition
    print(f'{"ok" if condition else "not ok"} {COUNT} - {name}')
    for text in more if not condition else ():
        print('#', str(text)[:2000].replace('\n', '\n# '))


def of_units(number):
    """Whether it is made of tens, months, weeks and days."""
    rest = int(number)
    for prime in PRIMES_OF_UNITS:
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def is_unit_factor(number):
    return number.isdigit() and int(number) >= 10 and of_units(number)


def constants(formula):
    """Numbers in a formula that no reader can know the meaning of."""
    return hidden_in(CELL.sub('#', RANGE.sub('#', TEXT.sub('""', formula))))


@functools.lru_cache(None)
def hidden_in(text):
    if NUMBER.fullmatch(text.removeprefix('-')):
        return []  # the row is that number
    for place in PLACES:
        text = place.sub('P', text)
    text = re.sub(r'\*(\d+)/(\d+)', lambda m: '*F' if of_units(m[1]) and of_units(m[2]) else m[0], text)
    found = []
    for match in NUMBER.finditer(text):
        number, before = match[0], text[match.start() - 1:match.start()]
        factor = is_unit_factor(number) and (before in '*/' or text[match.end():match.end() + 1] == '*')
        if number not in UNIVERSAL and number.upper() not in TOLERANCES and not factor:
            found.append(number)
    return found


def check_rules():
    """The rules see what they are for."""
    for formula in ('A1*0.35', 'B2+26', 'IF(A1>5,B1,0)', 'A1^3', 'ROUND(A1/0.1,0)*0.1', 'MAX(A1,17)', 'A1*37', 'A1*17/3'):
        ok(constants(formula), f'a constant is seen in {formula}')
    for formula in ('A1*100', 'SUM(B2:B9)/12', 'IF(A1=0,NA(),B1/A1)*1000000', 'A1/120000', '0.01', 'A1*13/3',
                    'IF(AND(G9>0,G9<=24),INDEX(H10:AE10,1,G9),NA())', 'IF(A1,"5",B2)', "'Ark 2026'!A1+B2"):
        ok(not constants(formula), f'no constant is seen in {formula}', constants(formula))


def check_formulas(book, name):
    formulas = [(sheet, at, c.formula) for sheet, cells in book.sheets.items() for at, c in cells.items() if c.formula]
    hidden = [f'{s}!{a}: {constants(f)} in {f[:150]}' for s, a, f in formulas if constants(f)]
    ok(not hidden, f'{name}: no constant hides in {len(formulas)} formulas', len(hidden), *hidden[:10])
    lengths = sorted(len(f) for _, _, f in formulas)
    ok(lengths[-1] <= LONGEST and lengths[int(len(lengths) * .99)] <= USUAL, f'{name}: formulas are short',
       lengths[-1], lengths[int(len(lengths) * .99)])


def heads_of(book, sheet):
    """The columns of each year or month in each row of heads."""
    rows = {}
    heads = {workbook.split(at)[0] for at, cell in book.sheets[sheet].items() if cell.value == 'Alle år'}
    for at, cell in book.sheets[sheet].items():
        row, column = workbook.split(at)
        if row in heads and re.fullmatch(r'(19|20)\d\d(-\d\d)?', str(cell.value)) and not cell.formula:
            rows.setdefault(row, {}).setdefault(cell.value, []).append(column)
    return rows


def check_columns(book, name):
    """The same year in the same column; the first block on the inputs is the scenario's."""
    places = {}
    for sheet in ('Inddata', 'Beregning'):
        for row, heads in heads_of(book, sheet).items():
            if len(heads) < 2:
                continue
            for head, columns in heads.items():
                places.setdefault(head, set()).add(min(columns))
    ok(all(len(columns) == 1 for columns in places.values()), f'{name}: a year has one column on all sheets',
       {h: c for h, c in places.items() if len(c) > 1})
    labels = [[book.sheets[s].get(workbook.address(3, c)) for c in range(8)] for s in ('Inddata', 'Beregning')]
    ok([c.value for c in labels[0]] == [c.value for c in labels[1]], f'{name}: the first columns are the same',
       labels)


def check_front(book, name, path):
    front = book.sheets['Forside']
    texts = [c.value for c in front.values()]
    for text in ('Sådan læses arket', '#I/T', 'Farver og skrift', 'Tal i formler', 'Sporingskoder', 'Datagrundlag'):
        ok(text in texts, f'{name}: the front says {text}')
    with zipfile.ZipFile(path) as archive:
        strings = archive.read('xl/sharedStrings.xml').decode()
    codes = re.findall(r'Sporingskode: (\w{8})', strings)
    ok(codes and all(code in texts for code in codes), f'{name}: the front lists the passports', codes)


def check_inputs(book, name):
    """What looks as if it may be changed says so, too; and the other way round."""
    cells = book.sheets['Inddata']
    column = next(workbook.split(a)[1] for a, c in cells.items() if c.value == 'Kan ændres')
    said = {workbook.split(a)[0] for a, c in cells.items() if workbook.split(a)[1] == column and c.value == 'ja'}
    open_rows = {workbook.split(a)[0] for a, c in cells.items() if c.unlocked}
    ok(open_rows <= said, f'{name}: cells to change stand in rows that may be changed', sorted(open_rows - said))
    locked = [a for s, cs in book.sheets.items() if s != 'Inddata' for a, c in cs.items() if c.unlocked]
    ok(not locked, f'{name}: on no other sheet is anything to change', locked)


def rows_of(book, sheet):
    rows = {}
    for at, cell in book.sheets[sheet].items():
        row, column = workbook.split(at)
        rows.setdefault(row, {})[column] = cell
    return rows


def numbers_of(book, sheet):
    """By id, the numbers of its first row, which is the scenario's, by the head of their column."""
    heads, found, now = heads_of(book, sheet), {}, {}
    for row, cells in sorted(rows_of(book, sheet).items()):
        now = {min(columns): head for head, columns in heads[row].items()} if row in heads else now
        if 0 in cells and cells[0].value and cells[0].value not in found:
            found[cells[0].value] = {now[k]: c.value for k, c in cells.items() if k in now and c.value != ''}
    return found


def check_given(books, pack):
    """What a workbook is given, the workbook that it names computes, and comes to the same."""
    texts = '\n'.join(p.read_text() for p in pathlib.Path(pack).glob('*.lv'))
    for group in re.split(r'\n(?=\[)', texts):
        name = re.match(r'\[attachment ([^\]]+)\]', group)
        for source, ids in re.findall(r'^given@(\S+)=(.*)$', group, re.M) if name else ():
            book, other = books[f'{name[1]}-beregning'], books[f'{source}-beregning']
            ours, theirs = numbers_of(book, 'Inddata'), numbers_of(other, 'Beregning')
            for formula in ids.split(';'):
                rows = {c[0].value: c for c in rows_of(book, 'Inddata').values()
                        if 0 in c and c[0].value.split('@')[0] == formula}
                ok(rows and all(c[LABELS - 1].value == 'nej' for c in rows.values()),
                   f'{name[1]}: {formula} stands among the inputs, closed', rows)
                for row in rows:
                    both = [(ours[row][head], theirs.get(row, {}).get(head)) for head in ours[row]]
                    ok(both and all(a == b for a, b in both), f'{name[1]}: {row} is what {source} computes', both)


def check_reasons(cli, pack):
    """Each change says why, as in the workbook to publish; one that nobody gave a reason for says so."""
    for options, said in ((['--scenario', 'hjemloeshed.eksempel'], 'Skøn til eksemplet: '),
                          (['--set', 'ta.vaekst=12', '--measure', 'hjem.t.boliger=on'], 'ikke begrundet')):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([cli, '--pack', pack, *options, 'export', folder, '--profile', 'beregning', '--what', 'bilag1'],
                           check=True, capture_output=True)
            rows = rows_of(workbook.Workbook(f'{folder}/bilag1-beregning.xlsx'), 'Ændringer')
            column = next(k for k, c in rows[3].items() if c.value == 'Begrundelse')
            why = [cells[column].value for row, cells in rows.items() if row > 3]
            ok(len(why) > 1 and all(w.startswith(said) for w in why), f'{options[1]}: {len(why)} changes say why', why)


def main():
    cli, pack = sys.argv[1:3]
    check_rules()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([cli, '--pack', pack, 'export', folder, '--profile', 'beregning', '--date', '2026-11-29'],
                       check=True, capture_output=True)
        books = {}
        for path in sorted(pathlib.Path(folder).glob('*.xlsx')):
            book, name = workbook.Workbook(path), path.stem
            books[name] = book
            check_front(book, name, path)
            if 'Inddata' not in book.sheets or not any(c.formula for c in book.sheets['Inddata'].values()
                                                       ) and len(book.sheets['Inddata']) < 20:
                continue
            check_formulas(book, name)
            check_columns(book, name)
            check_inputs(book, name)
        check_given(books, pack)
    check_reasons(cli, pack)
    print(f'1..{COUNT}')
    return 1 if FAULTS else 0


if __name__ == '__main__':
    sys.exit(main())
