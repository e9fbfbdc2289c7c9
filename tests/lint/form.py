"""The form of the C code: clang-format, and what it cannot be told."""
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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


def need_clang_format():
    if not shutil.which('clang-format'):
        raise Skip('there is no clang-format')
    said = subprocess.run(['clang-format', '--version'], check=True, stdout=subprocess.PIPE,
                          encoding='utf-8').stdout
    version = int(re.search(r'version (\d+)', said)[1])
    if version != VERSION:
        raise Skip(f'clang-format is {version}, and its form differs from that of {VERSION}')


def files_in_form(tree, paths):
    """The text of each file as it should be. All are put into form in a folder of their own, by few processes: a
    clang-format takes far longer to start than to read a file."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(tree.root / '.clang-format', folder)
        copies = [Path(folder) / path for path in paths]
        for path, copy in zip(paths, copies):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(tree.read(path), encoding='utf-8')
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda some: some and subprocess.run(['clang-format', '-i', *some], check=True),
                          (copies[::2], copies[1::2])))
        return [mend(copy.read_text(encoding='utf-8')) for copy in copies]


def files_out_of_form(tree):
    """(path, text as it should be) of each file that is not in form."""
    need_clang_format()
    paths = tree.select('.c', '.h', under=('app/', 'ui/', 'tests/'))
    for path, text in zip(paths, files_in_form(tree, paths)):
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
