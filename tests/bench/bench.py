#!/usr/bin/env python3
"""Measures, and says each figure beside its floor.

bench.py BUILD-FOLDER [--quick|--large] [--check] [FIGURE…]

Each program of PROGRAMS prints figures as lines of JSON. They are measured one after the other, on
caches of several sizes that are filled through the program's own writer and kept for the next time.
A FIGURE ("lookup", "lookup.person") limits the table to those that begin with it. --check fails
when a figure is out of its bound.
"""
import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent


class Program(NamedTuple):
    name: str
    figures: str              # what its figures begin with, separated by blanks
    every_size: bool = False  # measured on each size, for what grows
    cache: bool = True        # is given a cache
    shown: bool = False       # a script that needs a display, and measures on all of them by itself


PROGRAMS = [
    Program('look-up', 'lookup hop', every_size=True),
    Program('search', 'search', every_size=True),
    Program('ingest', 'ingest', cache=False),
    Program('exchange', 'exchange', cache=False),
    Program('window', 'start memory idle scroll loop typed switch contact', every_size=True, shown=True),
]

SIZES = {'quick': [10_000, 100_000], 'whole': [10_000, 100_000, 1_000_000],
         'large': [10_000, 100_000, 1_000_000, 1_667_000]}  # the last has 5 000 000 contacts

# Growth is that of SQLite's steps, which are the same on any day, and of median processor time beside that
# of the bare statements: a p99 of times tells the machine's mood.
GROWTH_BOUND = 1.3


def caches():
    base = os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache'
    return Path(base) / 'diapason' / 'bench'


def run(command, environment=None):
    """The figures that a program prints."""
    begin = time.monotonic()
    print(f'… {" ".join(Path(part).name for part in map(str, command[:3]))}', file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding='utf-8', check=False, env=environment)
    if done.returncode != 0:
        sys.exit(f'bench: {Path(command[0]).name} failed ({done.returncode}).')
    print(f'  {time.monotonic() - begin:.0f} s', file=sys.stderr, flush=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{')]


def is_wanted(figure, wanted):
    return not wanted or any(figure == name or figure.startswith(name + '.') for name in wanted)


def may_have(program, wanted):
    """Whether a program has one of the figures that are wanted, or what their growth is made of."""
    names = [name.removeprefix('growth').lstrip('.') for name in wanted]
    return not wanted or any(not name or name.split('.')[0] in program.figures.split() for name in names)


def growth_of(figures):
    """How much more each look-up takes in the largest cache than in the smallest."""
    series = {}
    for figure in figures:
        series.setdefault(figure['figure'], []).append(figure)
    for name, points in series.items():
        points.sort(key=lambda point: point['size'])
        first, last = points[0], points[-1]
        if first['size'] == last['size']:
            continue
        small = spell(first['size'])
        if last.get('steps'):
            yield growth(f'growth.{name}', last, 'steps', last['steps'], first['steps'],
                         'steps of SQLite for it, p99', f'those in the cache of {small} customers')
        if last.get('floor_median'):
            yield growth(f'growth.{name}', last, '×', last['median'] / first['median'],
                         last['floor_median'] / first['floor_median'],
                         f'its median time over that with {small} customers',
                         'how much more the bare statements take, whose pages fit no cache of the '
                         'processor or of SQLite any more')


def growth(figure, last, unit, value, floor, what, floor_what):
    return {'figure': figure, 'unit': unit, 'size': last['size'], 'value': value, 'floor': floor,
            'ratio': value / floor, 'bound': GROWTH_BOUND, 'bound_of': 'ratio', 'sense': 'at most',
            'what': what, 'floor_what': floor_what, 'ok': value / floor <= GROWTH_BOUND}


def spell(number):
    return f'{number:,}'.replace(',', ' ')


def short(number):
    if number is None:
        return ''
    if abs(number) >= 1000:
        return spell(round(number))
    return f'{number:.3g}'


def bound_of(figure):
    if figure.get('bound') is None:
        return ''
    sign = '≤' if figure['sense'] == 'at most' else '≥'
    unit = f' {figure["unit"]}' if figure['bound_of'] == 'value' else ' ×'
    return f'{sign} {short(figure["bound"])}{unit}'


def table(figures):
    rows = [('figure', 'customers', 'measured', 'floor', 'ratio', 'bound', '', 'what beside what')]
    for figure in figures:
        sentence = figure['what']
        if figure.get('floor_what'):
            sentence += f'; floor: {figure["floor_what"]}'
        rows.append((figure['figure'], spell(figure['size']) if figure['size'] else '',
                     f'{short(figure["value"])} {figure["unit"]}', short(figure.get('floor')),
                     short(figure.get('ratio')), bound_of(figure),
                     ('ok' if figure['ok'] else 'OUT') if figure.get('bound') is not None else '', sentence))
    widths = [max(len(row[i]) for row in rows) for i in range(7)]
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [row[i].rjust(widths[i]) for i in range(1, 7)]
        yield '  '.join(cells + [row[7]])


def measure(programs, folder, mode, wanted):
    sizes = SIZES[mode]
    figures = []
    needs_cache = [program for program in programs if program.cache]
    for size in sizes if needs_cache else []:
        if size == sizes[-1] or any(program.every_size for program in needs_cache):
            figures += run([folder / 'bench-fill', caches() / str(size), str(size)])
    for program in programs:
        binary = folder / f'bench-{program.name}'
        if program.shown:
            figures += run([HERE.parent / 'support' / 'with-display', sys.executable, HERE / f'{program.name}.py',
                            folder.parent.parent, 'quick' if mode == 'quick' else 'whole',
                            *(caches() / str(size) for size in sizes)])
            continue
        if not program.cache:
            figures += run([binary])
            continue
        for size in sizes if program.every_size else sizes[-1:]:
            figures += run([binary, caches() / str(size)])
    figures += growth_of(figures)
    return [figure for figure in figures if is_wanted(figure['figure'], wanted)]


def main():
    parser = argparse.ArgumentParser(prog='./dev bench')
    parser.add_argument('build')
    size = parser.add_mutually_exclusive_group()
    size.add_argument('--quick', dest='size', action='store_const', const='quick', default='whole')
    size.add_argument('--large', dest='size', action='store_const', const='large')
    parser.add_argument('--check', action='store_true')
    parser.add_argument('figures', nargs='*', metavar='FIGURE')
    options = parser.parse_args()

    programs = [program for program in PROGRAMS if may_have(program, options.figures)]
    if not programs:
        sys.exit('bench: no program has such a figure.')
    caches().mkdir(parents=True, exist_ok=True)
    build = Path(options.build)
    figures = measure(programs, build / 'tests' / 'bench', options.size, options.figures)
    (build / 'bench.json').write_text(json.dumps(figures, indent=1, ensure_ascii=False) + '\n')
    print('\n'.join(table(figures)))
    out = [figure['figure'] for figure in figures if not figure['ok']]
    if out:
        print(f'Out of bounds: {", ".join(out)}.')
    sys.exit(1 if out and options.check else 0)


if __name__ == '__main__':
    main()
