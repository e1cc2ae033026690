#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is left to do: no marker of unfinished work in src, ui, data and tests."""
import re

import tree

# Put together here, so that this file does not report itself.
WORDS = ('TO' 'DO', 'FIX' 'ME', 'X' 'XX', 'HA' 'CK')
PATTERN = re.compile(r'\b(' + '|'.join(WORDS) + r')\b')


def check(root):
    for path in tree.source_files(root, ['src', 'ui', 'data', 'tests']):
        text = tree.read_text(path)
        for number, line in enumerate((text or '').splitlines(), 1):
            match = PATTERN.search(line)
            if match:
                yield f'{path.relative_to(root)}:{number}: {match[0]}: do it, or open an issue'


if __name__ == '__main__':
    tree.run_check(check)
