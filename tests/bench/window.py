#!/usr/bin/env python3
"""The figures of the window: how it starts, what it keeps, whether it lets the machine sleep, and how it is in use.

window.py BUILD-FOLDER quick|whole CACHE…

Prints figures as lines of JSON, like the other programs of bench.py. Each CACHE is a folder that
was filled, the smallest first; copies are measured, so that those stay as they are. Run it under
tests/support/with-display. The start and the memory of a program are told by window-probe, which is
preloaded into it: it is the program itself that starts, by its own main().
"""
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = {'quick': 15, 'whole': 21}
MEMORY_ROUNDS = {'quick': 3, 'whole': 5}
IDLE_SECONDS = {'quick': 15, 'whole': 60}
# Frames, words, switches, calls, seconds.
USE = {'quick': ('500', '20', '60', '40', '15'), 'whole': ('2000', '100', '200', '150', '60')}
HUB_CUSTOMERS = {'quick': 30_000, 'whole': 100_000}  # fetching them lasts longer than what is done meanwhile

SETTLE_SECONDS = 4  # what a window does after its first frame is done by then

# What there is to be seen in a desk that is filled: what waits, who it is about and what they said, how it is felt.
FILLED = 'DiapasonWorklistRow DiapasonPersonCard DiapasonHistoryRow DiapasonKpiTile'

# How every window here is drawn. Without a bus of its own for accessibility: it would start one.
DRAWN = {'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11', 'GTK_A11Y': 'none'}


class Bench:
    def __init__(self, build, mode, folder):
        self.build, self.mode, self.folder = Path(build), mode, Path(folder)
        self.tools = self.build / 'tests' / 'bench'
        self.environment = {**os.environ, **DRAWN}
        self.sources = self.folder / 'sources'
        self.sources.mkdir()
        for preset in ('crm', 'contact-platform'):  # nobody is signed in: they wait
            (self.sources / f'{preset}.json').write_text(
                json.dumps({'preset': preset, 'base_url': f'http://127.0.0.1:9/{preset}'}))

    def copy(self, cache):
        copy = self.folder / cache.name
        copy.mkdir(mode=0o700)
        for file in cache.iterdir():
            if file.name != 'lock':
                shutil.copy(file, copy)
        subprocess.run([self.tools / 'window-fill', copy], check=True)
        return copy

    def empty(self):
        return [str(self.tools / 'window-empty')]

    def ours(self, profile):
        return [str(self.build / 'diapason'), f'--profile={profile}', f'--sources={self.sources}']

    def close_well(self):
        """The probe ends a window in the middle: the next would look its cache through beside its start."""
        for cache in self.folder.glob('*/cache.db'):
            with contextlib.closing(sqlite3.connect(cache)) as database:
                database.execute('PRAGMA wal_checkpoint (TRUNCATE)')
        for mark in self.folder.glob('*/cache.db-unchecked'):
            mark.unlink()

    def probe(self, command, seconds):
        """What the probe tells of a program: numbers by their first word; and when it was started."""
        self.close_well()
        read, write = os.pipe()
        environment = {**self.environment, 'DIAPASON_PROBE': str(write), 'DIAPASON_PROBE_SECONDS': str(seconds),
                       'DIAPASON_PROBE_FILLED': '' if command == self.empty() else FILLED,
                       'LD_PRELOAD': str(self.tools / 'window-probe.so')}
        began = time.clock_gettime(time.CLOCK_MONOTONIC) * 1e3
        program = subprocess.Popen(command, env=environment, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as lines:
            told = {word: list(map(float, numbers)) for word, *numbers in map(str.split, lines)}
        if program.wait() != 0 or 'filled' not in told:
            sys.exit(f'{command[0]} never was filled.')
        return told, began

    def start(self, command):
        """Milliseconds to the first frame and to that which is filled: by the clock, and of the processor."""
        told, began = self.probe(command, 0)
        return [told['frame'][0] - began, told['frame'][1], told['filled'][0] - began, told['filled'][1]]

    def memory(self, command):
        """MB of a window that has stood for a while: all of it, and what it alone wrote."""
        told, _began = self.probe(command, 2)
        return [kilobytes / 1024 for kilobytes in told['memory']]


def report(figure, unit, size, value, floor, bound, what, floor_what, bound_of='ratio'):
    ratio = value / floor if floor else None
    print(json.dumps({
        'figure': figure, 'unit': unit, 'size': size, 'value': round(value, 3), 'floor': round(floor, 3),
        'ratio': ratio and round(ratio, 3), 'bound': bound, 'bound_of': bound_of, 'sense': 'at most', 'what': what,
        'floor_what': floor_what, 'ok': (ratio if bound_of == 'ratio' else value) <= bound}), flush=True)


def in_turn(rounds, measure, commands):
    """Numbers of each command, measured in turn: for each number, its medians over the rounds but the first."""
    told = [[measure(command) for command in commands] for _ in range(rounds + 1)][1:]
    return [[statistics.median(numbers[which] for numbers in column) for column in zip(*told)]
            for which in range(len(told[0][0]))]


def measure_start(bench, profiles, size):
    commands = [bench.empty()] + [bench.ours(profile) for profile in profiles]
    floor_what = 'an empty window of libadwaita, started in turn'
    wall, processor, filled, filled_processor = in_turn(ROUNDS[bench.mode], bench.start, commands)
    report('start.shell', 'ms', size, wall[-1], wall[0], 1.3,
           'from the start of the program to the first frame of its window', floor_what)
    report('start.shell.processor', 'ms', size, processor[-1], processor[0], 1.3,
           'processor time of all threads until then', floor_what)
    report('start.desk', 'ms', size, filled[-1], wall[0], 2.0,
           'from the start of the program to the frame that shows what waits, a person, what they said and figures',
           floor_what)
    report('start.desk.processor', 'ms', size, filled_processor[-1], processor[0], 2.0,
           'processor time of all threads until then', floor_what)
    if len(profiles) > 1:
        smaller = f'on the cache of {profiles[-2].name} customers'
        report('start.size', 'ms', size, processor[-1], processor[-2], 1.1,
               'processor time to the first frame on the larger cache', smaller)
        report('start.size.desk', 'ms', size, filled_processor[-1], filled_processor[-2], 1.1,
               'processor time to the frame that shows all, on the larger cache', smaller)
    measure_memory(bench, commands, size, floor_what)


def measure_memory(bench, commands, size, floor_what):
    whole, private = in_turn(MEMORY_ROUNDS[bench.mode], bench.memory, [commands[0], commands[-1]])
    report('memory.window', 'MB', size, whole[1], whole[0], 1.5, 'memory two seconds after all was shown', floor_what)
    report('memory.private', 'MB', size, private[1], private[0], 64,
           'what of it the program has written and shares with nobody', floor_what, bound_of='value')


def count_wakings(process):
    """How often each thread of a process has let go of its processor by itself."""
    counts = {}
    for status in Path(f'/proc/{process.pid}/task').glob('*/status'):
        with contextlib.suppress(OSError):
            lines = dict(line.split(':', 1) for line in status.read_text().splitlines())
            counts[status] = int(lines['voluntary_ctxt_switches'])
    return counts


def measure_idle(bench, profile, size):
    bench.close_well()
    started = [subprocess.Popen(command, env=bench.environment)
               for command in (bench.empty(), bench.ours(profile))]
    time.sleep(SETTLE_SECONDS)
    before = [count_wakings(process) for process in started]
    time.sleep(IDLE_SECONDS[bench.mode])
    floor, ours = (sum(count - then.get(status, 0) for status, count in count_wakings(process).items())
                   for process, then in zip(started, before))
    for process in started:
        process.terminate()
        process.wait()
    report('idle.wakings', 'wakings', size, max(ours - floor, 0), 0, 0,
           f'in {IDLE_SECONDS[bench.mode]} s of all threads of a window whose sources wait, above those of an empty one',
           None, bound_of='value')


def measure_use(bench, profile):
    """While a hub of its own is fetched into the cache. It gives way: elsewhere it would have a processor of its own."""
    hub = subprocess.Popen(['nice', '-n', '19', bench.build / 'diapason', 'hub', '--while-stdin', '--port', '0',
                            '--database', bench.folder / 'hub.db', '--customers', str(HUB_CUSTOMERS[bench.mode])],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding='utf-8')
    address = hub.stdout.readline().strip().removeprefix('listening on ')
    done = subprocess.run([bench.tools / 'window-day', profile, address, *USE[bench.mode]], env=bench.environment,
                          stdout=subprocess.PIPE, encoding='utf-8', check=False)
    hub.stdin.close()
    hub.wait()
    print(done.stdout, end='', flush=True)
    if done.returncode != 0:
        sys.exit(f'window-day failed ({done.returncode}).')


def main():
    build, mode, *caches = sys.argv[1:]
    size = int(Path(caches[-1]).name)
    # Beside the caches: the folder for temporary files may be too small, or in memory.
    with tempfile.TemporaryDirectory(dir=Path(caches[-1]).parent, prefix='window-') as folder:
        bench = Bench(Path(build).resolve(), mode, folder)
        profiles = [bench.copy(Path(cache)) for cache in caches[-2:]]
        measure_start(bench, profiles, size)
        measure_idle(bench, profiles[-1], size)
        measure_use(bench, profiles[-1])


if __name__ == '__main__':
    main()
