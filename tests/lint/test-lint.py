#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint script reports its bad example, and is silent about the good one beside it."""
import importlib.util
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace('-', '_'), HERE / f'{name}.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class LintTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, files):
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')

    def faults(self, script, files):
        self.write(files)
        return list(load(script).check(self.root))

    def assert_one(self, faults, *parts):
        self.assertEqual(len(faults), 1, faults)
        for part in parts:
            self.assertIn(part, faults[0])


class Layers(LintTest):
    BASE = {'src/core/lv-number.h': '', 'src/model/lv-model.h': '', 'src/app/lv-window.h': ''}

    def test_upwards_is_allowed(self):
        self.assertEqual(self.faults('check-layers', self.BASE | {
            'src/model/lv-model.c': '#include "lv-config.h"\n#include "lv-model.h"\n'
                                    '#include "lv-number.h"\n#include <glib.h>\n',
            'src/chart/lv-draw.c': '#include <cairo.h>\n#include <pango/pangocairo.h>\n',
            'src/app/lv-window.c': '#include <adwaita.h>\n#include "lv-resources.h"\n'}), [])

    def test_downwards_is_not(self):
        self.assert_one(self.faults('check-layers', self.BASE | {
            'src/core/lv-number.c': '#include "lv-number.h"\n#include "model/lv-model.h"\n'}),
            'src/core/lv-number.c:2', 'layer further down')

    def test_gtk_outside_app(self):
        self.assert_one(self.faults('check-layers', self.BASE | {
            'src/export/lv-pdf.c': '#include <cairo-pdf.h>\n#include <gtk/gtk.h>\n'}), 'lv-pdf.c:2')

    def test_cairo_in_the_engine(self):
        self.assert_one(self.faults('check-layers', self.BASE | {
            'src/model/lv-a.c': '#  include <cairo/cairo.h>\n'}), 'only chart, export, app may')

    def test_quoted_system_header(self):
        self.assert_one(self.faults('check-layers', {
            'src/cli/lv-a.c': '#include "gtk/gtk.h"\n'}), 'no header in src')

    def test_unknown_folder(self):
        self.assert_one(self.faults('check-layers', {'src/misc/lv-a.c': ''}), 'in no layer')


class Length(LintTest):
    def test_limit(self):
        module = load('check-length')
        self.write({'src/core/a.c': 'x\n' * module.LIMIT, 'src/core/b.c': 'x\n' * 701})
        self.assert_one(list(module.check(self.root)), 'src/core/b.c: 701 lines')

    def test_allowed(self):
        module = load('check-length')
        module.ALLOWED = {'src/core/b.c': 'a table', 'src/core/gone.c': 'was long'}
        self.write({'src/core/b.c': 'x\n' * 701})
        self.assert_one(list(module.check(self.root)), 'src/core/gone.c', 'off the list')


class Words(LintTest):
    def test_marker(self):
        marker = 'TO' 'DO'
        self.assert_one(self.faults('check-words', {
            'ui/a.ui': f'<a/>\n<!-- {marker}: later -->\n', 'src/core/a.c': f'int {marker}S;\n'}),
            'ui/a.ui:2')

    def test_binary_files_are_left_alone(self):
        (self.root / 'data').mkdir()
        (self.root / 'data/picture').write_bytes(b'\0' + b'FIX' b'ME')
        self.assertEqual(self.faults('check-words', {}), [])


class Potfiles(LintTest):
    def test_missing_stale_and_unsorted(self):
        faults = self.faults('check-potfiles', {
            'po/POTFILES.in': '# texts\nsrc/app/b.c\nsrc/app/a.c\n',
            'src/app/a.c': 'puts (_("Hello"));\n', 'src/app/b.c': 'puts ("plain");\n',
            'src/app/d.c': 'x = ngettext ("%d", "%d", n);\n',
            'ui/c.ui': '<property name="label" translatable="yes">Hello</property>\n',
            'data/x.desktop.in': 'Name=X\n'})
        self.assertEqual([f.partition(':')[0] for f in faults],
                         ['data/x.desktop.in', 'src/app/d.c', 'ui/c.ui', 'src/app/b.c',
                          'po/POTFILES.in'])

    def test_complete(self):
        self.assertEqual(self.faults('check-potfiles', {
            'po/POTFILES.in': 'src/app/a.c\n', 'src/app/a.c': 'puts (_("Hello"));\n',
            'src/core/b.c': 'int my_gettext_count (int);\n'}), [])


class Translations(LintTest):
    HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    BASE = {'po/LINGUAS': 'da\n', 'po/POTFILES.in': 'a.c\n',
            'a.c': 'f (_("Export"), _("%d changes"));\n'}
    EXPORT = 'msgid "Export"\nmsgstr "Dan bilag"\n\n'
    CHANGES = '#, c-format\nmsgid "%d changes"\nmsgstr "%d ændringer"\n\n'

    def check_po(self, text):
        return self.faults('check-translations', self.BASE | {'po/da.po': self.HEADER + text})

    def test_complete(self):
        self.assertEqual(self.check_po(self.EXPORT + self.CHANGES), [])

    def test_untranslated(self):
        self.assert_one(self.check_po(self.EXPORT), 'not translated: %d changes')

    def test_untranslated_lines(self):
        self.write({'b.c': 'f (_("Nothing\\nleft"));\n'})
        self.BASE = self.BASE | {'po/POTFILES.in': 'a.c\nb.c\n'}
        self.assert_one(self.check_po(self.EXPORT + self.CHANGES), 'not translated: Nothing')

    def test_fuzzy(self):
        self.assert_one(self.check_po('#, fuzzy\n' + self.EXPORT + self.CHANGES), 'fuzzy: Export')

    def test_wrong_format(self):
        faults = self.check_po(self.EXPORT + self.CHANGES.replace('"%d æ', '"%s æ'))
        self.assert_one(faults, 'format')

    def test_no_file(self):
        self.assert_one(self.faults('check-translations', self.BASE), 'there is no po/da.po')


class Git(LintTest):
    def test_names(self):
        names = ['src/core/lv-number.c', 'build/x.c', 'po/da.gmo', 'a/__pycache__/b', 'data/core/x',
                 'data/gschemas.compiled', 'po/ligevaegt.pot', 'build-asan/y', 'x.c~',
                 'tests/build.c']
        self.assertEqual([f.partition(':')[0] for f in load('check-git').list_faults(names)],
                         ['build/x.c', 'po/da.gmo', 'a/__pycache__/b', 'data/gschemas.compiled',
                          'po/ligevaegt.pot', 'build-asan/y', 'x.c~'])


class Icons(LintTest):
    SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 {}">'
           '<{}/></svg>')

    def test_icons(self):
        good = {'icons/a.svg': self.SVG.format(16, 'rect')}
        self.assertEqual(self.faults('check-icons', good), [])
        faults = self.faults('check-icons', {
            'icons/b.svg': self.SVG.format(20, 'rect'), 'icons/c.svg': '<svg>',
            'icons/d.svg': self.SVG.format(16, 'image href="http://example.org/x"')})
        self.assertEqual([f[:11] for f in faults],
                         ['icons/b.svg', 'icons/c.svg', 'icons/d.svg', 'icons/d.svg'])


class Commits(LintTest):
    def faults_of(self, message):
        return list(load('check-commits').check_message(message))

    def test_good(self):
        for subject in ('core: Read Danish numbers', 'data/aarhus-2025: Add the grant of 2027'):
            self.assertEqual(self.faults_of(f'{subject}\n\nBecause.\n'), [])

    def test_bad(self):
        self.assert_one(self.faults_of('Read Danish numbers\n\nBecause.\n'), 'area:')
        self.assert_one(self.faults_of('core: Read Danish numbers.\n\nBecause.\n'), 'full stop')
        self.assert_one(self.faults_of('core: Added numbers\n\nBecause.\n'), 'an order')
        self.assert_one(self.faults_of(f'core: R{"e" * 72}\n\nBecause.\n'), 'limit is 72')
        self.assert_one(self.faults_of('core: Read\nnumbers\nBecause.\n'), 'not empty')
        self.assert_one(self.faults_of('core: Read Danish numbers\n'), 'no body')


class Flatpak(LintTest):
    def faults_of(self, **changes):
        manifest = {'id': 'x', 'runtime': 'x', 'runtime-version': '48', 'sdk': 'x', 'command': 'x',
                    'finish-args': ['--share=ipc'], 'modules': [{'name': 'x', 'sources': []}]}
        return list(load('check-flatpak').check_manifest(manifest | changes))

    def faults_of_source(self, **source):
        return self.faults_of(modules=[{'name': 'm', 'sources': [source]}])

    def test_good(self):
        self.assertEqual(self.faults_of(), [])
        self.assertEqual(self.faults_of_source(type='git', url='u', tag='v1'), [])
        self.assertEqual(self.faults_of_source(type='archive', url='u', sha256='1' * 64), [])

    def test_bad(self):
        self.assert_one(self.faults_of(command=''), 'has no command')
        self.assert_one(self.faults_of(**{'runtime-version': 48.0}), 'not quoted')
        self.assert_one(self.faults_of(**{'finish-args': ['--filesystem=host']}), 'asks for')
        self.assert_one(self.faults_of_source(type='git', url='u'), 'without tag')
        self.assert_one(self.faults_of_source(type='archive', url='u', sha256=int('1' * 64)),
                        'quoted')


if __name__ == '__main__':
    unittest.main()
