#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop with our file type knows our documents, by name and by content, and nothing else as such.

Usage: test-file-type.py MIME ICONS
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

MIME, ICONS = sys.argv[1:3] if len(sys.argv) > 2 else (None, None)
TYPE = 'application/x-ligevaegt'
DOCUMENT = '[document plan]\ntitle=Plan\n'


def skip_without(tool):
    return unittest.skipUnless(shutil.which(tool), f'{tool} is not installed')


@skip_without('update-mime-database')
@skip_without('gio')
class FileTypeTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        packages = self.root / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(MIME, packages / 'ligevaegt.xml')
        self.env = dict(os.environ, XDG_DATA_HOME=str(self.root), GIO_USE_VFS='local', LC_ALL='C.UTF-8')
        result = subprocess.run(['update-mime-database', self.root / 'mime'],
                                env=self.env, capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stderr), (0, ''))

    def info(self, name, text):
        path = self.root / name
        path.write_text(text, encoding='utf-8')
        run = subprocess.run(['gio', 'info', '-a', 'standard::content-type,standard::icon', path],
                             env=self.env, capture_output=True, text=True, check=True)
        return run.stdout

    def assert_ours(self, name, text):
        self.assertIn(f'standard::content-type: {TYPE}\n', self.info(name, text))

    def test_by_name(self):
        self.assert_ours('Årsplan for ældre.ligevaegt', DOCUMENT)
        self.assert_ours('fremmed.ligevaegt', 'Ikke en arbejdsfil\n')

    def test_by_content(self):
        self.assert_ours('plan', DOCUMENT)
        self.assert_ours('med note', '# Til udvalget.\n' + DOCUMENT)

    def test_others(self):
        for name, text in (('pack.txt', '[series a]\n'), ('brev', 'Se [document plan]\n'),
                           ('data', '# kun en note\n'), ('plan.csv', 'a;b\n')):
            self.assertNotIn(TYPE, self.info(name, text), name)

    def test_icon(self):
        self.assertIn('standard::icon: application-x-ligevaegt, ', self.info('plan.ligevaegt', DOCUMENT))
        icon = pathlib.Path(ICONS) / 'hicolor/scalable/mimetypes/application-x-ligevaegt.svg'
        self.assertTrue(icon.is_file())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
