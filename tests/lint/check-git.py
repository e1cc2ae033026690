#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Git holds no file that the build or a tool generates."""
import re
import shutil
import subprocess

import tree

GENERATED = re.compile(r'''
    (^|/)(build[^/]*|bilag|__pycache__|\.flatpak-builder|meson-logs|\.cache)/
  | \.(o|a|so|mo|gmo|pot|pyc|gcda|gcno|orig|rej|swp|log)$
  | (^|/)(gschemas\.compiled|compile_commands\.json|core|vgcore\.\d+)$
  | ~$
''', re.VERBOSE)


def list_faults(names):
    for name in names:
        if GENERATED.search(name):
            yield f'{name}: is generated and does not belong in git'


def check(root):
    if not shutil.which('git'):
        tree.skip('git is not installed')
    if not (root / '.git').exists():
        tree.skip('the sources are not a git checkout')
    # The checkout may belong to another user, as it does in a container.
    result = subprocess.run(['git', '-c', f'safe.directory={root}', '-C', str(root),
                             'ls-files', '-z'], check=True, capture_output=True, text=True)
    yield from list_faults(result.stdout.split('\0'))


if __name__ == '__main__':
    tree.run_check(check)
