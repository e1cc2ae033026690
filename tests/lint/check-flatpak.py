#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest parses, pins every source, and asks for no more than it needs."""
import re
import shutil
import subprocess

import tree

NAME = 'flatpak/dk.ligevaegt.Ligevaegt.yaml'
# Files are opened and saved through portals: no folder, no network, no device beside the GPU.
PERMISSIONS = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}


def check_source(module, source):
    kind = source.get('type')
    if kind == 'git':
        if not (source.get('tag') or source.get('commit')):
            yield f'{module}: a git source without tag or commit'
    elif kind in ('archive', 'file') and 'url' in source:
        # Unquoted, a sum of digits alone is a number to YAML, and flatpak-builder loses it.
        if not re.fullmatch(r'[0-9a-f]{64}', str(source.get('sha256', ''))) \
                or not isinstance(source['sha256'], str):
            yield f'{module}: an archive without a quoted sha256'
    elif kind != 'dir':
        yield f'{module}: a source of the unexpected type {kind}'


def check_manifest(manifest):
    for key in ('id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'modules'):
        if not manifest.get(key):
            yield f'has no {key}'
    if not isinstance(manifest.get('runtime-version'), str):
        yield 'runtime-version is not quoted'
    for permission in sorted(set(manifest.get('finish-args', [])) - PERMISSIONS):
        yield f'asks for {permission}'
    for module in manifest.get('modules', []):
        for source in module.get('sources', []):
            yield from check_source(module.get('name'), source)


def check(root):
    path = root / NAME
    builder = shutil.which('flatpak-builder')
    if builder:
        # Unknown keys and wrong types are only told on standard error.
        result = subprocess.run([builder, '--show-manifest', str(path)],
                                capture_output=True, text=True)
        if result.returncode or result.stderr.strip():
            yield f'{NAME}: {result.stderr.strip()}'
    try:
        import yaml
    except ImportError:
        if not builder:
            tree.skip('neither flatpak-builder nor python3-yaml is installed')
        return
    try:
        manifest = yaml.safe_load(path.read_text(encoding='utf-8'))
    except yaml.YAMLError as error:
        yield f'{NAME}: {error}'
        return
    for fault in check_manifest(manifest):
        yield f'{NAME}: {fault}'


if __name__ == '__main__':
    tree.run_check(check)
