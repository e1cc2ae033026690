# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint scripts share: walking the tree, reporting, and the two exit codes of Meson."""
import sys
from pathlib import Path

SKIP = 77


def source_files(root, folders, suffixes=()):
    """All files below the named folders of `root`, sorted, with the given endings (or any)."""
    for folder in folders:
        for path in sorted((root / folder).rglob('*')):
            if path.is_file() and '__pycache__' not in path.parts:
                if not suffixes or path.suffix in suffixes:
                    yield path


def read_text(path):
    """The text of a file, or None where it is not text."""
    data = path.read_bytes()
    if b'\0' in data:
        return None
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return None


def run_check(check):
    """Run `check (root)`, which yields one line per fault, on the folder named by the argument."""
    if len(sys.argv) != 2:
        sys.exit(f'Usage: {Path(sys.argv[0]).name} SOURCE_ROOT')
    faults = list(check(Path(sys.argv[1]).resolve()))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(SKIP)
