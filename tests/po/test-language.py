#!/usr/bin/env python3
"""test-language.py PROGRAM LOCALE: what the program says where a language is set. The locale is made
for this: a fresh machine has none but C."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, LOCALE = sys.argv[1:3]
SKIPPED = 77  # what meson takes for a skipped test
EXPECTED = {
    'fr_FR': ['répondent aux clients', '--source=NOM', 'puis s’arrête'],
    'it_IT': ['risponde ai clienti', '--source=NOME', 'e termina'],
}


class Language(unittest.TestCase):
    folder = None

    def run_program(self, *arguments):
        variables = os.environ | {'LOCPATH': self.folder, 'LC_ALL': f'{LOCALE}.UTF-8', 'LANGUAGE': ''}
        return subprocess.run([PROGRAM, *arguments], env=variables, check=False, encoding='utf-8',
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_help_is_translated(self):
        answer = self.run_program('--help')
        self.assertEqual(answer.returncode, 0, answer.stderr)
        for words in EXPECTED[LOCALE]:
            self.assertIn(words, answer.stdout)
        self.assertNotIn('Fetch from all sources', answer.stdout)

    def test_sentence_is_translated(self):
        answer = self.run_program('nonsense')
        self.assertEqual(answer.returncode, 2)
        self.assertNotIn('There is no such verb', answer.stderr)


def make_locale(folder):
    """Whether the locale could be made in the folder."""
    if not shutil.which('localedef'):
        return False
    subprocess.run(['localedef', '-i', LOCALE, '-f', 'UTF-8', f'{folder}/{LOCALE}.UTF-8'],
                   check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Path(folder, f'{LOCALE}.UTF-8', 'LC_MESSAGES').is_dir()


def main():
    with tempfile.TemporaryDirectory() as folder:
        if not make_locale(folder):
            print(f'The locale {LOCALE} cannot be made here.')
            return SKIPPED
        Language.folder = folder
        return not unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful()


if __name__ == '__main__':
    sys.exit(main())
