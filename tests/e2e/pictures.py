#!/usr/bin/env python3
"""pictures.py PROGRAM FOLDER: every picture of the desk that is to be looked at: idle, with a person, and in a call, in
each form of the window, light, dark and with high contrast, with letters twice as large, in French and Italian, with a
name that does not end; and while it has nothing to show yet, no network, or nothing that was asked for.

Run under tests/support/with-display with DIAPASON_SCREEN=1440x900. It judges nothing: somebody looks.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from comparison import is_fetched, sql, write
from harness import Failure, Hub, Window, until
from keyboard import Keyboard, Language
from telephone import Call

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
FRENCH, ITALIAN = {'LC_ALL': 'fr_FR.UTF-8'}, {'LC_ALL': 'it_IT.UTF-8'}
LARGE = {'FONT_SCALE': '2'}  # a variable of ours
# What a picture is called, the window's width, and what else is different.
FORMS = (
    ('1440', 1440, {}),
    ('1024', 1024, {}),
    ('640', 640, {}),
    ('1440-dark', 1440, DARK),
    ('1440-contrast', 1440, {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    ('1440-french', 1440, FRENCH),
    ('640-french', 640, FRENCH),
    ('1440-italian', 1440, ITALIAN),
    ('1440-large', 1440, LARGE),
    ('1024-large', 1024, LARGE),
)
LONG = ('Maximilienne-Alexandrine', 'de la Rochefoucauld-Montmorency & <Fils> Papadopoulos-Featherstonehaugh')
SETTLED = 1.5  # seconds after which nothing moves any more


def make_locales(home):
    for locale in (FRENCH, ITALIAN):
        name = locale['LC_ALL']
        subprocess.run(['localedef', '-i', name.split('.')[0], '-f', 'UTF-8', f'{home}/locales/{name}'],
                       check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def set_width(home, width):
    """Where the keyfile backend of GSettings looks."""
    keyfile = home / 'config/glib-2.0/settings/keyfile'
    keyfile.parent.mkdir(parents=True, exist_ok=True)
    keyfile.write_text(f'[io/github/diapason/Diapason]\nwindow-width={width}\nwindow-height=900\n', 'utf-8')


def set_resolution(dpi):
    """Where GTK looks for how large letters are on an X display without a desktop's settings."""
    subprocess.run(['xprop', '-root', '-format', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    f'Xft.dpi:\t{dpi}\n'], check=True)


class Desk:
    """Windows, one after the other, before one company where nothing happens by itself."""

    def __init__(self, home):
        self.home, self.profile, self.calls = home, None, 0
        self.hub = Hub(PROGRAM, f'{home}/hub.db', ['--pace', '0'])
        self.hub.start()
        self.number, self.contact, self.name = self.somebody()

    def somebody(self):
        """Who has lived most: their numbers at the CRM and at the platform, and their name."""
        return sql(self.hub.database, '''
            SELECT c.id, k.id, c.given_name || ' ' || c.family_name FROM customer c
            JOIN contact k ON k.crm_customer = c.id JOIN promise p ON p.customer = c.id
            JOIN interaction i ON i.contact = k.id
            WHERE c.given_name <> '' AND (SELECT count(*) FROM customer o WHERE o.family_name = c.family_name) = 1
            GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1''')[0]

    def lengthen(self):
        """Gives them a name that does not end."""
        write(self.hub.database, 'UPDATE customer SET given_name = :given, family_name = :family, '
                                 'revision = revision + 1, seq = :seq, updated_at = :now WHERE id = :number',
              given=LONG[0], family=LONG[1], number=self.number)
        self.name = LONG[0]

    def open(self, name, width, variables):
        """A window of its own profile."""
        self.profile = self.home / name
        set_width(self.home, width)
        set_resolution(96 * int(variables.get('FONT_SCALE', 1)))
        return Window(PROGRAM, ['demo', '--hub', self.hub.address, '--profile', str(self.profile)], FOLDER,
                      env=os.environ | variables)

    def await_fetched(self):
        until('all that is fetched', lambda: is_fetched(self.profile), 120)
        time.sleep(SETTLED)

    def find(self, window, name):
        """Opens somebody by keyboard; whatever the language."""
        window.keys('ctrl+k')
        window.type(name)
        time.sleep(SETTLED)
        window.keys('Return')
        until(f'the card of {name}', lambda: window.has_open(name), 20)
        time.sleep(SETTLED)

    def look(self, name, width, variables):
        """Takes the pictures of one form."""
        window = self.open(name, width, variables)
        try:
            self.await_fetched()
            window.picture(f'{name}-idle')
            self.find(window, self.name)
            window.picture(f'{name}-person')
            window.keys('F6')
            time.sleep(0.5)
            window.picture(f'{name}-figures')
            window.keys('ctrl+k')
            window.type('refund')
            time.sleep(1)
            window.picture(f'{name}-find')
            window.keys('Escape')
            self.ring(window, name)
        finally:
            window.close()

    def ring(self, window, name):
        self.calls += 1
        call = Call(self.hub, self.contact, f'in_{9000000 + self.calls}')
        call.begin()
        call.take()
        until('the call', lambda: sql(f'{self.profile}/cache.db',
                                      'SELECT 1 FROM record WHERE remote_id = ?', call.number), 30)
        time.sleep(SETTLED)
        window.picture(f'{name}-call')
        call.undo()

    def states(self):
        """What there is to be seen where there is nothing."""
        window = self.open('states', 1440, {})
        try:
            time.sleep(0.5)
            window.picture('state-loading')
            self.await_fetched()
            self.find(window, self.name)
            Keyboard(window, Language('en', '.', self.home)).walk(
                'the words', lambda name: name == 'Words in the history', 'shift+Tab')
            window.type('xyzzy')
            time.sleep(SETTLED)
            window.picture('state-no-rows')
            window.keys('ctrl+k')
            window.type('xyzzy')
            time.sleep(SETTLED)
            window.picture('state-nothing-found')
            window.keys('Escape')
            self.hub.stop()
            window.await_cut('CRM')
            window.picture('state-offline')
        finally:
            window.close()


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        for name in ('cache', 'data', 'config', 'locales'):
            (home / name).mkdir()
        make_locales(home)
        os.environ |= {'XDG_CACHE_HOME': f'{home}/cache', 'XDG_DATA_HOME': f'{home}/data',
                       'XDG_CONFIG_HOME': f'{home}/config', 'LOCPATH': f'{home}/locales', 'LANGUAGE': '',
                       'LC_ALL': 'C.UTF-8', 'GSETTINGS_BACKEND': 'keyfile'}
        # Where no window has anything to say, and each is: without a window manager the pointer leads the keys.
        subprocess.run(['xdotool', 'mousemove', '3', '450'], check=True)
        desk = Desk(home)
        try:
            for form in FORMS:
                desk.look(*form)
            desk.lengthen()
            for width in (1440, 640):
                desk.look(f'{width}-long', width, {})
            desk.states()
        finally:
            desk.hub.stop()
    print(f'{len(list(FOLDER.glob("*.png")))} pictures are in {FOLDER}/.')


if __name__ == '__main__':
    try:
        main()
    except Failure as failure:
        sys.exit(f'pictures: {failure}')
