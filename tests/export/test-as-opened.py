#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beregning as a person sees it who opens it in LibreOffice, with the settings that the program comes with: what is missing
is #I/T, and nothing is another error. (It keeps what a file says of its formulas where Excel made it, and kept a text.)

Usage: test-as-opened.py CLI PACK ATTACHMENT...
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import workbook

CLI, PACK = (os.path.abspath(p) for p in sys.argv[1:3])


def main():
    if not workbook.LibreOffice.found:
        print('1..0 # SKIP soffice is not installed')
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        what = [w for name in sys.argv[3:] for w in ('--what', name)]
        subprocess.run([CLI, '--pack', PACK, 'export', folder, '--profile', 'beregning', '--date', '2026-11-21', *what],
                       check=True, capture_output=True)
        paths = sorted(Path(folder).glob('*.xlsx'))
        office = workbook.LibreOffice(folder, hard=False)
        for number, (path, sheets) in enumerate(zip(paths, office.recalculate(paths, ['Inddata', 'Beregning'])), 1):
            said = [v for sheet in sheets.values() for v in sheet.values()]
            wrong = sorted({v for v in said if v.startswith(('#', 'Err:')) and v not in ('#I/T', '#N/A')})
            good = not wrong and any(v in ('#I/T', '#N/A') for v in said)
            failed += not good
            print(f'{"ok" if good else "not ok"} {number} - {path.name} {wrong}', flush=True)
        print(f'1..{len(paths)}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
