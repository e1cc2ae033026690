#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a pack that reach attachments are Danish words: in the word list of Debian's wdanish, made of such
words, or in our own list of words of the field. Point 32 of an accessible workbook, as far as a program can.

usage: test-spelling.py PACK WORDS
"""
import pathlib
import re
import sys

LIST = pathlib.Path('/usr/share/dict/danish')
ENDINGS = ('s', 'e', 'er', 'en', 'et', 'erne', 'ene', 'ens', 'ets', 't', 'r', 'ne')
KEYS = re.compile(r'(title|text|subtitle|why|note|fails|partners|body|evidence|what)(@\S*)?$')
ROWS = ('row', 'table')


def texts_of(pack):
    """Texts with their places; ids, expressions and placeholders are none."""
    for path in sorted(pathlib.Path(pack).glob('*.lv')):
        kind, open_key = '', False
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            if line.startswith('#'):
                continue
            if line.startswith('['):
                kind, open_key = line[1:].partition(' ')[0], False
                continue
            key, _, value = line.partition('=')
            if line.startswith(' '):
                value = line if open_key else ''
            else:
                open_key = bool(KEYS.match(key) or (kind in ROWS and key.startswith('@')) or key.startswith('box@'))
            if open_key and value:
                yield f'{path.name}:{number}', value


def words_of(text):
    text = re.sub(r'\{[^}]*\}|\| ?(?:card|show)=\S+|https?://\S+|”[^”]*--[^”]*”', ' ', text)
    text = re.sub(r'(?<!\w)[a-zæøå0-9-]+(?:\.[a-zæøå0-9-]+)+(?:@\S+)?', ' ', text)  # ids
    return re.findall(r'[A-Za-zÆØÅæøåéÉüö]+', text)


class Words:
    def __init__(self, own):
        self.known = {w.strip().lower() for w in LIST.read_text(encoding='utf-8').splitlines()}
        self.known |= {w.strip().lower() for w in pathlib.Path(own).read_text(encoding='utf-8').splitlines()
                       if not w.startswith('#')}
        self.seen = {}

    def has(self, word):
        word = word.lower()
        if word not in self.seen:
            self.seen[word] = len(word) < 3 or self.made_of(word, 0)
        return self.seen[word]

    def made_of(self, word, depth):
        if word in self.known or any(word.endswith(e) and len(word) - len(e) >= 3 and word[:-len(e)] in self.known
                                     for e in ENDINGS):
            return True
        return depth <= 2 and any(self.begins(word[:i]) and self.made_of(word[i:], depth + 1)
                                  for i in range(3, len(word) - 2))

    def begins(self, part):
        return part in self.known or (part[-1] in 'se' and part[:-1] in self.known)


def main():
    pack, own = sys.argv[1:3]
    if not LIST.exists():
        print('1..0 # SKIP the package wdanish is not installed')
        return 0
    words = Words(own)
    ok = [not words.has(w) for w in ('Merforburg', 'prgnose', 'sevicetilpasning', 'udgfiter', 'kommunnen')]
    print(f'{"ok" if all(ok) else "not ok"} 1 - words with a fault are seen')
    ok = [words.has(w) for w in ('merforbrug', 'Hjemløshed', 'socialtilsynets', 'budgetforslagene')]
    print(f'{"ok" if all(ok) else "not ok"} 2 - compounds are known')
    faults, count = {}, 0
    for place, text in texts_of(pack):
        for word in words_of(text):
            count += 1
            if not words.has(word):
                faults.setdefault(word, place)
    print(f'{"not ok" if faults else "ok"} 3 - {count} words are Danish')
    for word, place in sorted(faults.items()):
        print(f'# {place}: {word}')
    print('1..3')
    return 1 if faults or not all(ok) else 0


if __name__ == '__main__':
    sys.exit(main())
