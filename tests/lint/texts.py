"""Words that do not belong here, translations, and resources that must be readable."""
import json
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tree import Finding, Skip, line_of

# Paths of a machine this was written on, and hosts that only one workplace knows.
# In pieces, lest this file find itself.
FORBIDDEN = re.compile(r'(?<![\w.])/(?:wo' r'rk|ro' r'ot)/'
                       r'|\bregistry\.[a-z]+\.[a-z]+|\bpy' r'pi\.org|\bpkg' r'\.dev\b|\bproxy\.go' r'lang')
BINARY = ('.png', '.gz', '.mo', '.db', '.ico', '.woff2', '.ttf')


def check_words(tree):
    """No path of somebody's machine, no host of somebody's network."""
    for path in tree.files:
        if not path.endswith(BINARY):
            text = tree.read(path)
            for match in FORBIDDEN.finditer(text):
                yield Finding(path, line_of(text, match.start()), f'"{match[0]}" does not belong here.')


# --- Translations --------------------------------------------------------------------------------

TRANSLATES_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g?d?n?gettext|g_d[np]?gettext2?)[ ]?\(\s*"')
TRANSLATES_UI = re.compile(r'translatable="(?:yes|true|1)"')
TRANSLATES_KEYS = re.compile(r'^(?:Name|Comment|Keywords|GenericName)=', re.M)
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_', 'ngettext:1,2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3']


def translated_files(tree):
    for path in tree.select('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in',
                            under=('app/', 'ui/', 'resources/')):
        if path.endswith(('.c', '.h')):
            found = TRANSLATES_C.search(tree.code(path, strings=True))
        elif path.endswith('.ui'):
            found = TRANSLATES_UI.search(tree.read(path))
        else:
            found = True
        if found:
            yield path


def listed(tree, path):
    """The entries of a list in po/, without its comments."""
    if path not in tree.files:
        return []
    return [word for line in tree.read(path).splitlines()
            for word in line.split('#', 1)[0].split()]


def run(tree, *command):
    return subprocess.run(command, cwd=tree.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', env={'LC_ALL': 'C.UTF-8', 'PATH': '/usr/bin:/bin'},
                          check=False)


def first_lines(output, count=3):
    return ' / '.join(output.strip().splitlines()[:count])


def check_po(tree, path, template):
    """A translation has every text of the template, none fuzzy, with its formats in order."""
    result = run(tree, 'msgfmt', '--check', '--statistics', '--output-file=/dev/null', path)
    if result.returncode or re.search(r'fuzzy|untranslated', result.stdout):
        yield Finding(path, 1, first_lines(result.stdout))
    if template:
        result = run(tree, 'msgcmp', path, template)
        if result.returncode:
            yield Finding(path, 1, first_lines(result.stdout))


def check_translations(tree):
    """POTFILES.in lists what has texts, and every language has them all."""
    wanted, have = set(translated_files(tree)), listed(tree, 'po/POTFILES.in')
    for path in sorted(wanted - set(have)):
        yield Finding('po/POTFILES.in', 1, f'{path} has texts to translate and is not listed.')
    for path in have:
        if path not in tree.files:
            yield Finding('po/POTFILES.in', 1, f'{path} is listed and is not there.')
    languages, translations = listed(tree, 'po/LINGUAS'), tree.select('.po', under=('po/',))
    if sorted(languages) != sorted(Path(path).stem for path in translations):
        yield Finding('po/LINGUAS', 1, 'it does not name the .po files that are there.')
    if not translations:
        return
    if not shutil.which('xgettext'):
        raise Skip('there is no gettext')
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/all.pot'
        sources = [path for path in have if path in tree.files]
        result = run(tree, 'xgettext', '--from-code=UTF-8', f'--output={template}',
                     *(f'--keyword={keyword}' for keyword in KEYWORDS), *sources)
        if result.returncode:
            yield Finding('po/POTFILES.in', 1, first_lines(result.stdout))
        for path in translations:
            yield from check_po(tree, path, template if Path(template).exists() else None)


# --- Resources -----------------------------------------------------------------------------------

def no_duplicates(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f'"{key}" is there twice')
    return dict(pairs)


def check_resources(tree):
    """JSON parses, XML is well formed."""
    for path in tree.select('.json', under=('resources/',)):
        try:
            json.loads(tree.read(path), object_pairs_hook=no_duplicates)
        except ValueError as error:
            yield Finding(path, getattr(error, 'lineno', 1), f'no JSON: {error}')
    for path in tree.select('.xml', '.ui', '.xml.in', '.svg', under=('resources/', 'ui/')):
        try:
            ElementTree.fromstring(tree.read(path).encode())
        except ElementTree.ParseError as error:
            yield Finding(path, error.position[0], f'no XML: {error}')


def check_desktop(tree):
    """The desktop file and the metainfo please their validators."""
    validators = [('.desktop', ['desktop-file-validate']),
                  ('.metainfo.xml', ['appstreamcli', 'validate', '--no-net'])]
    for suffix, command in validators:
        paths = tree.select(suffix, suffix + '.in', under=('resources/',))
        if paths and not shutil.which(command[0]):
            raise Skip(f'there is no {command[0]}')
        for path in paths:
            with tempfile.TemporaryDirectory() as folder:
                # The validators want to see the name a file is installed by.
                copy = Path(folder, Path(path).name.removesuffix('.in'))
                copy.write_text(tree.read(path), encoding='utf-8')
                result = run(tree, *command, str(copy))
            if result.returncode or (suffix == '.desktop' and result.stdout.strip()):
                yield Finding(path, 1, first_lines(result.stdout, 8))
