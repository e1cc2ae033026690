#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same pack, scenario and date give the same bytes, in this locale and in C; errors are clear.

usage: test-same-bytes.py CLI PACK
"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

CLI, PACK = sys.argv[1:3]
COUNT = 0


def ok(condition, name):
    global COUNT
    COUNT += 1
    print(f'{"ok" if condition else "not ok"} {COUNT} - {name}')
    return condition


def run(*words, **environment):
    return subprocess.run([CLI, '--pack', PACK, *words], capture_output=True, text=True,
                          env={**os.environ, **environment})


def sums(folder):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(pathlib.Path(folder).iterdir())}


def main():
    good = True
    with tempfile.TemporaryDirectory() as folder:
        one, two = (f'{folder}/{n}' for n in ('1', '2'))
        done = run('export', one, '--date', '2026-11-21')
        files = sums(one)
        empty = re.findall(r'^ligevaegt-cli: ([a-z0-9.-]+): (?:the chart has no number to show|figuren har ingen tal at vise)\n', done.stderr, re.M)
        good &= ok(done.returncode == 0 and len(empty) == done.stderr.count('\n'),
                   'exports without a word on standard error but of what shows nothing')
        good &= ok(not {f'{name}.pdf' for name in empty} & set(files), 'and makes no file of that')
        good &= ok(done.stdout.splitlines() and sorted(pathlib.Path(p).name for p in done.stdout.split()) == sorted(files),
                   'prints the files that it wrote')
        run('export', two, '--date', '2026-11-21', TZ='Asia/Tokyo', LC_ALL='C', LANGUAGE='')
        good &= ok(sums(two) == files, 'the same bytes a second time, elsewhere and in another locale')
        what = next(n for n in files if n.endswith('-bilag.xlsx')).removesuffix('-bilag.xlsx')
        run('export', one, '--date', '2026-11-21', '--what', what)
        good &= ok(sums(one) == files, 'replaces what is there and leaves nothing beside it')
        for name in (n for n in files if n.endswith(".xlsx")):
            with zipfile.ZipFile(f'{one}/{name}') as archive:
                text = ''.join(archive.read(n).decode() for n in archive.namelist() if n.endswith('.xml'))
            good &= ok('>NAN<' not in text and '>INF<' not in text and '[#' not in text.replace('[#This', '[#'),
                       f'{name} has neither NAN nor structured references')
        forms = [pathlib.Path(folder) / f'{n}.xlsx' for n in 'abc']
        run('form', str(forms[0]), '--date', '2026-11-21')
        run('form', str(forms[1]), '--date', '2026-11-21', TZ='Asia/Tokyo')
        done = run('form', str(forms[2]), '--date', '2026-11-21', LC_ALL='C', LANGUAGE='')
        good &= ok(done.stderr == '' and len({f.read_bytes() for f in forms}) == 1,
                   'the form has the same bytes a second time and in another locale')
        good &= ok(run('export', one, '--profile', 'x').returncode == 2, 'refuses an unknown profile')
        good &= ok(run('export', one, '--what', 'x').returncode == 2, 'refuses an unknown attachment')
        blocked = pathlib.Path(folder) / 'file'
        blocked.write_text('')
        done = run('export', str(blocked / 'x'))
        good &= ok(done.returncode == 1 and str(blocked) in done.stderr, 'says which folder it cannot make')
        done = run('form', str(blocked / 'x.xlsx'))
        good &= ok(done.returncode == 1 and str(blocked) in done.stderr, 'says which form it cannot write')
    print(f'1..{COUNT}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
