#!/usr/bin/env python3
"""Each rule of the lint finds what it is there for, and lets pass what is right."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LINT = HERE / 'lint.py'


class Lint(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')

    def lint(self, *arguments):
        return subprocess.run([sys.executable, LINT, '--root', self.root, *arguments], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8')

    def finds(self, rule, sentence):
        result = self.lint(rule)
        self.assertIn(sentence, result.stdout)
        self.assertEqual(result.returncode, 1)

    def passes(self, rule):
        result = self.lint(rule)
        self.assertEqual(result.stdout, '')
        self.assertEqual(result.returncode, 0)


class Layers(Lint):
    def setUp(self):
        super().setUp()
        for header in ('app/core/text.h', 'app/model/row.h', 'app/store/store.h', 'app/hub/hub.h',
                       'app/desk/desk.h', 'tests/support/server.h', 'tests/store/rows.h'):
            self.write(header, '#pragma once\n')

    def includes(self, path, *names):
        self.write(path, ''.join(f'#include {name}\n' for name in names))

    def test_what_is_allowed(self):
        self.includes('app/store/rows.c', '"store.h"', '"row.h"', '"text.h"', '<sqlite3.h>')
        self.includes('app/store/data.c', '"diapason-data-resources.h"', '<gio/gio.h>')
        self.includes('ui/desk/card.c', '"desk.h"', '"row.h"', '<adwaita.h>')
        self.includes('app/main.c', '"desk.h"', '"hub.h"', '<adwaita.h>')
        self.includes('tests/store/test.c', '"store.h"', '"server.h"', '"rows.h"', '"hub.h"')
        self.passes('layers')

    def test_a_forbidden_folder(self):
        self.includes('app/model/row.c', '"store.h"')
        self.finds('layers', 'app/model/row.c:1: "store.h": model may not see store.')

    def test_the_window_does_not_see_the_store(self):
        self.includes('ui/desk/card.c', '"row.h"', '"store.h"')
        self.finds('layers', 'ui/desk/card.c:2: "store.h": ui may not see store.')

    def test_nobody_sees_the_hub(self):
        self.includes('app/desk/demo.c', '"hub.h"')
        self.finds('layers', 'desk may not see hub')

    def test_the_program_does_not_see_the_tests(self):
        self.includes('app/store/rows.c', '"server.h"')
        self.finds('layers', 'store may not see support')

    def test_a_test_keeps_to_its_layer(self):
        self.includes('tests/core/test.c', '"store.h"')
        self.finds('layers', 'core may not see store')

    def test_a_path_in_an_include(self):
        self.includes('app/store/rows.c', '"../core/text.h"')
        self.finds('layers', 'by their bare name')

    def test_a_header_that_is_not_ours(self):
        self.includes('app/store/rows.c', '"gio.h"')
        self.finds('layers', '"gio.h": there is no such header')

    def test_libraries(self):
        for path, name in (('app/model/a.c', 'sqlite3.h'), ('app/store/a.c', 'libsoup/soup.h'),
                           ('app/source/a.c', 'json-glib/json-glib.h'), ('app/desk/a.c', 'gtk/gtk.h'),
                           ('app/other.c', 'adwaita.h'), ('app/source/b.c', 'libsecret/secret.h'),
                           ('ui/a.c', 'sqlite3.h')):
            with self.subTest(name):
                self.includes(path, f'<{name}>')
                self.finds('layers', f'{path}:1: <{name}> belongs to')
                (self.root / path).unlink()

    def test_an_include_in_a_comment_is_none(self):
        self.write('app/model/row.c', '/*\n#include "store.h"\n*/\n')
        self.passes('layers')

    def test_who_opens_files(self):
        self.write('app/store/open.c', 'int a = sqlite3_open_v2 (b, c, d, NULL);\n')
        self.write('app/hub/database.c', 'int a = sqlite3_open (b, c);\n')
        self.passes('layers')
        self.write('app/store/rows.c', '\nint a = sqlite3_open_v2 (b, c, d, NULL);\n')
        self.finds('layers', 'app/store/rows.c:2: sqlite3_open_v2: only store/open.c opens files.')

    def test_a_folder_without_a_place(self):
        self.includes('app/misc/a.c', '"text.h"')
        self.finds('layers', 'no place among the layers')

    def test_header_names(self):
        self.passes('headers')
        self.write('ui/find/row.h', '#pragma once\n')
        self.finds('headers', 'app/model/row.h has the same name')

    def test_a_header_of_the_system(self):
        self.write('app/core/time.h', '#pragma once\n')
        self.finds('headers', 'the system has a time.h too')

    def test_no_pragma_once(self):
        self.write('app/core/other.h', '\n')
        self.finds('headers', 'app/core/other.h:1: there is no #pragma once.')

    def test_a_header_compiled_before_the_rest(self):
        self.write('app/core/pch/other.h', '\n')
        self.passes('headers')


class Manners(Lint):
    def test_what_is_allowed(self):
        self.write('ui/a.c', '/* goto GtkTreeView */ GtkTreeExpander *e; GtkTreeListModel *m;\n'
                             'GtkFileDialogue *x = say ("goto");\n'
                             'g_type (ADW_TYPE_ACTION_ROW);\nset (label, "title", text);\n')
        self.write('ui/compat/b.c', '#if GTK_CHECK_VERSION (4, 10, 0)\n')
        self.write('ui/c.ui', '<i><object class="AdwActionRow"><property name="use-markup">false'
                              '</property><binding name="title"><lookup/></binding></object></i>')
        for rule in ('manners', 'markup'):
            self.passes(rule)

    def test_manners(self):
        for text, found in (('goto out;', 'goto'), ('#if GTK_CHECK_VERSION (4, 10, 0)', 'ui/compat'),
                            ('GtkTreeView *view;', 'GtkTreeView is not used'),
                            ('gtk_list_store_new (1);', 'gtk_list_store_new is not used'),
                            ('x = GTK_TYPE_COMBO_BOX_TEXT;', 'GTK_TYPE_COMBO_BOX_TEXT is not used'),
                            ('gtk_dialog_run (d);', 'gtk_dialog_run'), ('AdwLeaflet *l;', 'AdwLeaflet'),
                            ('gtk_show_uri (w, uri, 0);', 'opens an address'),
                            ('g_signal_connect (l, "activate-link", f, NULL);', 'opens an address')):
            with self.subTest(text):
                self.write('ui/a.c', f'\n{text}\n')
                self.finds('manners', 'ui/a.c:2: ')
                self.finds('manners', found)

    def test_old_widgets_in_an_interface(self):
        self.write('ui/a.ui', '<interface>\n<object class="GtkInfoBar"/></interface>')
        self.finds('manners', 'ui/a.ui:2: GtkInfoBar is not used here.')

    def test_markup_in_code(self):
        for text in ('gtk_label_set_markup (l, t);', 'adw_action_row_set_subtitle (r, t);',
                     'adw_preferences_row_set_title (r, t);', 'adw_toast_new (t);',
                     'g_object_set (w, "use-markup", TRUE, NULL);',
                     'g_object_new (ADW_TYPE_ACTION_ROW, "selectable", TRUE, "title", t, NULL);'):
            with self.subTest(text):
                self.write('ui/a.c', text)
                self.finds('markup', 'ui/a.c:1: ')

    def test_the_helper_may(self):
        self.write('ui/widgets/plain-text.c', 'adw_action_row_set_subtitle (r, t);')
        self.passes('markup')

    def test_markup_in_an_interface(self):
        for text in ('<property name="use-markup">True</property>',
                     '<object class="AdwActionRow"><binding name="subtitle"><lookup/></binding></object>',
                     '<template class="DiapasonX" parent="AdwExpanderRow">'
                     '<property name="title" bind-source="a" bind-property="b"/></template>'):
            with self.subTest(text):
                self.write('ui/a.ui', f'<interface>{text}</interface>')
                self.finds('markup', 'ui/a.ui:1: ')

    def test_comments(self):
        self.write('app/core/a.h', '/* a.h: what it is. */\n\nDiapasonA *diapason_a_new (void);\n\n'
                                   '/* Says b. */\nint diapason_a_b (int c);\nint diapason_a_c (void);\n')
        self.passes('comments')

    def test_no_comment_on_a_function(self):
        self.write('app/core/a.h', '/* a.h: what it is. */\n\n/* Says b. */\nint b;\n\n'
                                   'const char *diapason_a_name (DiapasonA *a,\n  int b);\n\n'
                                   '/* Says c. */\nint diapason_a_c (void);\n')
        self.finds('comments', 'app/core/a.h:6: diapason_a_name has no comment.')

    def test_a_function_alone_is_what_its_file_is(self):
        self.write('app/core/a.h', '/* a.h: says a. */\n\nint diapason_a (void);\n')
        self.passes('comments')

    def test_no_comment_on_a_file(self):
        self.write('ui/a.c', '#include "a.h"\n')
        self.finds('comments', 'ui/a.c:1: the file does not begin with')

    @unittest.skipUnless(shutil.which('shellcheck'), 'there is no shellcheck')
    def test_scripts(self):
        self.write('a', '#!/bin/sh\necho "$1"\n')
        self.passes('scripts')
        self.write('a', '#!/bin/sh\necho $1\n')
        self.finds('scripts', 'a:2: ')


class Texts(Lint):
    def test_words(self):
        self.write('README.md', 'A home for work/life, by https://example.com/root/work/a.\n')
        self.passes('words')
        self.write('tests/a.sh', 'cd \\\n/wo' 'rk/main\n')
        self.finds('words', 'tests/a.sh:2: "/wo' 'rk/" does not belong here.')

    def translate(self, po):
        self.write('ui/a.c', 'a = _("Find"); b = ngettext ("%d row", "%d rows", n);\n')
        self.write('po/POTFILES.in', '# all\nui/a.c\n')
        self.write('po/LINGUAS', 'fr\n')
        self.write('po/fr.po', 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                               '"Language: fr\\nPlural-Forms: nplurals=2; plural=n > 1;\\n"\n\n' + po)

    WHOLE = ('msgid "Find"\nmsgstr "Chercher"\n\n#, c-format\nmsgid "%d row"\nmsgid_plural "%d rows"\n'
             'msgstr[0] "%d ligne"\nmsgstr[1] "%d lignes"\n')

    def test_a_whole_translation(self):
        self.translate(self.WHOLE)
        self.passes('translations')

    def test_translations_that_are_not_whole(self):
        for old, new in (('"Chercher"', '""'), ('msgid "Find"', '#, fuzzy\nmsgid "Find"'),
                         ('"%d ligne"', '"%s ligne"'), ('msgid "Find"', 'msgid "Seek"')):
            with self.subTest(new):
                self.translate(self.WHOLE.replace(old, new, 1))
                self.finds('translations', 'po/fr.po:1: ')

    def test_files_that_are_not_listed(self):
        self.write('ui/a.c', 'a = _("Find");\n')
        self.write('ui/b.ui', '<a translatable="yes">Find</a>')
        self.finds('translations', 'ui/a.c has texts to translate and is not listed')
        self.finds('translations', 'ui/b.ui has texts to translate and is not listed')

    def test_a_listed_file_that_is_gone(self):
        self.write('po/POTFILES.in', 'ui/gone.c\n')
        self.finds('translations', 'ui/gone.c is listed and is not there')

    def test_resources(self):
        self.write('resources/a.json', '{"a": [1]}')
        self.write('ui/a.ui', '<interface/>')
        self.passes('resources')
        self.write('resources/b.json', '{"a": 1, "a": 2}')
        self.finds('resources', 'resources/b.json:1: no JSON: "a" is there twice')
        self.write('resources/b.json', '{\n"a": }')
        self.finds('resources', 'resources/b.json:2: no JSON')
        self.write('ui/a.ui', '<interface>\n<a></interface>')
        self.finds('resources', 'ui/a.ui:2: no XML')

    @unittest.skipUnless(shutil.which('desktop-file-validate'), 'there is no desktop-file-validate')
    def test_a_desktop_file(self):
        whole = '[Desktop Entry]\nType=Application\nName=A\nExec=a\n'
        self.write('resources/a.desktop', whole)
        self.passes('desktop')
        self.write('resources/a.desktop', whole + 'Colour=blue\n')
        self.finds('desktop', 'resources/a.desktop:1: ')


class Form(Lint):
    def setUp(self):
        super().setUp()
        shutil.copy(HERE.parents[1] / '.clang-format', self.root)
        self.write('app/a.c', 'int\na (void)\n{\n  return 1;\n}\n')
        if self.lint('form').returncode == 77:
            self.skipTest('not the clang-format that decides')

    def test_in_form(self):
        self.passes('form')

    def test_out_of_form(self):
        self.write('app/a.c', 'int\na (void)\n{\n  return b(1);\n}\n')
        self.finds('form', 'app/a.c:4: not in form')

    def test_what_clang_format_cannot_say(self):
        self.write('ui/a.c', 'G_DEFINE_QUARK (a-b-quark, a_b)\n\nvoid\na (void)\n{ say (_("One"\n "two")); }\n')
        self.assertEqual(self.lint('--format').returncode, 0)
        self.assertEqual((self.root / 'ui/a.c').read_text(encoding='utf-8'),
                         'G_DEFINE_QUARK (a-b-quark, a_b)\n\nvoid\na (void)\n{\n'
                         '  say (_("One"\n         "two"));\n}\n')
        self.passes('form')


if __name__ == '__main__':
    unittest.main()
