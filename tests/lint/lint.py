#!/usr/bin/env python3
"""Holds the tree to its own rules. Prints file:line: sentence where one is not kept."""
import argparse
import sys
from pathlib import Path

import form
import layers
import manners
import texts
from tree import Skip, Tree

RULES = {
    'layers': layers.check_layers,
    'headers': layers.check_headers,
    'manners': manners.check_manners,
    'markup': manners.check_markup,
    'comments': manners.check_comments,
    'form': form.check_form,
    'scripts': manners.check_scripts,
    'words': texts.check_words,
    'translations': texts.check_translations,
    'resources': texts.check_resources,
    'desktop': texts.check_desktop,
}
SKIPPED = 77  # what meson takes for a skipped test


def check(tree, rule):
    """Prints the findings of a rule; returns how many, or None when it could not be checked."""
    count = 0
    try:
        for finding in RULES[rule](tree):
            print(f'{finding.path}:{finding.line}: {finding.sentence} [{rule}]')
            count += 1
    except Skip as reason:
        print(f'{rule}: skipped: {reason}')
        return count or None
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--root', default=Path(__file__).resolve().parents[2], help='of the tree')
    parser.add_argument('--format', action='store_true', help='bring the C code into form')
    parser.add_argument('rules', nargs='*', metavar='RULE',
                        help=f'all, or some of: {", ".join(RULES)}')
    arguments = parser.parse_args()
    for rule in arguments.rules:
        if rule not in RULES:
            parser.error(f'there is no rule "{rule}", but: {", ".join(RULES)}')
    tree = Tree(arguments.root)
    if arguments.format:
        try:
            form.apply_form(tree)
        except Skip as reason:
            print(f'Nothing was changed: {reason}.')
            return 1
        return 0
    counts = [check(tree, rule) for rule in arguments.rules or RULES]
    if any(counts):
        return 1
    return SKIPPED if all(count is None for count in counts) else 0


if __name__ == '__main__':
    sys.exit(main())
