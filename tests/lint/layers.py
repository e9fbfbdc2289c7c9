"""Who may see whom: the folders' own headers, and the libraries behind them."""
import re
from pathlib import Path

from tree import Finding, line_of

# Each folder of app/, and what it may include besides itself. Compare app/DESIGN.md.
LAYERS = {
    'core': set(),
    'model': {'core'},
    'insight': {'core', 'model'},
    'store': {'core', 'model'},
    'lists': {'core', 'model'},
    'policy': {'core', 'model'},
    'net': {'core'},
    'source': {'core', 'model', 'net', 'store'},
    'derive': {'core', 'model', 'insight', 'store', 'policy'},
    'telephony': {'core'},
    'desk': {'core', 'model', 'insight', 'store', 'lists', 'source', 'derive', 'policy',
             'telephony'},
    'program': {'core', 'model', 'policy', 'store', 'lists', 'net', 'source', 'derive', 'desk'},
    'hub': set(),
    'ui': {'core', 'model', 'insight', 'lists', 'desk'},
}

# A library's headers, and the only places that may include them.
LIBRARIES = [
    (r'sqlite3', {'app/store', 'app/hub', 'tests/bench',
                  'tests/store', 'tests/derive', 'tests/hub', 'tests/support', 'tests/e2e', 'tests/fuzz', 'tests/soak'}),
    (r'libsoup/', {'app/net', 'app/hub', 'tests/net', 'tests/hub', 'tests/support', 'tests/e2e'}),
    (r'json-glib/', {'app/core', 'app/hub', 'tests/core', 'tests/hub', 'tests/support'}),
    (r'libsecret/', {'app/net', 'tests/net'}),
    (r'gtk/|gdk/|gsk/|graphene|adwaita|pango/|cairo', {'ui', 'app/main.c', 'tests/ui', 'tests/a11y',
                                                        'tests/e2e', 'tests/bench'}),
]

GENERATED = re.compile(r'diapason-[\w-]+-resources\.h$|config\.h$')
OPENS_DATABASE = re.compile(r'\bsqlite3_open\w*')


def layer_of(path):
    """The layer a file belongs to: core … hub, ui, or None for what sees everything."""
    parts = path.split('/')
    if parts[0] == 'ui':
        return 'ui'
    return parts[1] if parts[0] in ('app', 'tests') and len(parts) > 2 else None


def is_in(path, places):
    return any(path == place or path.startswith(place + '/') for place in places)


def may_include(path, header):
    """Whether the file at path may include our header at path header."""
    mine, other = layer_of(path), layer_of(header)
    is_test = path.startswith('tests/')
    if header.startswith('tests/'):
        return is_test and other in (mine, 'support', 'hub')
    if mine not in LAYERS:
        return True  # main.c builds the graph; e2e, support and bench see what they need
    return other == mine or other in LAYERS[mine] or (is_test and other == 'hub')


def check_own(tree, path, line, name, headers):
    if '/' in name:
        yield Finding(path, line, f'"{name}": our headers are included by their bare name.')
    elif name not in headers:
        if not GENERATED.search(name):
            yield Finding(path, line, f'"{name}": there is no such header of ours.')
    elif not may_include(path, headers[name]):
        yield Finding(path, line, f'"{name}": {layer_of(path)} may not see {layer_of(headers[name])}.')


def check_layers(tree):
    """Each folder includes only what it may see."""
    headers = {Path(path).name: path for path in tree.select('.h')}
    for path in tree.select('.c', '.h', under=('app/', 'ui/', 'tests/')):
        if path.startswith('app/') and layer_of(path) not in (None, *LAYERS):
            yield Finding(path, 1, 'this folder has no place among the layers (tests/lint/layers.py).')
            continue
        for line, kind, name in tree.includes(path):
            if kind == '"':
                yield from check_own(tree, path, line, name, headers)
            elif name in headers:
                yield Finding(path, line, f'<{name}> is our own header: use "{name}".')
            for library, places in LIBRARIES:
                if re.match(library, name) and not is_in(path, places):
                    yield Finding(path, line, f'<{name}> belongs to {", ".join(sorted(places))}.')
        if path.startswith('app/') and not is_in(path, {'app/store/open.c', 'app/hub'}):
            code = tree.code(path)
            for match in OPENS_DATABASE.finditer(code):
                yield Finding(path, line_of(code, match.start()),
                              f'{match[0]}: only store/open.c opens files.')


def system_headers():
    for folder in ('/usr/include', *Path('/usr/include').glob('*-linux-gnu*'),
                   *Path('/usr/lib/gcc').glob('*/*/include')):
        yield from (header.name for header in Path(folder).glob('*.h'))


def check_headers(tree):
    """Headers are found by their bare name: it must be one of a kind."""
    system, seen = set(system_headers()), {}
    for path in tree.select('.h', under=('app/', 'ui/', 'tests/')):
        name = Path(path).name
        if name in system:
            yield Finding(path, 1, f'the system has a {name} too: <{name}> would find this one.')
        if name in seen:
            yield Finding(path, 1, f'{seen[name]} has the same name.')
        seen.setdefault(name, path)
        # What is compiled before the rest (pch) is no header to its compiler, and gcc says so of a #pragma.
        if Path(path).parent.name != 'pch' and '#pragma once' not in tree.read(path):
            yield Finding(path, 1, 'there is no #pragma once.')
