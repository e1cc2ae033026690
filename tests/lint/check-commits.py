#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commit messages: `area: Imperative subject` within 72 characters, an empty line, then why.

Usage: check-commits.py [REVISIONS]     for instance origin/main..HEAD; the last commit otherwise
       check-commits.py --file FILE     for .git/hooks/commit-msg
"""
import re
import subprocess
import sys

SUBJECT = re.compile(r'[a-z0-9][a-z0-9/_-]*: [A-ZÆØÅ0-9].*[^.\s]')
NOT_IMPERATIVE = re.compile(r'^(?:Add|Fix|Chang|Remov|Updat|Mov|Renam|Us|Mak|Creat|Allow)'
                            r'(?:ed|es|s|ing)$')


def check_message(message):
    lines = message.rstrip().splitlines() or ['']
    subject = lines[0]
    if not SUBJECT.fullmatch(subject):
        yield 'the subject is not of the form “area: Imperative subject”, without a full stop'
    elif NOT_IMPERATIVE.match(subject.partition(': ')[2].split()[0]):
        yield 'the subject is not an order: “Add”, not “Added” or “Adds”'
    if len(subject) > 72:
        yield f'the subject has {len(subject)} characters, the limit is 72'
    if len(lines) > 1 and lines[1]:
        yield 'the line after the subject is not empty'
    if len(lines) < 3:
        yield 'there is no body that says why'


def read_commits(revisions):
    which = revisions or ['-1']
    log = subprocess.run(['git', 'log', '--no-merges', '--format=%h%x00%B%x01', *which],
                         check=True, capture_output=True, text=True).stdout
    for entry in log.split('\1'):
        if entry.strip():
            name, _, message = entry.strip().partition('\0')
            yield name, message


def read_file(path):
    with open(path, encoding='utf-8') as file:
        text = ''.join(line for line in file if not line.startswith('#'))
    return [('message', text)]


def main(arguments):
    if arguments[:1] == ['--file'] and len(arguments) == 2:
        messages = read_file(arguments[1])
    elif len(arguments) <= 1 and not arguments[:1] == ['--help']:
        messages = read_commits(arguments)
    else:
        sys.exit(__doc__)
    faults = [f'{name}: {fault}' for name, message in messages
              for fault in check_message(message)]
    print('\n'.join(faults), end='\n' if faults else '')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
