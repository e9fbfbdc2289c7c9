#!/usr/bin/env python3
"""Instructions of what has to be fast, as a ratio to those of its floor in the same run (callgrind).

test-instructions.py FOLDER-OF-PROGRAMS

Both sides call the same libraries, so that the ratios hardly depend on their versions, and not at all
on the machine's mood. The bounds leave a tenth or so to what is measured: whoever makes a path dearer
is told here.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

CUSTOMERS = 1000


class HotPath(NamedTuple):
    figure: str
    program: str
    ours: str   # the function that does it, with all that it calls
    floor: str  # the one that is its floor
    bound: float


PATHS = [
    HotPath('lookup.person', 'look-up', 'call_ours', 'call_raw', 1.6),
    HotPath('lookup.page', 'look-up', 'call_ours', 'call_raw', 1.35),
    HotPath('search.three', 'search', 'call_find', 'call_raw', 8.0),
    HotPath('ingest.rows', 'ingest', 'write_in_writer', 'raw_slice', 1.3),
    HotPath('ingest.scan', 'ingest', 'diapason_page_scan', 'raw_scan', 3.75),
]


def run(*command):
    environment = dict(os.environ, DIAPASON_BENCH_BRIEF='1')
    return subprocess.run([str(part) for part in command], env=environment, check=True, encoding='utf-8',
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout


def count(folder, scratch, program, figure):
    """The inclusive instructions of each function of a run that measures this figure."""
    out = scratch / 'callgrind.out'
    arguments = [figure] if program == 'ingest' else [scratch / 'cache', figure]
    run('valgrind', '--tool=callgrind', f'--callgrind-out-file={out}', folder / f'bench-{program}', *arguments)
    text = run('callgrind_annotate', '--inclusive=yes', '--threshold=100', '--auto=no', out)
    found = {}
    for cost, function in re.findall(r'^\s*([\d,]+)[^\n:]*:(\w+) \[', text, re.M):
        found[function] = max(found.get(function, 0), int(cost.replace(',', '')))
    return found


def check(number, path, found):
    ours, floor = found[path.ours], found[path.floor]
    well = ours <= path.bound * floor
    print(f'# {path.figure}: {ours:,} instructions, floor {floor:,}: {ours / floor:.2f} × '
          f'(at most {path.bound} ×)')
    print(f'{"ok" if well else "not ok"} {number} {path.figure}', flush=True)


def check_search(number, folder, scratch):
    """What is found is what looking at every row finds."""
    answer = json.loads(run(folder / 'bench-search', scratch / 'cache', 'search.right'))
    print(f'{"ok" if answer["ok"] else "not ok"} {number} search.right', flush=True)


def main():
    folder = Path(sys.argv[1])
    print(f'1..{len(PATHS) + 1}')
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        run(folder / 'bench-fill', scratch / 'cache', CUSTOMERS)
        check_search(1, folder, scratch)
        counted = {}
        for number, path in enumerate(PATHS, 2):
            if not shutil.which('valgrind'):
                print(f'ok {number} {path.figure} # SKIP there is no valgrind')
                continue
            run_of = 'ingest.rows' if path.program == 'ingest' else path.figure
            if run_of not in counted:
                counted[run_of] = count(folder, scratch, path.program, run_of)
            check(number, path, counted[run_of])


if __name__ == '__main__':
    main()
