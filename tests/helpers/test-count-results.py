#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing line of `./run test` counts cases, crashes and builds as it says."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent / 'count-results.py'


class CountTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write_build(self, name, results, junit):
        logs = self.root / name / 'meson-logs'
        logs.mkdir(parents=True)
        (logs / 'testlog.json').write_text(
            ''.join(json.dumps({'name': name, 'result': result}) + '\n'
                    for name, result in results))
        (logs / 'testlog.junit.xml').write_text(f'<testsuites>{junit}</testsuites>')

    def count(self, status, *builds):
        output = subprocess.run([sys.executable, str(SCRIPT), str(status),
                                 *[str(self.root / name) for name in builds]],
                                check=True, capture_output=True, text=True).stdout
        return output.splitlines()

    def test_cases_and_programs(self):
        self.write_build('build', [('p:engine / cases', 'FAIL'), ('p:lint / plain', 'OK'),
                                   ('p:lint / other', 'SKIP'), ('p:lint / slow', 'TIMEOUT')],
                         '<testsuite name="p.p:engine / cases"><testcase/><testcase/>'
                         '<testcase><failure/></testcase><testcase><skipped/></testcase>'
                         '<system-out>\x1b[31mred\x00</system-out></testsuite>')
        self.assertEqual(self.count(1, 'build', 'absent')[-1], '3 passed, 2 failed')

    def test_crash_after_the_last_case(self):
        self.write_build('build', [('cases', 'ERROR')],
                         '<testsuite name="p.cases"><testcase/><testcase/></testsuite>')
        self.assertEqual(self.count(1, 'build')[-1], '2 passed, 1 failed')

    def test_two_builds(self):
        self.write_build('build', [('a', 'OK'), ('b', 'OK')], '')
        self.write_build('build-asan', [('a', 'OK')], '')
        self.assertEqual(self.count(0, 'build', 'build-asan'),
                         ['build: 2 passed, 0 failed', 'build-asan: 1 passed, 0 failed',
                          '3 passed, 0 failed'])

    def test_what_failed_is_told_last(self):
        logs = self.root / 'build' / 'meson-logs'
        self.write_build('build', [('p:app / window', 'FAIL'), ('p:app / other', 'OK')],
                         '<testsuite name="p.p:app / window"><testcase name="opens"/>'
                         '<testcase name="closes"><failure message="no answer"/></testcase></testsuite>')
        record = (logs / 'testlog.json').read_text().splitlines()
        test = json.loads(record[0]) | {'stdout': '\n'.join(f'line {i}' for i in range(100)), 'stderr': 'at last'}
        (logs / 'testlog.json').write_text(json.dumps(test) + '\n' + record[1] + '\n')
        lines = self.count(1, 'build')
        self.assertEqual(lines[:3], ['build: 2 passed, 1 failed', 'failed: p:app / window: FAIL',
                                     '  closes: no answer'])
        self.assertEqual(lines[-2:], ['  | at last', '2 passed, 1 failed'])
        self.assertNotIn('  | line 0', lines)

    def test_failure_without_a_test(self):
        self.assertEqual(self.count(1, 'absent')[-1], '0 passed, 1 failed')


if __name__ == '__main__':
    unittest.main()
