"""What the code and the interface files do not use, and the comments they owe."""
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tree import Finding, Skip, line_of

OURS = ('app/', 'ui/')

# Widgets of the past, by their C and interface names.
OLD_WIDGETS = re.compile(
    r'\b(?:Gtk(?:Tree(?!Expander|List)|ListStore|CellRenderer|CellArea|CellLayout|CellView|IconView|ComboBox'
    r'|Dialog\b|InfoBar|Statusbar)|Adw(?:Leaflet|Flap)'
    r'|gtk_(?:tree_(?!expander|list)|list_store_|cell_|icon_view_|combo_box_|dialog_|info_bar_|statusbar_)'
    r'|adw_(?:leaflet|flap)_'
    r'|GTK_TYPE_(?:TREE_(?!EXPANDER|LIST)|LIST_STORE|CELL_|ICON_VIEW|COMBO_BOX|DIALOG|INFO_BAR|STATUSBAR)'
    r'|ADW_TYPE_(?:LEAFLET|FLAP))\w*')

# What reads its text as markup, or can be told to. Text from outside goes through one helper.
MARKUP_HELPER = 'ui/widgets/plain-text.'
MARKUP_CALLS = re.compile(
    r'\b(?:gtk_label_set_(?:use_)?markup\w*|gtk_widget_set_tooltip_markup|gtk_tooltip_set_markup'
    r'|gtk_inscription_set_markup|adw_preferences_row_set_(?:title|use_markup)\w*'
    r'|adw_(?:action|expander)_row_set_subtitle'
    r'|adw_preferences_group_set_(?:title|description)|adw_status_page_set_description'
    r'|adw_toast_(?:new|new_format|set_title))\b')
MARKUP_PROPERTIES = re.compile(
    r'"(?:use-markup|tooltip-markup)"|\b(?:ADW_TYPE_\w+_ROW|ADW_TYPE_TOAST)\b[^;]*?"(?:sub)?title"')
MARKUP_CLASSES = re.compile(r'Adw\w*Row$|AdwPreferencesGroup$|AdwStatusPage$')
MARKUP_TEXTS = {'title', 'subtitle', 'description'}


# What opens an address. Those of sources are shown and never opened: file:, smb: and javascript: are among them.
OPENERS = re.compile(
    r'\b(?:gtk_(?:show_uri|uri_launcher|file_launcher|link_button)\w*|GTK_TYPE_(?:URI_LAUNCHER|LINK_BUTTON)|GtkLinkButton'
    r'|g_app_info_launch\w*|g_desktop_app_info_launch\w*|adw_about_\w+|activate-link|xdg-open)')


# What asks the display where the pointer is, and waits for it.
SLOW_TOOLTIPS = re.compile(r'\bgtk_widget_set_tooltip_text\b')


def search(tree, pattern, sentence, paths, strings=False):
    for path in paths:
        text = tree.code(path, strings) if path.endswith(('.c', '.h')) else tree.read(path)
        for match in pattern.finditer(text):
            yield Finding(path, line_of(text, match.start()), sentence.format(match[0]))


def check_manners(tree):
    """No goto, no version switches outside ui/compat, no widgets of the past, nothing that opens an address or waits."""
    code = tree.select('.c', '.h', under=OURS)
    yield from search(tree, re.compile(r'\bgoto\b'), '{}: an autoptr or a function does it.', code)
    yield from search(tree, re.compile(r'\b\w+_CHECK_VERSION\b'), '{} belongs in ui/compat.',
                      [path for path in code if not path.startswith('ui/compat/')])
    yield from search(tree, OPENERS, '{} opens an address: none is opened here yet. Whoever begins takes https, http, '
                      'mailto, tel (digits) and sip alone.', code + tree.select('.ui', under=('ui/',)), strings=True)
    yield from search(tree, SLOW_TOOLTIPS, '{} waits for the display: diapason_tooltip_set does not.', code)
    yield from search(tree, OLD_WIDGETS, '{} is not used here.',
                      code + tree.select('.ui', '.blp', under=('ui/', 'resources/')))


def holds_outside_text(element):
    """Whether an object's title or such comes from a binding or expression, not from ourselves."""
    for child in element:
        if child.get('name') in MARKUP_TEXTS:
            if child.tag == 'binding' or (child.tag == 'property' and child.get('bind-source')):
                return True
    return False


def check_interface_markup(tree, path):
    text = tree.read(path)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return  # the lint of the resources says so
    for element in root.iter():
        name = element.get('name', '').replace('_', '-')
        if element.tag == 'property' and name in ('use-markup', 'tooltip-markup'):
            if name == 'tooltip-markup' or (element.text or '').strip().lower() in ('1', 'true', 'yes'):
                yield Finding(path, 1, f'<property name="{name}">: text is never markup.')
        kind = element.get('parent') if element.tag == 'template' else element.get('class')
        if element.tag in ('object', 'template') and MARKUP_CLASSES.search(kind or ''):
            plain = any(child.get('name') == 'use-markup' for child in element)
            if holds_outside_text(element) and not plain:
                yield Finding(path, 1, f'{kind} {element.get("id", "")} reads a bound text as markup: '
                                       'set use-markup to false, or the text by plain-text.h.')


def check_markup(tree):
    """Text from outside is never markup: one helper sets it where a widget would read it as such."""
    code = [path for path in tree.select('.c', '.h', under=OURS)
            if not path.startswith(MARKUP_HELPER)]
    yield from search(tree, MARKUP_CALLS, '{}: set it by plain-text.h.', code)
    yield from search(tree, MARKUP_PROPERTIES, 'text set as a property that is read as markup: '
                      'set it by plain-text.h.', code, strings=True)
    for path in tree.select('.ui', under=('ui/', 'resources/')):
        yield from check_interface_markup(tree, path)


# A life cycle explains itself, and so does the end of a call; anything else owes a word.
SELF_EXPLAINING = re.compile(r'_(?:new|init|clear|ref|unref|free|copy|finish|quark|get_type)$')
DECLARATION = re.compile(r'^(?!typedef|#|G_|static)[A-Za-z_][\w \t*]*?\b(diapason_\w+)[ \t]*\(', re.M)


def check_paragraph(path, first_line, paragraph):
    """A comment speaks for the declarations below it up to the next empty line."""
    for match in DECLARATION.finditer(paragraph):
        if '/*' not in paragraph[:match.start()] and not SELF_EXPLAINING.search(match[1]):
            yield Finding(path, first_line + paragraph.count('\n', 0, match.start()),
                          f'{match[1]} has no comment.')


def check_comments(tree):
    """Each file says what it is; each public function says what it does."""
    for path in tree.select('.c', '.h', under=OURS):
        text = tree.read(path)
        if not text.startswith(f'/* {Path(path).name}: '):
            yield Finding(path, 1, f'the file does not begin with "/* {Path(path).name}: what it is".')
        # Where a header has one function alone, what it says of the file it says of that.
        if path.endswith('.h') and path.startswith('app/') and len(DECLARATION.findall(text)) > 1:
            line = 1
            for paragraph in re.split(r'(\n[ \t]*\n)', text):
                yield from check_paragraph(path, line, paragraph)
                line += paragraph.count('\n')


def check_scripts(tree):
    """ShellCheck has nothing to say on our scripts."""
    scripts = [path for path in tree.files if re.match(r'#!.*\b(?:ba)?sh\b', tree.read(path)[:40])]
    if scripts and not shutil.which('shellcheck'):
        raise Skip('there is no shellcheck')
    for path in scripts:
        result = subprocess.run(['shellcheck', '--format=gcc', path], cwd=tree.root, check=False,
                                stdout=subprocess.PIPE, encoding='utf-8')
        for name, line, sentence in re.findall(r'^([^:]+):(\d+):\d+: (.*)$', result.stdout, re.M):
            yield Finding(name, int(line), sentence)
