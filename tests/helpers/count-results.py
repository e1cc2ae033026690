#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sum up Meson's records of test runs in one closing line, `N passed, N failed`.

Usage: count-results.py STATUS BUILD...

STATUS is the worst exit status seen; BUILD are build folders, and one without a record is left out.
A program that reports its own cases (TAP) counts by case, any other program counts once. Skipped
cases are listed before the closing line, with the name, and count as neither. What failed is listed
last, since of a long log often only the end is kept.
"""
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

GOOD = ('OK', 'EXPECTEDFAIL')
LAST_LINES = 25
LINE_LENGTH = 300


def read_suites(path):
    """Cases by test. A TAP program is a suite of its own in the JUnit record, “project.name”. Meson
    writes the programs' output into it as it is, so what XML forbids is taken out first."""
    suites = {}
    if not path.is_file():  # the run was interrupted
        return suites
    text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', path.read_text(encoding='utf-8'))
    for suite in ElementTree.fromstring(text.encode()).iter('testsuite'):
        suites[suite.get('name').partition('.')[2]] = suite.findall('testcase')
    return suites


def is_failed(case):
    return case.find('failure') is not None or case.find('error') is not None


def count_cases(cases):
    failed = sum(1 for c in cases if is_failed(c))
    skipped = sum(1 for c in cases if c.find('skipped') is not None)
    return len(cases) - failed - skipped, failed, skipped


def tell_failed(test, cases):
    """“NAME: RESULT”, each case with its message, and the last lines of what the program said."""
    print(f"failed: {test['name']}: {test['result']}")
    for case in filter(is_failed, cases):
        fault = case.find('failure') if case.find('failure') is not None else case.find('error')
        print(f"  {case.get('name')}: {(fault.get('message') or fault.text or '').strip()}")
    said = (test.get('stdout') or '').splitlines() + (test.get('stderr') or '').splitlines()
    for line in said[-LAST_LINES:]:
        print(f'  | {line[:LINE_LENGTH]}')


def count_build(build, faults):
    logs = Path(build) / 'meson-logs'
    record = logs / 'testlog.json'
    if not record.is_file():
        return 0, 0
    suites = read_suites(logs / 'testlog.junit.xml')
    passed = failed = 0
    for line in record.read_text(encoding='utf-8').splitlines():
        test = json.loads(line)
        name = test['name']
        good, bad, skipped = count_cases(suites.get(name, []))
        if not (good or bad or skipped):
            good, bad, skipped = (int(test['result'] in GOOD),
                                  int(test['result'] not in GOOD + ('SKIP',)),
                                  int(test['result'] == 'SKIP'))
        elif test['result'] not in GOOD + ('SKIP',) and not bad:
            bad = 1  # every case passed, and then the program crashed
        if skipped:
            print(f'skipped in {name}: {skipped}')
        if bad:
            faults.append((test, suites.get(name, [])))
        passed += good
        failed += bad
    print(f'{Path(build).name}: {passed} passed, {failed} failed')
    return passed, failed


def main(status, builds):
    faults = []
    counts = [count_build(build, faults) for build in builds]
    passed = sum(c[0] for c in counts)
    failed = sum(c[1] for c in counts)
    if status and not failed:
        failed = 1  # something other than a test failed: a build, or Meson itself
    for test, cases in faults:
        tell_failed(test, cases)
    print(f'{passed} passed, {failed} failed')


if __name__ == '__main__':
    main(int(sys.argv[1]), sys.argv[2:])
