#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files with texts for translators, each once and in order."""
import re

import tree

CALL = re.compile(r'\b(_|N_|C_|NC_|gettext|ngettext)\s*\(\s*"')
TEMPLATE = re.compile(r'translatable="(yes|true)"')


def is_translatable(path):
    text = tree.read_text(path)
    if text is None:
        return False
    if path.suffix in ('.c', '.h'):
        return CALL.search(text) is not None
    return TEMPLATE.search(text) is not None


def find_translatable(root):
    for path in tree.source_files(root, ['src', 'ui'], ('.c', '.h', '.ui')):
        if is_translatable(path):
            yield path.relative_to(root).as_posix()
    for path in sorted((root / 'data').glob('*.in')):
        yield path.relative_to(root).as_posix()


def check(root):
    listed = [line.strip() for line in
              (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
              if line.strip() and not line.startswith('#')]
    wanted = set(find_translatable(root))
    for name in sorted(wanted - set(listed)):
        yield f'{name}: has texts for translators and is not in po/POTFILES.in'
    for name in sorted(set(listed) - wanted):
        yield f'{name}: is in po/POTFILES.in and has no texts for translators'
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in: is not sorted, or names a file twice'


if __name__ == '__main__':
    tree.run_check(check)
