#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken packs through ligevaegt-cli: every problem is one line on standard error with its file, line,
group and key; the exit code is 1; nothing stands on standard output; nothing crashes or hangs.

The cases of tests/data/broken-model are faults that only the model finds. Each is laid over base.lv
beside it and must give exactly the problems that its first lines announce:

    # without: TEXT                               lines of base.lv that begin so are left out
    # expect: LINE [group] key: part of the text  as many as there are problems

The cases of tests/data/broken, which tests/pack compares one by one, go through the command line too.

Usage: test-broken.py CLI SOURCE_ROOT
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
ROOT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
SECONDS = 5  # generous: what is asked for is one second without sanitizers
PROBLEM = re.compile(r'^[^:\n]+:(\d+: )?.*\S$')


def announced(lines, key):
    """The values of the lines `# KEY: ...` at the top of a case."""
    prefix = f'# {key}: '
    found = []
    for line in lines:
        if not line.startswith('#'):
            break
        if line.startswith(prefix):
            found.append(line[len(prefix):])
    return found


class BrokenTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def copy_base(self, folder, without=()):
        """Only the valid pack lies in the folder afterwards."""
        for path in self.folder.iterdir():
            path.unlink()
        for path in (ROOT / 'tests/data' / folder).glob('*.lv' if folder == 'base' else 'base.lv'):
            lines = path.read_text(encoding='utf-8').splitlines(keepends=True)
            kept = [line for line in lines if not line.startswith(tuple(without))]
            (self.folder / path.name).write_text(''.join(kept), encoding='utf-8')

    def run_cli(self, *arguments):
        return subprocess.run([CLI, '--pack', self.folder, *arguments], capture_output=True,
                              timeout=SECONDS, encoding='utf-8', check=False)

    def fail_with(self, *arguments):
        """The problems of a pack that must be refused, one line each."""
        result = self.run_cli(*arguments)
        self.assertEqual(result.returncode, 1, result.stderr[-2000:])
        self.assertEqual(result.stdout, '')
        self.assertTrue(result.stderr.endswith('\n'))
        lines = result.stderr.splitlines()
        for line in lines if not lines[-1].startswith('and ') else lines[:-1]:
            self.assertRegex(line, PROBLEM)
        return lines

    def leave_out(self, path):
        """The problems of a document: what has no place is listed, and the rest of it is used."""
        result = self.run_cli('--document', path, 'list')
        lines = [line for line in result.stderr.splitlines() if not line.startswith('ligevaegt-cli: ')]
        for line in lines:
            self.assertRegex(line, PROBLEM)
        return lines

    def compare(self, problems, expected, name):
        """Each announced problem is there, at its place, and no other."""
        left = list(problems)
        for line in expected:
            found = [p for p in left if p.startswith(f'{name}:') and self.fits(p, line)]
            self.assertTrue(found, f'not found: {line}\nin: {problems}')
            left.remove(found[0])
        self.assertEqual(left, [], 'not announced')

    @staticmethod
    def fits(problem, line):
        """LINE [group] key: is compared whole, of the text a part is enough."""
        number, _, rest = line.partition(' ')
        group, _, rest = rest.partition('] ')
        key, _, text = rest.partition(': ') if re.match(r'[a-z@-][^ ]*: ', rest) else ('', '', rest)
        head = f'{number}: {group}] ' + (f'{key}: ' if key else '')
        return problem.partition(':')[2].startswith(head) and text in problem

    def test_base_is_valid(self):
        """Otherwise every case would fail for a reason of its own."""
        self.copy_base('broken-model')
        result = self.run_cli('check')
        self.assertEqual((result.returncode, result.stderr), (0, ''))

    def test_model_cases(self):
        cases = sorted((ROOT / 'tests/data/broken-model').glob('[0-9]*.lv'))
        self.assertGreaterEqual(len(cases), 30)
        for case in cases:
            with self.subTest(case.stem):
                lines = case.read_text(encoding='utf-8').splitlines()
                expected = announced(lines, 'expect')
                self.assertTrue(expected)
                self.copy_base('broken-model', announced(lines, 'without'))
                (self.folder / case.name).write_text('\n'.join(lines) + '\n', encoding='utf-8')
                self.compare(self.fail_with('list'), expected, case.name)

    def test_reader_cases(self):
        for case in sorted((ROOT / 'tests/data/broken').glob('[0-9]*.lv')):
            with self.subTest(case.stem):
                data = case.read_bytes()
                lines = data.decode('utf-8', 'replace').splitlines()
                is_document = announced(lines, 'as') == ['document']
                self.copy_base('base')
                path = self.folder / (case.stem + ('.ligevaegt' if is_document else '.lv'))
                path.write_bytes(data)
                problems = self.leave_out(path) if is_document else self.fail_with('list')
                self.assertEqual(len(problems), len(announced(lines, 'expect')), problems)

    def write(self, lines, name='9-stor.lv'):
        self.copy_base('broken-model')
        (self.folder / name).write_text('\n'.join(lines) + '\n', encoding='utf-8')

    @staticmethod
    def chain(count, value, last):
        """Formulas n0, n1, ... where @value gives each its expression, and @last the last one."""
        for i in range(count):
            text = value(i) if i < count - 1 else last
            yield f'[formula n{i}]\ntitle=N\nunit=mio-kr\naxes=aar\nvalue={text}'

    def test_large_file(self):
        """A file of 100 MB (a hole, no garbage on the disk) is refused before it is read."""
        self.copy_base('broken-model')
        path = self.folder / '9-stor.lv'
        path.touch()
        os.truncate(path, 100 * 1000 * 1000)
        problems = self.fail_with('list')
        self.assertEqual(len(problems), 1, problems)
        self.assertIn('9-stor.lv', problems[0])

    def test_parentheses(self):
        self.write(['[formula x]', 'title=X', 'unit=tal',
                    'value=' + '(' * 100000 + '1' + ')' * 100000])
        problems = self.fail_with('list')
        self.assertEqual(len(problems), 1, problems)
        self.assertIn('9-stor.lv:4: [formula x] value: ', problems[0])

    def test_cycle(self):
        """10.000 formulas in a ring, in either order of the file: one problem, which names some."""
        for step in (1, -1):
            with self.subTest(step=step):
                self.write(self.chain(10000, lambda i: f'n{(i + step) % 10000} + gab',
                                      f'n{(9999 + step) % 10000}'))
                problems = self.fail_with('list')
                self.assertEqual(len(problems), 1, problems[:5])
                self.assertIn('these 10000 depend on each other', problems[0])
                self.assertLess(len(problems[0]), 300)

    def test_broken_chain(self):
        """The end of a chain of 10.000 is wrong: said once, where it is."""
        for reverse in (False, True):
            with self.subTest(reverse=reverse):
                lines = list(self.chain(10000, lambda i: f'n{i + 1} * 2', 'ukendt'))
                self.write(reversed(lines) if reverse else lines)
                problems = self.fail_with('list')
                self.assertEqual(len(problems), 1, problems[:5])
                self.assertIn('value: there is no series, parameter or formula “ukendt”', problems[0])

    def test_many_problems(self):
        """The first thousand are printed, the rest counted in a last line."""
        self.write(self.chain(3000, lambda i: f'ukendt{i}', 'ukendt'))
        problems = self.fail_with('list')
        self.assertEqual(len(problems), 1001)
        self.assertEqual(problems[-1], 'and 2000 more')


if __name__ == '__main__':
    unittest.main()
