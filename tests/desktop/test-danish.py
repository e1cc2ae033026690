#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built desktop file, metainfo and file type carry their Danish texts and fit each other.

Usage: test-danish.py DESKTOP METAINFO MIME
"""
import configparser
import sys
import unittest
from xml.etree import ElementTree

DESKTOP, METAINFO, MIME = sys.argv[1:4] if len(sys.argv) > 3 else (None, None, None)
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
MIME_NS = '{http://www.freedesktop.org/standards/shared-mime-info}'


class DanishTest(unittest.TestCase):
    def setUp(self):
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str
        parser.read(DESKTOP, encoding='utf-8')
        self.entry = parser['Desktop Entry']
        self.component = ElementTree.parse(METAINFO).getroot()
        self.type = ElementTree.parse(MIME).getroot().find(MIME_NS + 'mime-type')

    def test_desktop_file(self):
        for key in ('Comment', 'GenericName', 'Keywords'):
            self.assertNotEqual(self.entry[f'{key}[da]'], self.entry[key])

    def test_metainfo(self):
        for path in ('summary', 'description/p', 'description/ul/li'):
            texts = [e for e in self.component.iterfind(path) if e.get(LANG) is None]
            danish = [e for e in self.component.iterfind(path) if e.get(LANG) == 'da']
            self.assertEqual(len(texts), len(danish), path)

    def test_file_type(self):
        comments = [c.get(LANG) for c in self.type.iterfind(MIME_NS + 'comment')]
        self.assertEqual(comments, [None, 'da'])

    def test_they_fit(self):
        name = self.component.findtext('id')
        self.assertEqual(self.entry['Icon'], name)
        self.assertEqual(self.component.findtext('launchable'), name + '.desktop')
        self.assertEqual(self.entry['MimeType'], self.type.get('type') + ';')
        self.assertEqual(self.component.findtext('provides/mediatype'), self.type.get('type'))
        self.assertEqual(self.entry['Exec'].split()[0], self.component.findtext('provides/binary'))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
