"""The tree of the project as the lints see it: its files, their text, and C without its comments."""
import os
import re
from pathlib import Path
from typing import NamedTuple

C_TOKENS = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


class Finding(NamedTuple):
    path: str
    line: int
    sentence: str


class Skip(Exception):
    """Raised by a rule that cannot be checked on this machine; says why."""


def blank(text):
    """Spaces in place of everything but the line ends, so that lines and columns stay."""
    return re.sub(r'[^\n]', ' ', text)


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.files = sorted(self._walk())

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            top = Path(folder) == self.root
            folders[:] = [name for name in folders
                          if name not in ('.git', '__pycache__', 'subprojects')
                          and not (top and name.startswith('build'))]
            for name in names:
                path = Path(folder, name)
                if name != '.git' and path.is_file() and not path.is_symlink():
                    yield path.relative_to(self.root).as_posix()

    def select(self, *suffixes, under=('',)):
        return [path for path in self.files
                if path.endswith(suffixes) and any(path.startswith(folder) for folder in under)]

    def read(self, path):
        return (self.root / path).read_text(encoding='utf-8', errors='replace')

    def code(self, path, strings=False):
        """The C text of a file with its comments blanked, and what its strings say unless wanted."""
        def replace(match):
            if match['comment']:
                return blank(match[0])
            return match[0] if strings else '"' + blank(match[0][1:-1]) + '"'
        return C_TOKENS.sub(replace, self.read(path))

    def includes(self, path):
        """(line, '<' or '"', name) of each include."""
        text = self.code(path, strings=True)
        for match in INCLUDE.finditer(text):
            yield line_of(text, match.start()), match[1], match[2]
