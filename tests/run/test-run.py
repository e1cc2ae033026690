#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The `run` script: what it installs, what it calls, where its output goes, what it returns.

A copy of `run` and packages.txt stands in a temporary folder, and the tools that it calls
(dpkg-query, apt-get, meson, ninja) are stand-ins there that write down their arguments.

Usage: test-run.py SOURCE_ROOT
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None

RECORD = 'echo "$(basename "$0") $*" >>"$CALLS"\n'
TOOLS = {
    'dpkg-query': 'for name; do :; done\n'
                  'case " $ABSENT " in *" $name "*) exit 1 ;; esac\necho installed\n',
    'apt-get': RECORD + 'echo noise\n',
    'sudo': RECORD + 'exec "$@"\n',
    'id': 'echo "${USER_ID:-0}"\n',
    'nproc': 'echo 2\n',
    'meson': RECORD + 'echo noise\n[ "$1" != setup ] || { for d; do b=$a; a=$d; done\n'
                      'mkdir -p "$b"; : >"$b/build.ninja"; }\n'
                      '[ "$1" != test ] || exit "${TEST_STATUS:-0}"\n',
    'ninja': RECORD + 'echo noise\nexit "${NINJA_STATUS:-0}"\n',
}


class RunTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / 'tree with space'
        self.bin = Path(folder.name) / 'bin'
        self.calls = Path(folder.name) / 'calls'
        (self.root / 'tests/helpers').mkdir(parents=True)
        self.bin.mkdir()
        shutil.copy(ROOT / 'run', self.root / 'run')
        shutil.copy(ROOT / 'packages.txt', self.root / 'packages.txt')
        shutil.copy(ROOT / 'tests/helpers/count-results.py', self.root / 'tests/helpers')
        for name, text in TOOLS.items():
            self.write_tool(self.bin / name, text)

    def write_tool(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('#!/bin/bash\n' + text)
        path.chmod(0o755)

    def write_program(self, name, text):
        self.write_tool(self.root / 'build/src' / name, text)

    def run_it(self, *arguments, **environment):
        env = {'PATH': f'{self.bin}:/usr/bin:/bin', 'CALLS': str(self.calls)} | environment
        self.calls.write_text('')
        result = subprocess.run([str(self.root / 'run'), *arguments], env=env, text=True,
                                capture_output=True, cwd=self.root.parent)
        self.called = self.calls.read_text().splitlines()
        return result

    def test_unknown_arguments(self):
        for arguments in (['nonsense'], ['build', 'more'], [''], ['--help', 'me']):
            result = self.run_it(*arguments)
            self.assertEqual((result.returncode, result.stdout), (2, ''))
            self.assertIn('Usage: ./run', result.stderr)
            self.assertEqual(self.called, [])

    def test_help(self):
        result = self.run_it('--help')
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertIn('./run test', result.stdout)

    def test_nothing_is_installed_when_all_is_there(self):
        result = self.run_it('build')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([call.split()[0] for call in self.called], ['meson', 'ninja'])

    def test_only_what_is_missing_is_installed(self):
        self.run_it('build', ABSENT='meson qpdf')
        self.assertEqual(self.called[0], 'apt-get update -q')
        self.assertEqual(self.called[1],
                         'apt-get install -q -y --no-install-recommends --no-remove meson')

    def test_the_test_group_is_installed_for_tests(self):
        self.run_it('test', ABSENT='meson qpdf')
        self.assertTrue(self.called[1].endswith(' meson qpdf'), self.called)

    def test_alternatives(self):
        self.run_it('test', ABSENT='libreoffice-calc-nogui')
        self.assertNotIn('apt-get', self.calls.read_text())
        self.run_it('test', ABSENT='libreoffice-calc-nogui libreoffice-calc')
        self.assertTrue(self.called[1].endswith(' libreoffice-calc-nogui'), self.called)

    def test_sudo_when_not_root(self):
        self.run_it('build', ABSENT='meson', USER_ID='1000')
        self.assertTrue(self.called[0].startswith('sudo env DEBIAN_FRONTEND=noninteractive apt'))

    def test_failing_build(self):
        for command in ('build', 'bench'):
            result = self.run_it(command, NINJA_STATUS='1')
            self.assertEqual((result.returncode, result.stdout), (1, ''))
            self.assertIn('the build failed', result.stderr)
        result = self.run_it('test', NINJA_STATUS='1')
        self.assertEqual((result.returncode, result.stdout), (1, '0 passed, 1 failed\n'))

    def test_cli_output_is_alone(self):
        self.write_program('cli/ligevaegt-cli', 'printf "<%s>" "$@"\nexit 7\n')
        result = self.run_it('cli', 'show', 'a b', '*', ABSENT='meson')
        self.assertEqual((result.returncode, result.stdout), (7, '<show><a b><*>'))
        self.assertEqual(self.run_it('cli').stderr, '')
        result = self.run_it('cli', NINJA_STATUS='1')
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        self.assertIn('noise', result.stderr)

    def test_trees_without_programs(self):
        for arguments, environment in ((['cli'], {}), ([], {}), ([], {'DISPLAY': ':9'})):
            result = self.run_it(*arguments, **environment)
            self.assertEqual((result.returncode, result.stdout), (1, ''))
            self.assertIn('the build made no src/', result.stderr)

    def test_start_with_a_display(self):
        self.write_program('app/ligevaegt', 'echo "$LIGEVAEGT_DATA|$GSETTINGS_SCHEMA_DIR|'
                           '$LIGEVAEGT_LOCALEDIR"\n')
        for display in ('DISPLAY', 'WAYLAND_DISPLAY'):
            result = self.run_it(**{display: 'x'})
            self.assertEqual(result.stdout,
                             '{0}/data|{0}/build/data|{0}/build/po\n'.format(self.root))

    def test_start_without_a_display(self):
        self.write_program('app/ligevaegt', 'echo window\n')
        self.write_program('cli/ligevaegt-cli', 'echo "$*"\n')
        result = self.run_it()
        self.assertEqual((result.returncode, result.stdout), (0, 'export ./bilag\n'))
        self.assertIn('there is no display', result.stderr)

    def test_sanitizers_follow_the_engine(self):
        result = self.run_it('test')
        self.assertNotIn('build-asan', self.calls.read_text())
        (self.root / 'src/core').mkdir(parents=True)
        (self.root / 'src/core/meson.build').touch()
        result = self.run_it('test')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn('-Db_sanitize=address,undefined', self.calls.read_text())
        self.assertTrue(self.called[-1].endswith('--suite engine'), self.called)

    def test_exit_status_of_tests(self):
        result = self.run_it('test', TEST_STATUS='3')
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stdout.splitlines()[-1], '0 passed, 1 failed')


class PackagesTest(unittest.TestCase):
    def test_form(self):
        """Groups, names and alternatives only, and no package twice."""
        names, groups = [], []
        for line in (ROOT / 'packages.txt').read_text().splitlines():
            line = line.partition('#')[0].strip()
            if line.startswith('['):
                groups.append(line)
            elif line:
                names += [name.strip() for name in line.split('|')]
        self.assertEqual(groups, ['[build]', '[test]'])
        self.assertEqual(sorted(set(names)), sorted(names))
        for name in names:
            self.assertRegex(name, r'^[a-z0-9][a-z0-9.+-]+$')


if __name__ == '__main__':
    unittest.main()
