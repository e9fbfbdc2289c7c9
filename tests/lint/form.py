"""The form of the C code: clang-format, and what it cannot be told."""
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from tree import Finding, Skip

VERSION = 14  # Debian 12's; others differ in details
TRANSLATED = re.compile(r'\b(_|N_|C_|NC_|Q_) \((?=")')
QUARK = re.compile(r'(?<=G_DEFINE_QUARK \()[^,)]+')


def mend_lines(lines):
    """_ ("text") to _("text"), with the strings that go on below it still under its own."""
    below = None
    for line in lines:
        indent = len(line) - len(line.lstrip(' '))
        if below is not None and indent == below and line[indent:].startswith('"'):
            line = line[1:]
        else:
            below = None
            for match in TRANSLATED.finditer(line):
                below = match.end()
            line = TRANSLATED.sub(r'\1(', line)
        yield line


def mend(text):
    text = QUARK.sub(lambda match: match[0].replace(' - ', '-'), text)
    return '\n'.join(mend_lines(text.split('\n')))


def formatted(tree, path):
    result = subprocess.run(['clang-format', f'--assume-filename={path}'], cwd=tree.root, check=True,
                            input=tree.read(path), stdout=subprocess.PIPE, encoding='utf-8')
    return mend(result.stdout)


def need_clang_format():
    if not shutil.which('clang-format'):
        raise Skip('there is no clang-format')
    said = subprocess.run(['clang-format', '--version'], check=True, stdout=subprocess.PIPE,
                          encoding='utf-8').stdout
    version = int(re.search(r'version (\d+)', said)[1])
    if version != VERSION:
        raise Skip(f'clang-format is {version}, and its form differs from that of {VERSION}')


def files_out_of_form(tree):
    """(path, text as it should be) of each file that is not in form."""
    need_clang_format()
    paths = tree.select('.c', '.h', under=('app/', 'ui/', 'tests/'))
    with ThreadPoolExecutor(2) as pool:
        for path, text in zip(paths, pool.map(lambda path: formatted(tree, path), paths)):
            if text != tree.read(path):
                yield path, text


def check_form(tree):
    """The C code is in the form of .clang-format."""
    for path, text in files_out_of_form(tree):
        pairs = zip(tree.read(path).split('\n'), text.split('\n'))
        line = next((number for number, (is_, should) in enumerate(pairs, 1) if is_ != should), 1)
        yield Finding(path, line, 'not in form: run ./dev format.')


def apply_form(tree):
    for path, text in files_out_of_form(tree):
        (tree.root / path).write_text(text, encoding='utf-8')
        print(path)
