#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon is well-formed SVG with a size, a square view box, and nothing from outside."""
from xml.etree import ElementTree

import tree

SVG = '{http://www.w3.org/2000/svg}'
FORBIDDEN = ('script', 'image', 'foreignObject', 'text', 'style')


def check_icon(path):
    try:
        svg = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield f'is not well-formed: {error}'
        return
    if svg.tag != SVG + 'svg':
        yield 'is not SVG'
        return
    size = svg.get('width')
    if not size or svg.get('height') != size or svg.get('viewBox') != f'0 0 {size} {size}':
        yield 'has no square width, height and viewBox of one size'
    for element in svg.iter():
        if element.tag.removeprefix(SVG) in FORBIDDEN:
            yield f'has <{element.tag.removeprefix(SVG)}>, which not every toolkit draws'
        if any(key.endswith('href') for key in element.keys()):
            yield 'refers to something outside itself'


def check(root):
    for path in tree.source_files(root, ['icons'], ('.svg',)):
        for fault in check_icon(path):
            yield f'{path.relative_to(root)}: {fault}'


if __name__ == '__main__':
    tree.run_check(check)
