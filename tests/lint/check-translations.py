#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language in po/LINGUAS translates every text of the sources as they are now.

The texts are collected afresh and merged into the language's file in a temporary folder; one that
is missing, fuzzy (guessed by the merge) or badly formatted is a fault.
"""
import re
import subprocess
import tempfile
from pathlib import Path

import tree

# What Meson's preset 'glib' gives to xgettext.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3')
FLAGS = ('N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format',
         'g_dngettext:2:pass-c-format', 'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format',
         'g_string_append_printf:2:c-format', 'g_error_new:3:c-format', 'g_set_error:4:c-format')


def run(*command, cwd=None):
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


def collect(root, pot):
    run('xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=po/POTFILES.in',
        f'--output={pot}', *[f'--keyword={k}' for k in KEYWORDS], *[f'--flag={f}' for f in FLAGS],
        cwd=root)


def list_texts(merged, *selection):
    """The texts of a catalogue that `msgattrib` selects, header left out. A text with line ends
    stands on several quoted lines."""
    found = run('msgattrib', '--no-obsolete', '--no-wrap', *selection, str(merged))
    entries = re.findall(r'^msgid ("(?:.*"\n")*.*")$', found, re.MULTILINE)
    return [text for text in (entry.replace('"\n"', '')[1:-1] for entry in entries) if text]


def check_language(root, language, pot, folder):
    source = root / 'po' / f'{language}.po'
    if not source.is_file():
        yield f'po/LINGUAS: names {language}, and there is no po/{language}.po'
        return
    merged = folder / f'{language}.po'
    run('msgmerge', '--quiet', f'--output-file={merged}', str(source), str(pot))
    for text in list_texts(merged, '--untranslated'):
        yield f'po/{language}.po: not translated: {text}'
    for text in list_texts(merged, '--only-fuzzy'):
        yield f'po/{language}.po: fuzzy: {text}'
    result = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', str(merged)],
                            capture_output=True, text=True)
    if result.returncode:
        yield f'po/{language}.po: {result.stderr.strip()}'


def check(root):
    languages = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    with tempfile.TemporaryDirectory() as name:
        pot = Path(name) / 'current.pot'
        try:
            collect(root, pot)
            for language in languages:
                yield from check_language(root, language, pot, Path(name))
        except subprocess.CalledProcessError as error:
            yield f'{error.cmd[0]}: {error.stderr.strip()}'


if __name__ == '__main__':
    tree.run_check(check)
