#!/usr/bin/env python3
"""pictures.py PROGRAM FOLDER: every picture of the demo's desk that is to be looked at: idle and with a person, in
each form of the window, light, dark and with high contrast, in French, and with a name that does not end.

Run under tests/support/with-display with DIAPASON_SCREEN=1440x900. It judges nothing: somebody looks.
"""

import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from harness import Failure, Window, until

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
# What a picture is called, the window's width, and what else is different.
FORMS = (
    ('1440', 1440, {}),
    ('1024', 1024, {}),
    ('640', 640, {}),
    ('1440-dark', 1440, DARK),
    ('1440-contrast', 1440, {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    ('1440-french', 1440, {'LC_ALL': 'fr_FR.UTF-8'}),
    ('640-french', 640, {'LC_ALL': 'fr_FR.UTF-8'}),
)
LONG = ('Maximilienne-Alexandrine', 'de la Rochefoucauld-Montmorency & <Fils> Papadopoulos-Featherstonehaugh')


def make_locale(home):
    subprocess.run(['localedef', '-i', 'fr_FR', '-f', 'UTF-8', f'{home}/locales/fr_FR.UTF-8'],
                   check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def set_width(home, width):
    """Where the keyfile backend of GSettings looks."""
    keyfile = home / 'config/glib-2.0/settings/keyfile'
    keyfile.parent.mkdir(parents=True, exist_ok=True)
    keyfile.write_text(f'[io/github/diapason/Diapason]\nwindow-width={width}\nwindow-height=900\n', 'utf-8')


def ask(path, sql):
    """The first row of an answer, None while there is none."""
    with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as database:
        with contextlib.suppress(sqlite3.OperationalError):
            return database.execute(sql).fetchone()
    return None


def day_of(home):
    """The folder of the demo's day."""
    return next((home / 'cache/diapason/demo').glob('*/cache.db')).parent


def is_fetched(home, since):
    """Whether all sources were in sync since then, and all is derived."""
    with contextlib.suppress(StopIteration, sqlite3.OperationalError):
        cache = day_of(home) / 'cache.db'
        row = ask(cache, 'SELECT count(*), min(coalesce(in_sync_since, 0)), '
                         '(SELECT count(*) FROM derive_queue) FROM source')
        return row and row[0] == 4 and row[1] >= since and row[2] == 0
    return False


def somebody(home):
    """Who has lived most: name and number at the CRM."""
    return ask(day_of(home) / 'cache.db',
               'SELECT c.name, r.remote_id FROM customer c JOIN record r ON r.id = c.id '
               "JOIN source s ON s.id = r.source AND s.name = 'crm' JOIN promise p ON p.customer = c.id "
               "JOIN verbatim v ON v.customer = c.id AND v.text <> '' "
               'GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1')


def lengthen(home, number):
    """Gives a customer of the CRM a name that does not end, as any write there would."""
    hub = next(day_of(home).glob('hub-*.db'))
    with contextlib.closing(sqlite3.connect(hub)) as database, database:
        database.execute("UPDATE meta SET value = value + 1 WHERE key IN ('seq', 'clock')")
        database.execute(
            'UPDATE customer SET given_name = ?, family_name = ?, revision = revision + 1, '
            "seq = (SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'seq'), "
            "updated_at = (SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'clock') WHERE id = ?",
            (*LONG, number))


def find(window, name):
    """Opens somebody by keyboard; whatever the language."""
    window.keys('ctrl+k')
    window.type(name)
    time.sleep(1.5)
    window.keys('Return')
    until(f'the card of {name}', lambda: window.has_open(name), 20)
    time.sleep(1.5)


def look(home, name, width, variables, person=None):
    """Takes the pictures of one form; answers whom it opened."""
    began = int(time.time() * 1000)
    set_width(home, width)
    window = Window(PROGRAM, ['demo', '--pace', '0'], FOLDER, env=os.environ | variables)
    try:
        until('all that the demo fetches', lambda: is_fetched(home, began), 120)
        time.sleep(1.5)
        window.picture(f'{name}-idle')
        person = person or somebody(home)
        find(window, person[0])
        window.picture(f'{name}-person')
        window.keys('F6')
        time.sleep(0.5)
        window.picture(f'{name}-figures')
        window.keys('ctrl+k')
        window.type('refund')
        time.sleep(1)
        window.picture(f'{name}-find')
    finally:
        window.close()
    return person


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        for name in ('cache', 'data', 'config', 'locales'):
            (home / name).mkdir()
        make_locale(home)
        os.environ |= {'XDG_CACHE_HOME': f'{home}/cache', 'XDG_DATA_HOME': f'{home}/data',
                       'XDG_CONFIG_HOME': f'{home}/config', 'LOCPATH': f'{home}/locales', 'LANGUAGE': '',
                       'LC_ALL': 'C.UTF-8', 'GSETTINGS_BACKEND': 'keyfile'}
        person = None
        for form in FORMS:
            person = look(home, *form, person)
        lengthen(home, person[1])
        for width in (1440, 640):
            look(home, f'{width}-long', width, {}, (LONG[0], person[1]))
    print(f'{len(list(FOLDER.glob("*.png")))} pictures are in {FOLDER}/.')


if __name__ == '__main__':
    try:
        main()
    except Failure as failure:
        sys.exit(f'pictures: {failure}')
