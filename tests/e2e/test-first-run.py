#!/usr/bin/python3
"""From nothing to a customer found, by keyboard alone: the CRM of the hub is set up as a source.

usage: test-first-run.py PROGRAM PICTURES    under tests/support/with-display
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from harness import WAIT, Failure, Hub, Tap, Window, until

PROGRAM, PICTURES = sys.argv[1:3]
COMPANY = ['--customers', '40', '--days', '10', '--seed', '7', '--until', '2026-11-20']
TOKEN = 'crm-amina'


def start_keyring(environment):
    """An unlocked keyring of its own, on the session's bus; it goes with this process's group."""
    subprocess.run(['gnome-keyring-daemon', '--unlock', '--components=secrets'], input=b'of the keyring', env=environment, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=WAIT)


class FirstRun:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.home = self.folder / 'home'
        (self.home / 'config').mkdir(parents=True)
        self.env = {**os.environ, **{f'XDG_{kind.upper()}_HOME': str(self.home / kind) for kind in ('data', 'config', 'cache')}}
        self.hub = Hub(PROGRAM, f'{folder}/hub.db', COMPANY)
        self.hub.start()
        start_keyring(self.env)
        self.names = [' '.join(row['name'].values()) for row in self.hub.crm('customers') if all(row['name'].values())]
        self.window = None

    def welcomes(self):
        self.window = Window(PROGRAM, [], PICTURES, env=self.env)
        self.window.wait_text('We answer people.')
        self.window.picture('first-run-welcome')

    def chooses(self):
        """Return on the button that has the focus, then on the second kind."""
        self.window.keys('Return')
        self.window.wait_text('Step 1 of 2')
        self.window.wait_text('Request Tracker')
        self.window.picture('first-run-kind')
        self.window.keys('Down', 'Return')
        self.window.wait_text('Where is your CRM?')

    def fill(self, address, token):
        """Address, its button beside it, name, then the token."""
        self.window.keys('ctrl+a')
        self.window.type(address)
        self.window.keys('Tab', 'Tab')
        self.window.keys('ctrl+a')
        self.window.type(token)

    def is_told_what_is_wrong(self):
        self.fill(f'{self.hub.address}/crm/v1', 'nonsense')
        self.window.keys('Return')
        self.window.wait_text('did not accept this login')
        self.window.picture('first-run-refused')

    def connects(self):
        """The focus is where it can be put right."""
        self.window.keys('ctrl+a')
        self.window.type(TOKEN)
        self.window.keys('Return')
        self.window.wait_text('CRM is connected')
        self.window.wait_text('All of it is here.')
        self.window.picture('first-run-progress')

    def finds(self):
        self.window.keys('Return')
        self.window.wait_text('CRM · in sync')
        name = next(name for name in self.names if name.isascii() and self.names.count(name) == 1)
        self.window.open_person(name)
        self.window.picture('first-run-desk')

    def keeps_no_secret(self):
        """In the keyring, which is a file that only its password opens."""
        self.window.close()
        kept = self.home / 'config' / 'diapason' / 'sources' / 'crm.json'
        if kept.stat().st_mode & 0o777 != 0o600 or kept.parent.stat().st_mode & 0o777 != 0o700:
            raise Failure('others may read what was written')
        for path in self.home.rglob('*'):
            if path.is_file() and TOKEN.encode() in path.read_bytes():
                raise Failure(f'{path} holds the token')

    def starts_again(self):
        """Nothing is asked for again."""
        self.window = Window(PROGRAM, [], PICTURES, env=self.env)
        until('the source in sync', lambda: self.window.find('CRM · in sync'))
        self.window.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-first-', ignore_cleanup_errors=True) as folder:
        run = FirstRun(folder)
        try:
            tap.step('a profile without a source begins with the company\'s own words', run.welcomes)
            tap.step('a kind is chosen by keyboard', run.chooses)
            tap.step('a wrong login is told', run.is_told_what_is_wrong)
            tap.step('a right one is, and what can be used already', run.connects)
            tap.step('on the desk a customer is found', run.finds)
            tap.step('the login is in no file', run.keeps_no_secret)
            tap.step('the next start knows it all', run.starts_again)
        finally:
            if run.window and run.window.process.poll() is None:
                run.window.picture('first-run-last')
                run.window.process.kill()
            run.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
