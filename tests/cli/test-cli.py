#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ligevaegt-cli as scripts use it: options, columns, forms of values, exit codes, the examples of
docs/command-line.md. Registered in C and in Danish: the output must not differ.

Usage: test-cli.py CLI SOURCE_ROOT
"""
import csv
import io
import json
import os
import shlex
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
ROOT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
COLUMNS = ['id', 'kind', 'title', 'axis', 'member', 'value', 'unit', 'price-level', 'status',
           'source', 'place', 'basis']
OK, DATA, USAGE = 0, 1, 2


def run_cli(*arguments, **environment):
    return subprocess.run([CLI, *arguments], capture_output=True, encoding='utf-8', timeout=60,
                          check=False, cwd=ROOT, env=os.environ | environment)


class CliTest(unittest.TestCase):
    pack = ['--pack', 'tests/data/cli']
    document = ['--document', 'tests/data/cli/egen.ligevaegt']

    def run_ok(self, *arguments):
        result = run_cli(*arguments)
        self.assertEqual((result.returncode, result.stderr), (OK, ''))
        return result.stdout

    def rows(self, *arguments):
        """The rows of the small model, by (id, member)."""
        text = self.run_ok(*self.pack, *arguments, 'list', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(text)))
        return {(row['id'], row['member']): row for row in rows}

    def values(self, node, *arguments):
        return [row['value'] for (i, _), row in self.rows(*arguments).items() if i == node]

    def refuse(self, code, *arguments):
        """What stands on standard error; nothing stands on standard output."""
        result = run_cli(*arguments)
        self.assertEqual((result.returncode, result.stdout), (code, ''), result.stderr)
        self.assertTrue(result.stderr.endswith('\n'))
        return result.stderr


class UsageTest(CliTest):
    def test_wrong_use(self):
        """Told in one line, then how it should be; nothing is read before."""
        for words in ([], ['nope'], ['--nope', 'list'], ['list', '--format'],
                      ['list', '--format', 'xml'], ['show'], ['show', 'a', 'b'], ['explain'],
                      ['solve'], ['list', 'a'], ['check', 'a'], ['--pack'], ['--set', 'x', 'list'],
                      ['--set', '=1', 'list'], ['--measure', 'x=', 'list'],
                      ['--measure', 'x', 'list'], ['--locale', 'sv', 'list'], ['list', '--set'],
                      ['compare', *'abcdefg'], ['bridge'], ['bridge', 'a', 'b', 'c', 'd'],
                      ['lines', 'a'], ['seek', 'a', 'b'], ['seek', '--lever'],
                      ['seek', '--sense', 'more'], ['tornado', '--role', 'view'], ['tornado', '--example', '0'],
                      ['lines', 'a', 'b', '--depth', '-1']):
            with self.subTest(words):
                lines = self.refuse(USAGE, *words).splitlines()
                self.assertTrue(lines[0].startswith('ligevaegt-cli: '))
                self.assertTrue(lines[1].startswith('usage: ligevaegt-cli '))

    def test_unknown_names(self):
        """One line each, without the usage: the form was right."""
        for words in (['--scenario', 'nope', 'list'], ['show', 'nope'], ['explain', 'nope'],
                      ['explain', 'gab@2050'], ['explain', 'gab@2028'], ['solve', 'nope'],
                      ['--set', 'nope=1', 'list'], ['--set', 'gab=1', 'list'],
                      ['--measure', 'gab=on', 'list'], ['--measure', 'nope=on', 'list'],
                      ['compare', 'nope'], ['compare', '--what', 'nope'],
                      ['bridge', 'nope'], ['bridge', 'gab@2050'], ['bridge', 'gab', 'nope'],
                      ['lines', 'gab@2025', 'nope'], ['lines', 'gab', 'gab@2025'],
                      ['lines', 'gab@2025', 'budget@2026'], ['seek'], ['tornado'],
                      ['seek', 'gab@2026=0'], ['seek', 'gab=0', '--lever', 'vaekst'],
                      ['seek', 'gab@2026=x', '--lever', 'vaekst'],
                      ['seek', 'forlaenget=1', '--lever', 'vaekst'],
                      ['seek', 'gab@2026=0', '--lever', 'nope'],
                      ['seek', 'gab@2026=0', '--lever', 'gab'],
                      ['seek', 'gab@2026=0', '--lever', 'valgt'],
                      ['seek', 'gab@2026=0', '--lever', 'budget'],
                      ['seek', 'gab@2026=0', '--lever', 'fra'],
                      ['seek', 'gab@2026=0', '--lever', 'vaekst=5..1'],
                      ['seek', 'gab@2026=0', '--lever', 'vaekst=5'],
                      ['seek', 'gab@2026=0', '--lever', 'vaekst*0'],
                      ['seek', 'gab@2026=0', '--lever', 'vaekst@by'],
                      ['tornado', 'gab@2026=0'], ['tornado', 'gab']):
            with self.subTest(words):
                lines = self.refuse(USAGE, *self.pack, *words).splitlines()
                self.assertEqual(len(lines), 1, lines)
                self.assertTrue(lines[0].startswith('ligevaegt-cli: '))

    def test_bad_values(self):
        for change in ('vaekst=meget', 'vaekst=1,5', 'vaekst=51', 'vaekst@by=1', 'vaekst@koeb/2050=1',
                       'vaekst@koeb/2025/1=1', 'vaekst@*/2027..2026=1', 'forlaenget=1',
                       'fra=2026', 'fra=2026-13', 'valgt=2050', 'udgift@koeb/2028=1',
                       'vaekst=nan', 'vaekst=inf', 'vaekst=1e999'):
            with self.subTest(change):
                lines = self.refuse(USAGE, *self.pack, '--set', change, 'list').splitlines()
                self.assertEqual(len(lines), 1, lines)
                self.assertTrue(lines[0].startswith('ligevaegt-cli: ' + change.split('=')[0]))
        for change in ('tiltag=-3', 'tiltag=halv', 'tiltag=+1.5', 'tiltag=+', 'tiltag@2025=on'):
            with self.subTest(change):
                lines = self.refuse(USAGE, *self.pack, '--measure', change, 'list').splitlines()
                self.assertEqual(len(lines), 1, lines)

    def test_several_bad_values(self):
        text = self.refuse(USAGE, *self.pack, '--set', 'nope=1', '--set', 'fra=x', 'list')
        self.assertEqual(len(text.splitlines()), 2, text)

    def test_what_is_not_there(self):
        self.assertIn('/nope', self.refuse(DATA, '--pack', '/nope', 'list'))
        self.assertIn('/nope', self.refuse(DATA, *self.pack, '--document', '/nope', 'list'))

    def test_help(self):
        self.assertTrue(self.run_ok('--help').startswith('usage: ligevaegt-cli '))
        self.assertRegex(self.run_ok('--version'), r'^ligevaegt-cli \d+\.\d+\.\d+\n$')

    @unittest.skipUnless(os.path.exists('/dev/full'), 'no /dev/full')
    def test_full_disk(self):
        with open('/dev/full', 'w', encoding='utf-8') as full:
            result = subprocess.run([CLI, *self.pack, 'list'], stdout=full, stderr=subprocess.PIPE,
                                    cwd=ROOT, encoding='utf-8', check=False)
        self.assertEqual(result.returncode, DATA)
        self.assertEqual(len(result.stderr.splitlines()), 1)


class ListTest(CliTest):
    def test_csv(self):
        text = self.run_ok(*self.pack, 'list', '--format', 'csv')
        rows = list(csv.reader(io.StringIO(text), strict=True))
        self.assertEqual(rows[0], COLUMNS)
        self.assertTrue(all(len(row) == len(COLUMNS) for row in rows))
        self.assertEqual(rows[1], ['udgift', 'series', 'Udgift, "trykt"', 'omraade;aar', 'koeb/2025',
                                   '1000', 'mio-kr', '2025', 'published', 'rapport',
                                   'tabel 1, side 2', 'netto'])

    def test_json(self):
        rows = json.loads(self.run_ok(*self.pack, 'list', '--format', 'json'))
        for row in rows:
            self.assertEqual(list(row), COLUMNS)
        first = rows[0]
        self.assertEqual((first['title'], first['value']), ('Udgift, "trykt"', 1000))
        by_id = {row['id']: row for row in rows}
        self.assertEqual([by_id[i]['value'] for i in ('forlaenget', 'fra', 'valgt')],
                         ['off', '2026-01', '2026'])
        self.assertIsNone(by_id['gab']['source'])

    def test_same_rows(self):
        """One row per value in every format; an absent cell has no row, a missing one an empty value."""
        text = self.run_ok(*self.pack, 'list').splitlines()
        rows = self.rows()
        parsed = json.loads(self.run_ok(*self.pack, 'list', '--format', 'json'))
        self.assertEqual(len(text), len(rows))
        self.assertEqual([(r['id'], r['member']) for r in parsed], list(rows))
        self.assertNotIn(('udgift', 'koeb/2028'), rows)
        self.assertNotIn(('gab', '2028'), rows)
        missing = rows[('udgift', 'ta/2027')]
        self.assertEqual((missing['value'], missing['status']), ('', 'missing'))
        self.assertEqual(rows[('udgift', 'ta/2028')]['status'], 'not-applicable')
        null = [r for r in parsed if r['id'] == 'udgift' and r['member'] == 'ta/2027']
        self.assertIsNone(null[0]['value'])

    def test_real_pack(self):
        """The default pack is found; its headline figures are the printed ones; no hidden id is told."""
        text = self.run_ok('list', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
        gap = {r['member']: r['value'] for r in rows if r['id'] == 'merforbrug'}
        self.assertEqual([gap[str(y)] for y in range(2025, 2030)], ['98', '220', '309', '410', '531'])
        self.assertFalse([r for r in rows if '#' in r['id']])
        self.assertFalse([r for r in rows if r['id'] == 'merforbrug' and 'marked' in r['status']])
        self.assertEqual(len(rows), len(json.loads(self.run_ok('list', '--format', 'json'))))

    def test_danish(self):
        rows = self.rows('--locale', 'da')
        self.assertEqual(rows[('udgift', 'ta/2026')]['value'], '110,5')
        self.assertEqual(rows[('udgift', 'koeb/2025')]['value'], '1.000')
        self.assertEqual(self.values('gab', '--locale', 'da', '--set', 'vaekst@koeb/2026=-1,5'),
                         ['100', '108,5', '120'])
        parsed = json.loads(self.run_ok(*self.pack, '--locale', 'da', 'list', '--format', 'json'))
        self.assertEqual(parsed[4]['value'], 110.5)

    def test_locale(self):
        """Bytes do not depend on the locale: not on its decimal point, nor on its character set."""
        for words in (['list', '--format', 'csv'], ['list'], ['check'], ['explain', 'gab'],
                      ['show', 'udgift'], ['solve', 'luk'], ['compare', 'base', 'spar'],
                      ['bridge', 'gab', 'base', 'spar'], ['lines', 'gab@2025', 'gab@2026'],
                      ['seek', 'gab@2026=105', '--lever', 'vaekst'], ['tornado', 'gab@2026']):
            here = run_cli(*self.pack, *words)
            plain = run_cli(*self.pack, *words, LC_ALL='C', LANGUAGE='')
            self.assertEqual(here.stdout, plain.stdout)
            self.assertEqual(here.returncode, plain.returncode)


class ChangeTest(CliTest):
    def test_set(self):
        self.assertEqual(self.values('gab'), ['100', '110', '120'])
        self.assertEqual(self.values('gab', '--set', 'vaekst=1'), ['101', '111', '121'])
        self.assertEqual(self.values('gab', '--set', 'vaekst@koeb=1'), ['101', '111', '121'])
        self.assertEqual(self.values('gab', '--set', 'vaekst@ta=1'), ['100', '110', '120'])
        self.assertEqual(self.values('gab', '--set', 'vaekst@koeb/2026=1'), ['100', '111', '120'])
        self.assertEqual(self.values('gab', '--set', 'vaekst@*/2026..2027=1'), ['100', '111', '121'])
        self.assertEqual(self.values('gab', '--set', 'vaekst=1', '--set', 'vaekst@koeb/2025=-0.5'),
                         ['99.5', '111', '121'])
        self.assertEqual(self.values('gab', '--set', 'udgift@koeb/2025=950'), ['50', '110', '120'])
        self.assertEqual(self.values('gab', '--set', 'forlaenget=on'), ['107', '117', '127'])
        self.assertEqual(self.values('gab.valgt', '--set', 'valgt=2027'), ['120'])
        self.assertEqual(self.values('fra', '--set', 'fra=2027-03'), ['2027-03'])

    def test_status(self):
        rows = self.rows('--set', 'vaekst@koeb/2026=1', '--set', 'udgift@koeb/2027=?')
        self.assertEqual(rows[('vaekst', 'koeb/2026')]['status'], 'changed')
        self.assertEqual(rows[('vaekst', 'koeb/2025')]['status'], 'assumed')
        self.assertEqual(rows[('udgift', 'koeb/2027')]['status'], 'missing')
        self.assertEqual(rows[('gab', '2027')]['value'], '')

    def test_default_is_no_change(self):
        self.assertEqual(self.rows('--set', 'vaekst=0', '--measure', 'tiltag=off'), self.rows())

    def test_measure(self):
        self.assertEqual(self.values('gab', '--measure', 'tiltag=on'), ['95', '100', '110'])
        self.assertEqual(self.values('gab', '--measure', 'tiltag=50'), ['100', '110', '120'])
        self.assertEqual(self.values('gab', '--measure', 'tiltag=on', '--measure', 'tiltag=50'),
                         ['97.5', '105', '115'])
        self.assertEqual(self.values('gab', '--measure', 'tiltag=on', '--measure', 'tiltag=+6'),
                         ['97.5', '102.5', '110'])
        self.assertEqual(self.values('gab', '--measure', 'tiltag=on', '--measure', 'tiltag=off'),
                         ['100', '110', '120'])

    def test_scenarios(self):
        """By id or title, of the pack or the document; --set comes on top."""
        self.assertEqual(self.values('gab', '--scenario', 'spar'), ['85', '90', '100'])
        self.assertEqual(self.values('gab', '--scenario', 'Spar'), ['85', '90', '100'])
        self.assertEqual(self.values('gab', '--scenario', 'spar', '--set', 'vaekst@koeb/2025=0'),
                         ['95', '90', '100'])
        self.assertEqual(self.values('gab', *self.document), ['100', '110', '120'])
        self.assertEqual(self.values('gab', *self.document, '--scenario', 'Det dyre forløb'),
                         ['100', '110', '169'])
        self.assertEqual(self.values('gab', *self.document, '--scenario', 'dyrere'),
                         ['96.25', '98.75', '154'])

    def test_own(self):
        """What a document says of its own counts; what is wrong is told, and left out."""
        words = [*self.pack, '--document', 'tests/data/cli/lokal.ligevaegt', '--measure', 'lokal.eget=on']
        result = run_cli(*words, 'show', 'gab')
        self.assertEqual(result.returncode, OK)
        self.assertIn('97', result.stdout)
        self.assertRegex(result.stderr.splitlines()[0], '^ligevaegt-cli: .*:$')  # in the user's language
        self.assertIn('lokal.ligevaegt:14: [series lokal.skaev] unit: ', result.stderr)


class CommandTest(CliTest):
    def test_check(self):
        self.assertIn('0 fail', self.run_ok('check'))
        self.assertIn('1 source-error', self.run_ok(*self.pack, 'check'))
        result = run_cli(*self.pack, *self.document, '--scenario', 'dyrt', 'check')
        self.assertEqual((result.returncode, result.stderr), (DATA, ''))
        self.assertIn('@2026: 1010 - 900 = 110 fails', result.stdout)
        self.assertIn('købet er over budgettet', result.stdout)

    def test_show(self):
        text = self.run_ok(*self.pack, 'show', 'udgift.koeb')
        self.assertTrue(text.startswith('[formula udgift.koeb] model.lv:'))
        self.assertIn('\nunit=mio-kr\n', text)
        self.assertEqual(len([l for l in text.splitlines() if 'derived' in l]), 3)
        for name in ('tiltag', 'spar', 'sum', 'luk', 'omraade', 'mio-kr', 'rapport'):
            self.assertIn(f' {name}] ', self.run_ok(*self.pack, 'show', name).splitlines()[0])

    def test_explain(self):
        """Down to the source and its place."""
        text = self.run_ok(*self.pack, 'explain', 'gab@2026')
        lines = text.splitlines()
        self.assertTrue(lines[0].startswith('Gab, 2026: 110 mio. kr.'))
        leaf = [line for line in lines if 'Rapporten, "2025", tabel 1, side 2' in line]
        self.assertEqual(len(leaf), 1)
        self.assertTrue(leaf[0].startswith('    Udgift, "trykt", Køb, 2026: 1.010 mio. kr.'))
        self.assertEqual(self.run_ok(*self.pack, 'explain', 'gab@2025..2026').count('Gab, 20'), 2)
        self.assertEqual(self.run_ok(*self.pack, 'explain', 'gab').count('Gab, 20'), 3)
        changed = self.run_ok(*self.pack, '--set', 'vaekst@koeb/2026=2', 'explain', 'gab@2026')
        self.assertIn('112 mio. kr.', changed)
        self.assertIn('Bilag 1', self.run_ok('explain', 'merforbrug@2029'))

    def passports(self, *arguments):
        """Of the small pack's workbooks: passport -> sheet, for each profile."""
        with tempfile.TemporaryDirectory() as folder:
            paths = self.run_ok('--pack', 'tests/data/export/funktioner', *arguments, 'export', folder,
                                '--what', 'alt', '--date', '2026-11-29').split()
            books = [path for path in paths if path.endswith('.xlsx')]
            found = []
            for path in books:
                with zipfile.ZipFile(path) as book:
                    text = book.read('xl/sharedStrings.xml').decode()
                found.append([part[:8] for part in text.split('Sporingskode: ')[1:]])
        return found

    def test_export_not_accessible(self):
        """A workbook to publish that misses a point is written, and what it misses is told."""
        source = ROOT / 'tests/data/export/funktioner'
        with tempfile.TemporaryDirectory() as folder:
            pack = Path(folder) / 'pakke'
            pack.mkdir()
            for path in source.glob('*.lv'):
                text = path.read_text(encoding='utf-8').replace('publisher=Prøveenheden\n', '')
                (pack / path.name).write_text(text.replace('title=Alle funktioner', 'title=Alle funktioner ★'),
                                              encoding='utf-8')
            result = run_cli('--pack', str(pack), 'export', folder, '--profile', 'bilag', '--date', '2026-11-29')
            self.assertEqual(result.returncode, OK, result.stderr)
            self.assertTrue((Path(folder) / 'alt-bilag.xlsx').exists())
        told = result.stderr.splitlines()
        self.assertEqual(len(told), 2, told)
        self.assertRegex(told[0], r'alt-bilag\.xlsx.*(Point|Punkt) 18, .*Forside.*A1: .*★')
        self.assertRegex(told[1], r'alt-bilag\.xlsx.*(Point|Punkt) 34: ')

    def test_explain_passport(self):
        """A passport of a file leads back to its table, the pack, the changes and the numbers."""
        pack = ['--pack', 'tests/data/export/funktioner']
        changed = ['--set', 'loft=9']
        bilag, beregning = self.passports()
        self.assertEqual(len(set(bilag)), len(bilag))
        self.assertLessEqual(set(beregning), set(bilag))
        text = self.run_ok(*pack, 'explain', '--id', bilag[0].lower())
        self.assertIn('Bilag: Alle funktioner\nTabel: 1 f sum-xy\nScenarie: Grundprognose\n', text)
        self.assertIn('Ingen ændringer', text)
        self.assertIn('2025: -3,000', text)
        self.assertIn(' = Række x + Række y', text)
        self.assertIn(' – Prøvetal', text)
        other = self.passports(*changed)[0]
        self.assertFalse(set(bilag) & set(other))
        text = self.run_ok(*pack, *changed, 'explain', '--id', other[1])
        self.assertIn('Scenarie: Grundprognose med ændringer', text)
        self.assertRegex(text, r'Ændring: Loft: .* → 9')
        self.assertRegex(self.refuse(DATA, *pack, 'explain', '--id', other[1]), f'{other[1]}.*(has been changed|ændret)')
        # The grundprognose is found from any call.
        self.run_ok(*pack, *changed, 'explain', '--id', bilag[0])

    def test_explain_passport_of_scenario(self):
        """Scenarios are looked through; no call needs to name them. The notes and charts have passports too."""
        document = ['--document', 'tests/data/ta/alle-ni.ligevaegt']
        with tempfile.TemporaryDirectory() as folder:
            path = self.run_ok(*document, '--scenario', 'alle-ni', 'export', folder, '--what', 'bilag3',
                               '--profile', 'bilag', '--date', '2026-11-29').split()[0]
            with zipfile.ZipFile(path) as book:
                text = book.read('xl/sharedStrings.xml').decode()
        codes = [part[:8] for part in text.split('Sporingskode: ')[1:]]
        for code in (codes[0], codes[-1], codes[-2]):
            text = self.run_ok(*document, 'explain', '--id', code)
            self.assertIn('\nÆndring: ', text)
            self.assertGreater(len(text.split('\n\n', 1)[1]), 100)

    def test_explain_passport_of_comparison(self):
        """Where scenarios stand beside each other, the numbers of all of them are in the passport."""
        found = []
        for change in ([], ['--set', 'ta.vaekst=10']):
            with tempfile.TemporaryDirectory() as folder:
                path = self.run_ok(*change, 'export', folder, '--what', 'bilag-sammenligning', '--profile', 'bilag',
                                   '--date', '2026-11-29').split()[0]
                with zipfile.ZipFile(path) as book:
                    text = book.read('xl/sharedStrings.xml').decode()
            found.append([part[:8] for part in text.split('Sporingskode: ')[1:]])
        self.assertFalse(set(found[0]) & set(found[1]))
        text = self.run_ok('explain', '--id', found[0][0])
        self.assertIn('Bilag: Sammenligning af scenarier', text)
        self.assertIn('Eksempel: hjemløshed', text)

    def test_explain_passport_wrong(self):
        for code in ('', 'x', '1234567U', '123456789'):
            self.assertRegex(self.refuse(USAGE, *self.pack, 'explain', '--id', code), 'is no passport|ingen sporingskode')
        self.assertIn('00000000', self.refuse(DATA, *self.pack, 'explain', '--id', 'oooo-oooo'))
        for words in (['explain', 'gab', '--id', '00000000'], ['show', '--id', '00000000'], ['explain', '--id']):
            self.refuse(USAGE, *self.pack, *words)

    def test_explain_options(self):
        """Under the merforbrug of TA stands every factor of the nine options, as the document says it."""
        document = ['--document', 'tests/data/ta/alle-ni.ligevaegt', '--scenario', 'alle-ni']
        text = self.run_ok(*document, 'explain', 'omraade.merforbrug@ta/2029')
        said = [line.split() for line in (ROOT / document[1]).read_text().splitlines()]
        sets = [words[1].split('=') for words in said if words and words[0] == 'set']
        rows = list(csv.DictReader(io.StringIO(self.run_ok('list', '--format', 'csv'))))
        titles = {row['id']: row['title'] for row in rows}
        chain = [(name, value) for name, value in sets if 'udgift' not in name]
        self.assertEqual(len(chain), 2 + 9 * 5)
        for name, value in chain:
            shown = f'{float(value):,g}'.replace(',', ';').replace('.', ',').replace(';', '.')
            self.assertRegex(text, f'{titles[name]}: {shown}(,0)? .*(ændret i scenariet|skøn)', name)
        moved = self.run_ok(*document, '--set', 'ta.t5.lykkes=60', 'explain', 'omraade.merforbrug@ta/2029')
        self.assertTrue(text.startswith('Merforbrug pr. område, Tabt arbejdsfortjeneste, 2029: 53,72'),
                        text[:80])
        self.assertTrue(moved.startswith('Merforbrug pr. område, Tabt arbejdsfortjeneste, 2029: 52,35'),
                        moved[:80])

    def test_delay_adds_to_the_actions(self):
        """--measure M=+6 over a scenario whose action is half a year late is a whole year."""
        pack = str(ROOT / 'tests/data/model/scenarios')
        there = self.run_ok('--pack', pack, '--scenario', 'forsinket-og', 'list')
        here = self.run_ok('--pack', pack, '--scenario', 'forsinket', '--measure', 'tiltag=+6', 'list')
        self.assertEqual(here, there)

    def test_solve(self):
        """The answer is what --set takes, and with it the target is met."""
        answer = self.run_ok(*self.pack, 'solve', 'luk').strip()
        self.assertRegex(answer, r'^vaekst@koeb/2026=-(10|9\.9999|10\.0000)')
        value = float(self.values('gab', '--set', answer)[1])
        self.assertAlmostEqual(value, 100, places=9)
        result = run_cli(*self.pack, 'solve', 'umulig')
        self.assertEqual((result.returncode, result.stdout), (DATA, 'vaekst@koeb/2026=-50\n'))
        self.assertEqual(len(result.stderr.splitlines()), 1)


class AnalysisTest(CliTest):
    pack = ['--pack', 'tests/data/model/analyses']
    files = [f'tests/data/model/analyses/{name}.ligevaegt' for name in ('en', 'to')]

    def lines(self, *words):
        return self.run_ok(*self.pack, *words).splitlines()

    def test_sides(self):
        """base and now where none is named; the call's options are now."""
        change = ['--set', 'ta.vaekst=1']
        what = ['--what', 'gab@2029']
        self.assertEqual(self.lines(*change, 'compare', *what)[0], 'gab@2029: 35; 30 (-5)')
        self.assertEqual(self.lines(*change, 'compare', 'spar', *what)[0], 'gab@2029: -5; 30 (+35)')
        self.assertEqual(self.lines(*change, 'compare', 'now', 'base', *what)[0],
                         'gab@2029: 30; 35 (+5)')
        self.assertEqual(self.lines('--scenario', 'spar', 'compare', *what)[0],
                         'gab@2029: 35; -5 (-40)')
        self.assertEqual(self.lines('compare', 'Spar, men sent', 'spar', '--what', 'gab@2026')[0],
                         'gab@2026: 1.4; -10.6 (-12)')
        self.assertEqual(self.lines('--locale', 'da', 'compare', 'spar', 'base', '--what', 'gab@2026')[0],
                         'gab@2026: -10,6; 14 (+24,6)')
        self.assertEqual(len(self.lines('compare', *['base', 'spar'] * 3, *what)[0].split(';')), 6)

    def test_inputs(self):
        text = self.lines('compare', 'spar', 'sent', '--what', 'maalt@2026', '--what', 'fra',
                          '--what', 'ordning')
        self.assertEqual(text, ['maalt@2026: ?; ?', 'fra: 2026-01; 2026-01', 'ordning: off; off',
                                'inputs that differ: 2', 'measure tiltag.delay: 0; 12',
                                'action skridt.end: 2026-06-30; 2026-12-31 – udbuddet trækker ud'])

    def test_files(self):
        sides = [f'{name}:lokal.plan' for name in self.files]
        self.assertEqual(self.lines('bridge', 'gab@2029', *sides),
                         ['gab@2029: 30 -> 37 = 7', 'figure grund.koeb: 4 (alone 4)',
                          'parameter ta.vaekst: 10 (alone 10) – ny prognose',
                          'parameter ukendt: 0 (alone 0)',
                          'measure lokal.andet: -7 (alone -7)', 'interaction: 0', 'rounding: 0'])
        text = self.lines('compare', *self.files, '--what', 'lokal.virkning.anden@2029')
        self.assertEqual(text[0], 'lokal.virkning.anden@2029: -; -7')
        self.assertIn('measure lokal.tiltag.on: off; -', text)
        self.refuse(DATA, *self.pack, 'compare', 'nope.ligevaegt', 'base')
        self.refuse(USAGE, *self.pack, 'compare', self.files[0] + ':nope', 'base')

    def test_bridge(self):
        """A cell each; a part that stands in another's; options make the second side."""
        self.assertEqual(len([l for l in self.lines('bridge', 'gab', 'spar') if '->' in l]), 6)
        self.assertIn('parameter deler.a: with deler.b (alone ?)',
                      self.lines('bridge', 'brudt', 'base', 'deler'))
        self.assertEqual(self.lines('bridge', 'kendt@2029', 'base', 'kender')[:3],
                         ['kendt@2029: ? -> 33 = ?', 'parameter ta.vaekst: ? (alone ?)',
                          'parameter ukendt: ? (alone ?)'])
        self.assertEqual(self.lines('--set', 'pris=110', 'bridge', 'gab@2029')[1],
                         'parameter pris: 10 (alone 10)')

    def test_lines(self):
        text = self.lines('lines', 'gab@2024', 'gab@2029', '--depth', '2')
        self.assertIn('Udgift, Køb: 50 -> 100 = 50', text)
        self.assertIn('1.000 1.000 kr.: -1 -> -1 = 0', text)

    def test_seek(self):
        """What it proposes is what --set takes, and with it the target is met."""
        text = self.lines('seek', 'gab@2029=12', '--lever', 'ta.vaekst', '--lever', 'koeb.vaekst=-5..0*2')
        changes = [line.split(' ')[0] for line in text[1:3]]
        self.assertTrue(text[0].startswith('reached gab@2029: 35 -> '))
        now = self.lines('--set', changes[0], '--set', changes[1], 'compare', '--what', 'gab@2029')[0]
        self.assertLessEqual(float(now.split(';')[1].split('(')[0]), 12)
        self.assertEqual(self.lines('seek', '--lever', 'ta.vaekst')[:2],
                         ['reached gab@2026: 14 -> 0 (goal 0, 100 %)', 'ta.vaekst=-5 (from 2, helps)'])
        self.assertEqual(self.lines('seek', '--lever', 'ta.vaekst', '--set', 'vis.aar=2024')[0],
                         'already gab@2024: 0 -> 0 (goal 0, 100 %)')
        self.assertEqual(self.lines('seek', 'gab@2029=23', '--lever', 'tiltag.on')[1],
                         'tiltag.on=on (from off, helps)')

    def test_seek_without_answer(self):
        for words, first in (
                (['gab@2029=-200', '--lever', 'ta.vaekst'],
                 'partly gab@2029: 35 -> -25 (goal -200, 25.5 %)'),
                (['bue=40', '--lever', 'x'], 'no-help bue: 28 -> 28 (goal 40, 0 %)'),
                (['bue=0', '--lever', 'x'], 'partly bue: 28 -> 3 (goal 0, 89.2 %) turns'),
                (['fast=3', '--lever', 'x'], 'no-effect fast: 7 -> 7 (goal 3, 0 %)'),
                (['kendt@2029=3', '--lever', 'x'], 'missing kendt@2029: ? -> ? (goal 3, 0 %)')):
            with self.subTest(words):
                result = run_cli(*self.pack, 'seek', *words)
                self.assertEqual((result.returncode, result.stderr), (DATA, ''))
                self.assertEqual(result.stdout.splitlines()[0], first)

    def test_tornado(self):
        text = self.lines('tornado', '--role', 'lever')
        self.assertEqual(text[:2], ['gab@2026: 14', 'ta.vaekst: 0 -> 10; 5 -> 20; swing 10'])
        self.assertTrue(text[-1].startswith('no low or high: 8 – koeb.vaekst, loft'), text[-1])
        self.assertEqual(len([l for l in self.lines('tornado', 'gab@2029', '--role', 'all')
                              if 'swing' in l]), 4)
        examples = [l for l in self.lines('tornado', 'gab@2029', '--role', 'all', '--example', '10')
                    if '±10 %' in l]
        self.assertTrue(examples)


class ImportTest(CliTest):
    def run_import(self, text, *options, encoding='utf-8'):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / 'svar.csv'
            path.write_bytes(text.encode(encoding))
            return run_cli(*self.pack, *options, 'import', str(path))

    def test_forms(self):
        """A mapping that was told works as --mapping; the form of a text can be said."""
        text = 'Titel;År;Beløb\nBudget;2026;1.234\n'
        first = self.run_import(text, encoding='cp1252')
        self.assertEqual((first.returncode, first.stderr), (OK, ''))
        lines = first.stdout.splitlines()
        self.assertEqual(lines[0], 'text-form semicolon,decimal-comma,windows-1252 uncertain')
        self.assertEqual(lines[2], 'C2     figure budget@2026: 1110 (published) -> 1234')
        mapping = lines[1].removeprefix('mapping ')
        again = self.run_import(text, '--mapping', mapping, '--text-form', 'decimal-point', encoding='cp1252')
        self.assertEqual(again.stdout.splitlines()[2], 'C2     figure budget@2026: 1110 (published) -> 1.234')
        changes = self.run_import(text, '--mapping', mapping + ' changes=yes', '--set', 'budget=1234')
        self.assertEqual(changes.stdout.splitlines()[2], '0 differences, 0 bad, 1 the same')

    def test_errors(self):
        self.assertIn('nix', self.refuse(USAGE, *self.pack, 'import', 'tests/data/cli/svar.csv', '--text-form', 'nix'))
        self.assertIn('A.csv', self.refuse(DATA, *self.pack, 'import', '/nowhere/A.csv'))
        self.assertEqual(self.run_import('a;b\n', '--mapping', 'A=nix').returncode, USAGE)
        self.assertEqual(self.run_import('a;b\n').returncode, DATA)

    def test_form(self):
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / 'skema.xlsx')
            self.assertEqual(self.run_ok(*self.pack, 'form', path, '--date', '2026-11-24'), path + '\n')
            reply = self.run_ok(*self.pack, 'import', path)
            self.assertEqual(reply.splitlines()[-1], '0 differences, 0 bad, 0 the same')
        self.assertIn('2026-11-21', self.refuse(USAGE, *self.pack, 'form', path, '--date', 'x'))


class TemplateTest(CliTest):
    """A template has a row for every cell of what is named, and comes back like the form."""

    def test_rows(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'skabelon.xlsx')
            date = ['--date', '2026-11-24']
            self.assertEqual(self.run_ok(*self.pack, *date, 'template', path, '--what', 'udgift'), path + '\n')
            with zipfile.ZipFile(path) as book:
                texts = book.read('xl/sharedStrings.xml').decode()
                sheet = book.read('xl/worksheets/sheet1.xml').decode()
            self.assertIn('udgift@ta/2027', texts)
            self.assertIn('udgift@koeb/2025', texts)
            self.assertNotIn('udgift@ta/2028', texts)  # not applicable
            self.assertNotIn('budget', texts)
            self.assertIn('<dataValidations count="1">', sheet)
            self.assertTrue(self.run_ok(*self.pack, 'import', path).endswith('0 differences, 0 bad, 0 the same\n'))
            self.run_ok(*self.pack, *date, 'form', path, '--what', 'udgift')
            with zipfile.ZipFile(path) as book:
                texts = book.read('xl/sharedStrings.xml').decode()
            self.assertIn('udgift@ta/2027', texts)
            self.assertNotIn('udgift@koeb/2025', texts)

    def test_page(self):
        """A page asks for what its cards are computed from."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'side.xlsx')
            self.run_ok('template', path, '--what', 'overblik')
            with zipfile.ZipFile(path) as book:
                self.assertIn('omraade.udgift@', book.read('xl/sharedStrings.xml').decode())

    def test_wrong(self):
        for what in ('findes-ikke', 'gab'):
            result = run_cli(*self.pack, 'template', '/dev/null/x', '--what', what)
            self.assertEqual((result.returncode, result.stdout), (USAGE, ''))
            self.assertIn(what, result.stderr)


class PlanTest(CliTest):
    """The actions of plans; dates and order as the document and the scenario have them."""

    pack = ['--pack', 'tests/data/plan']
    document = ['--document', 'tests/data/plan/egen.ligevaegt']
    today = ['--date', '2026-05-12']

    def actions(self, *arguments):
        text = self.run_ok(*self.pack, *arguments, *self.today, 'plan', '--format', 'csv')
        return {row['id']: row for row in csv.DictReader(io.StringIO(text))}

    def test_list(self):
        rows = self.actions()
        self.assertEqual(list(rows), ['ta.1', 'ta.2', 'ta.3', 'ta.4', 'hjem.1', 'hjem.2'])
        self.assertEqual((rows['ta.1']['end'], rows['ta.1']['carries']), ('2026-03', 'a'))
        self.assertEqual([i for i, row in rows.items() if row['late'] == 'yes'], ['ta.1'])
        self.assertEqual(rows['hjem.1']['stale'], 'no')  # it is done
        self.assertEqual(list(self.actions('--late')), ['ta.1'])
        self.assertEqual(list(self.actions('--what', 'hjem.*', '--what', 'ta.2')), ['ta.2', 'hjem.1', 'hjem.2'])
        self.assertEqual(list(self.actions('--due', '2026-08')), ['ta.1', 'ta.2', 'ta.3'])

    def test_document(self):
        rows = self.actions(*self.document)
        self.assertEqual(list(rows)[-1], 'lokal.ta.opgave-1')
        self.assertEqual((rows['ta.2']['status'], rows['ta.2']['stale']), ('i-gang', 'no'))
        self.assertEqual(self.actions(*self.document, '--scenario', 'lokal.sen')['ta.1']['end'], '2026-09-30')

    def test_order(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'orden.ligevaegt')
            Path(path).write_text('[document lokal]\ntitle=x\npack=plan\nversion=1\nplan-order=hjem.2;ta.3\n',
                                  encoding='utf-8')
            self.assertEqual(list(self.actions('--document', path)), ['ta.1', 'ta.2', 'hjem.2', 'ta.3', 'ta.4', 'hjem.1'])

    def test_wrong(self):
        self.assertIn('snart', self.refuse(USAGE, *self.pack, *self.today, 'plan', '--due', 'snart'))
        self.refuse(USAGE, *self.pack, *self.today, 'plan', '--format', 'json')
        self.assertIn('/findes/ikke', self.refuse(DATA, *self.pack, *self.today, 'plan', '--ics', '/findes/ikke/p.ics'))


class DocumentationTest(CliTest):
    def test_examples(self):
        """Every `$ ligevaegt-cli ...` of the page gives what stands below it; `...` leaves out lines."""
        lines = (ROOT / 'docs/command-line.md').read_text(encoding='utf-8').splitlines()
        count = 0
        for number, line in enumerate(lines):
            if not line.startswith('    $ ligevaegt-cli '):
                continue
            count += 1
            expected = []
            for below in lines[number + 1:]:
                if not below.startswith('    ') or below.startswith('    $ '):
                    break
                expected.append(below[4:])
            with self.subTest(line.strip()):
                words = shlex.split(line[len('    $ ligevaegt-cli '):])
                result = run_cli(*words, LC_ALL='C.UTF-8', LANGUAGE='')
                self.compare((result.stdout + result.stderr).splitlines(), expected)
        self.assertGreaterEqual(count, 13)

    def compare(self, found, expected):
        if '...' not in expected:
            self.assertEqual(found, expected)
            return
        cut = expected.index('...')
        end = expected[cut + 1:]
        self.assertEqual(found[:cut], expected[:cut])
        self.assertEqual(found[len(found) - len(end):], end)


if __name__ == '__main__':
    unittest.main()
