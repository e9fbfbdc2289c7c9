#!/usr/bin/env python3
"""Runs programs of libFuzzer, as many at a time as there are cores, and says how many inputs each took.

They begin with corpus/NAME and with what earlier runs found, which is kept in ~/.cache/diapason/fuzz and not here.
An input that breaks a program is kept there too, and fails the run: mend it, and put it into corpus/NAME.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'diapason' / 'fuzz'
LONGEST = {'json': 8192, 'descriptor': 16384, 'answer': 512, 'words': 256, 'hub': 4096}
ROWS = {'json': 'J1', 'descriptor': 'J1'}  # of the fault matrix
PROGRESS = re.compile(r'#\d+\t|\tNEW_FUNC|INFO: ')
SURROUNDINGS = {
    'G_DEBUG': 'gc-friendly,fatal-warnings',
    'G_SLICE': 'always-malloc',
    'G_TEST_SRCDIR': str(HERE.parent),
    'TZ': 'UTC',
    'UBSAN_OPTIONS': 'halt_on_error=1:print_stacktrace=1',
}


def programs_of(path):
    return [path] if path.is_file() else sorted(file for file in path.glob('fuzz-*') if file.is_file())


def start(program, leaks, *arguments, before=()):
    """The program's status, and what it said."""
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None) as folder:
        surroundings = {'TMPDIR': folder, 'ASAN_OPTIONS': f'detect_leaks={leaks}:strict_string_checks=1'}
        result = subprocess.run(
            [*before, program, f'-detect_leaks={leaks}', *arguments],
            check=False, env=os.environ | SURROUNDINGS | surroundings, encoding='utf-8', errors='replace',
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout


def run(program, seconds):
    """The same for so long, and with leaks where the system lets a process trace itself."""
    name = program.name.removeprefix('fuzz-')
    found = CACHE / name
    found.mkdir(parents=True, exist_ok=True)
    leaks = int(start(program, 1, '-runs=0')[0] == 0)
    # An input without an end is known by the processor's time: a program may be stopped for long.
    limit = f'--cpu={seconds + 120}:{seconds + 240}'
    return start(program, leaks, f'-max_total_time={seconds}', f'-max_len={LONGEST[name]}', '-timeout=86400',
                 '-print_final_stats=1', f'-artifact_prefix={CACHE}/{name}-', found, HERE / 'corpus' / name,
                 before=('prlimit', limit))


def report(program, status, output):
    """Prints what came of a program; returns whether it went well."""
    name = program.name.removeprefix('fuzz-')
    count = re.search(r'^stat::number_of_executed_units: (\d+)', output, re.M)
    if status or not count:
        print('\n'.join(line for line in output.splitlines() if not PROGRESS.match(line)))
        print(f'{name}: broken, status {status}')
        return False
    print(f'{name}: {count[1]} inputs')
    if name in ROWS:
        print(f'# matrix {ROWS[name]} {count[1]} inputs of libFuzzer ({name})')
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--seconds', type=int, default=int(os.environ.get('DIAPASON_FUZZ_SECONDS') or 20),
                        help='of each program (20, or DIAPASON_FUZZ_SECONDS)')
    parser.add_argument('programs', nargs='+', type=Path, help='one, or a folder of them')
    arguments = parser.parse_args()

    good = True
    programs = [program for path in arguments.programs for program in programs_of(path)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [(program, pool.submit(run, program.resolve(), arguments.seconds)) for program in programs]
        for program, future in runs:
            good = report(program, *future.result()) and good
            sys.stdout.flush()
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
