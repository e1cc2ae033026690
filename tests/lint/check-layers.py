#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of src includes only its own headers and those of the folders above it in LAYERS.

The Meson targets enforce most of this; here is the rest, with an error that names the rule.
"""
import re

import tree

LAYERS = ('core', 'formula', 'pack', 'model', 'document', 'chart', 'export', 'cli', 'app')
GENERATED = ('lv-config.h',)

# System headers that only some layers may know.
RESERVED = (
    (re.compile(r'(gtk|gdk|gsk)/|adwaita\.h|libadwaita'), ('app',)),
    (re.compile(r'cairo|pango'), ('chart', 'export', 'app')),
    (re.compile(r'^hb'), ('chart',)),
    (re.compile(r'xlsxwriter'), ('export',)),
    (re.compile(r'qpdf/'), ('chart', 'export')),
)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def layer_of(path, src):
    first = path.relative_to(src).parts[0]
    return first if first in LAYERS else None


def index_headers(src):
    """Layer by header, under its file name and under its path below src."""
    index = {}
    for path in src.rglob('*.h'):
        layer = layer_of(path, src)
        if layer:
            index[path.name] = layer
            index[path.relative_to(src).as_posix()] = layer
    return index


def check_include(layer, bracket, name, headers):
    base = name.rpartition('/')[2]
    target = headers.get(name) or headers.get(base)
    if bracket == '"' and target:
        if LAYERS.index(target) > LAYERS.index(layer):
            return f'{layer} may not include {name}: {target} is a layer further down'
        return None
    # A header that the build makes in its own folder, such as the resources of app.
    if bracket == '"' and base not in GENERATED and not name.endswith('-resources.h'):
        return f'includes "{name}", which is no header in src; system headers stand in <>'
    for pattern, allowed in RESERVED:
        if pattern.match(name) and layer not in allowed:
            return f'{layer} may not include <{name}>: only {", ".join(allowed)} may'
    return None


def check(root):
    src = root / 'src'
    headers = index_headers(src)
    for path in tree.source_files(root, ['src'], ('.c', '.h')):
        layer = layer_of(path, src)
        if not layer:
            yield f'{path.relative_to(root)}: is in no layer ({", ".join(LAYERS)})'
            continue
        text = path.read_text(encoding='utf-8')
        for match in INCLUDE.finditer(text):
            fault = check_include(layer, match[1], match[2], headers)
            if fault:
                line = text.count('\n', 0, match.start(2)) + 1
                yield f'{path.relative_to(root)}:{line}: {fault}'


if __name__ == '__main__':
    tree.run_check(check)
