#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on how many pages of the shipped pack's attachments: those of one page have one, whatever the scenario
says, in print that can be read; each measure of the catalogue begins a page.

Usage: test-one-page.py CLI SOURCE_ROOT
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CLI = os.path.abspath(sys.argv[1])
ROOT = Path(sys.argv[2]).resolve()
PACK = ROOT / 'data/aarhus-2025'
SCENARIOS = {
    'grundprognose': [],
    'hjemloeshed': ['--scenario', 'hjemloeshed.eksempel.boliger'],
    'alle ni': ['--document', ROOT / 'tests/data/ta/alle-ni.ligevaegt', '--scenario', 'alle-ni'],
    'fire valg': ['--set', 'ta.vaekst=10', '--set', 'koeb.vaekst=5', '--set', 'stu.vaekst=5', '--set', 'hjemloese.vaekst=5'],
}
SMALLEST = 6.5  # points, of the box around a word
number = failed = 0


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    print(f'{"ok" if true else "not ok"} {number} - {what}', flush=True)


def groups(kind):
    """(id, its lines) of all groups of a kind in the pack."""
    for path in sorted(PACK.glob('*.lv')):
        for block in re.split(r'^(?=\[)', path.read_text(encoding='utf-8'), flags=re.M):
            head = re.match(rf'\[{kind} ([^\]]+)\]', block)
            if head:
                yield head[1], block


def output(*words):
    return subprocess.run(words, capture_output=True, check=True, encoding='utf-8').stdout


def export(folder, arguments, what):
    output(CLI, '--pack', PACK, *arguments, 'export', folder, '--profile', 'pdf', '--what', what, '--date', '2026-05-01')
    return folder / f'{what}.pdf'


def check_one_page(folder):
    papers = [name for name, block in groups('attachment') if '\none-page=yes' in block]
    expect(papers, f'the pack has attachments of one page {papers}')
    for name in papers:
        for title, arguments in SCENARIOS.items():
            path = export(folder, arguments, name)
            pages = re.search(r'Pages: +(\d+)', output('pdfinfo', path))[1]
            boxes = output('pdftotext', '-bbox', path, '-')
            heights = [float(low) - float(high)
                       for high, low in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)]
            expect(pages == '1' and min(heights) > SMALLEST, f'{name}, {title}: {pages} page, print {min(heights):.1f}')


def check_catalogue(folder):
    titles = [re.search(r'^title=(.*)$', block, re.M)[1] for _, block in groups('measure')]
    text = output('pdftotext', '-layout', export(folder, SCENARIOS['alle ni'], 'bilag-tiltagskatalog'), '-')
    tops = [' '.join(page.split('\n', 1)[0].split()) for page in text.split('\f')]
    lacking = [title for title in titles if not any(top and title.startswith(top[:40]) for top in tops)]
    # The first stands below the heading of them all.
    expect(lacking == titles[:1], f'each measure begins a page {lacking}')
    where = [next(n for n, top in enumerate(tops) if top and title.startswith(top[:40])) for title in titles[1:]]
    far = [title for title, one, next_one in zip(titles[1:], where, where[1:]) if next_one - one > 1]
    expect(not far, f'and stays on it {far}')


def check_changes(folder):
    """What is changed of a measure is named as a thing, not in brackets behind its title."""
    text = ' '.join(output('pdftotext', '-raw', export(folder, SCENARIOS['alle ni'], 'bilag3'), '-').split())
    expect('forsinkelse: 0 måneder → 18 måneder' in text and '(forsinkelse)' not in text, 'a delay is told in words')


def main():
    with tempfile.TemporaryDirectory() as name:
        check_one_page(Path(name))
        check_catalogue(Path(name))
        check_changes(Path(name))
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
