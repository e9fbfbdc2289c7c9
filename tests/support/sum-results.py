#!/usr/bin/env python3
"""Sums the results of meson's test logs into one last line: N passed, N failed[, N skipped].

Before it stands the table of the fault matrix, of what tests said with "# matrix ROW RUNS WHAT" (matrix.h).
"""
import argparse
import json
import re
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}


SAID = re.compile(r'^# matrix (\S+) (\d+) (.+)$', re.MULTILINE)


def read_results(path):
    """The (name, result, output) of each test in a log; a line that cannot be read counts as failed."""
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            lines = [line for line in log if line.strip()]
    except FileNotFoundError:
        return  # meson writes no log where a suite has no test
    for number, line in enumerate(lines, 1):
        try:
            test = json.loads(line)
            yield test['name'], test['result'], test.get('stdout') or ''
        except (ValueError, KeyError, TypeError, AttributeError):
            yield f'{path}:{number}', 'UNREADABLE', ''


class Matrix:
    """The rows of the fault matrix, and what tests said of them."""

    def __init__(self, path):
        with open(path, encoding='utf-8') as lines:
            self.faults = dict(line.split(maxsplit=1) for line in lines if line.strip())
        self.runs = {row: 0 for row in self.faults}
        self.bad = set()
        self.unknown = set()

    def add(self, result, output):
        for row, runs, _ in SAID.findall(output):
            if row not in self.faults:
                self.unknown.add(row)
                continue
            self.runs[row] += int(runs)
            if result not in PASSED:
                self.bad.add(row)

    def failures(self):
        yield from (f'matrix: {row} was not run' for row, runs in self.runs.items() if not runs)
        yield from (f'matrix: there is no row {row}' for row in sorted(self.unknown))

    def table(self):
        width = max(map(len, self.faults.values()))
        for row, fault in self.faults.items():
            fault = fault.strip()
            result = 'FAILED' if row in self.bad else 'ok' if self.runs[row] else 'NOT RUN'
            yield f'{row:<4} {fault:<{width}} {self.runs[row]:>8}  {result}'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--broken', type=int, default=0, help='failures that no log tells of')
    parser.add_argument('--matrix', help='the rows of the fault matrix, each of which is to have been run')
    parser.add_argument('logs', nargs='*')
    arguments = parser.parse_args()

    passed, skipped, failures = 0, 0, []
    matrix = Matrix(arguments.matrix) if arguments.matrix else None
    for path in arguments.logs:
        for name, result, output in read_results(path):
            if matrix:
                matrix.add(result, output)
            if result in PASSED:
                passed += 1
            elif result in SKIPPED:
                skipped += 1
            else:
                failures.append(f'{path.split("/")[0]}: {name}: {result}')

    print()
    if matrix:
        print('row  fault'.ljust(max(map(len, matrix.faults.values())) + 6) + 'runs'.rjust(7) + '  result')
        print('\n'.join(matrix.table()), end='\n\n')
        failures += matrix.failures()
    failed = len(failures) + arguments.broken
    for failure in failures:
        print(failure)
    if arguments.broken:
        print(f'{arguments.broken} that did not build or did not start (see above)')
    if not passed and not failed:
        print('No test ran: is there a suite of that name?')
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    # A run without a single test is no success.
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
