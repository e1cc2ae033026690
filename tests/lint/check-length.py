#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No source file is longer than LIMIT lines, unless ALLOWED says why."""
import tree

LIMIT = 700
ALLOWED = {}  # 'src/layer/lv-noun.c': 'why splitting it would make it harder to read'


def check(root):
    long_files = set()
    for path in tree.source_files(root, ['src'], ('.c', '.h')):
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text(encoding='utf-8').splitlines())
        if lines > LIMIT:
            long_files.add(name)
            if name not in ALLOWED:
                yield f'{name}: {lines} lines, the limit is {LIMIT}: split it'
    for name in sorted(set(ALLOWED) - long_files):
        yield f'{name}: is allowed to be long and is not: take it off the list'


if __name__ == '__main__':
    tree.run_check(check)
