#!/usr/bin/env python3
"""Sums the results of meson's test logs into one last line: N passed, N failed[, N skipped]."""
import argparse
import json
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}


def read_results(path):
    """The (name, result) of each test in a log; a line that cannot be read counts as failed."""
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            lines = [line for line in log if line.strip()]
    except FileNotFoundError:
        return  # meson writes no log where a suite has no test
    for number, line in enumerate(lines, 1):
        try:
            test = json.loads(line)
            yield test['name'], test['result']
        except (ValueError, KeyError, TypeError):
            yield f'{path}:{number}', 'UNREADABLE'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--broken', type=int, default=0, help='failures that no log tells of')
    parser.add_argument('logs', nargs='*')
    arguments = parser.parse_args()

    passed, skipped, failures = 0, 0, []
    for path in arguments.logs:
        for name, result in read_results(path):
            if result in PASSED:
                passed += 1
            elif result in SKIPPED:
                skipped += 1
            else:
                failures.append(f'{path.split("/")[0]}: {name}: {result}')

    failed = len(failures) + arguments.broken
    print()
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
