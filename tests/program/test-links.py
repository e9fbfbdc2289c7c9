#!/usr/bin/python3
"""A customer is opened from outside: by an action over D-Bus, by a link, and by a link where nothing runs yet.

usage: test-links.py PROGRAM PICTURES E2E    under tests/support/with-display; E2E: the folder of harness.py
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[3])
from harness import WAIT, Failure, Hub, Tap, Window, until  # noqa: E402

PROGRAM, PICTURES = sys.argv[1:3]
COMPANY = ['--customers', '40', '--days', '10', '--seed', '7', '--until', '2026-11-20']
NAME, PATH = 'io.github.diapason.Diapason', '/io/github/diapason/Diapason'


def call(method, *arguments):
    subprocess.run(['gdbus', 'call', '--session', '--dest', NAME, '--object-path', PATH, '--method', method, *arguments],
                   check=True, stdout=subprocess.DEVNULL, timeout=WAIT)


def show(customer):
    call('org.gtk.Actions.Activate', 'show-customer', f'[<"{customer}">]', '{}')


class Links:
    """A home of its own, in which one source was fetched: links are for the usual profile."""

    def __init__(self, folder):
        self.env = {**os.environ, **{f'XDG_{kind}_HOME': f'{folder}/{kind}' for kind in ('DATA', 'CONFIG', 'CACHE')}}
        self.hub = Hub(PROGRAM, f'{folder}/hub.db', COMPANY)
        self.hub.start()
        sources = pathlib.Path(folder, 'CONFIG', 'diapason', 'sources')
        sources.mkdir(parents=True)
        (sources / 'crm.json').write_text(f'{{"preset": "crm", "base_url": "{self.hub.address}/crm/v1"}}')
        self.run('--sync-once', '--login-stdin', input='crm.token=crm-amina\n')
        names = {' '.join(row['name'].values()): row['id'] for row in self.hub.crm('customers') if all(row['name'].values())}
        self.people = list(names.items())
        self.window, self.served = None, None

    def run(self, *arguments, **options):
        subprocess.run([PROGRAM, *arguments], env=self.env, check=True, text=True, stdout=subprocess.DEVNULL, timeout=WAIT,
                       **options)

    def is_open(self, person):
        return self.title().startswith(f'{person[0]} — ')

    def title(self):
        return self.window.root.get_child_at_index(0).get_name() or ''

    def wait_open(self, person):
        until(f'{person[0]} to be opened', lambda: self.is_open(person))

    def opens_by_action(self):
        self.window = Window(PROGRAM, [], PICTURES, env=self.env)
        show(f'crm:{self.people[0][1]}')
        self.wait_open(self.people[0])

    def opens_by_link(self):
        """The second program hands it over, and ends."""
        self.run(f'diapason:customer/crm/{self.people[1][1]}')
        self.wait_open(self.people[1])

    def refuses(self):
        """What is open stays so."""
        for ask, sentence in ((lambda: self.run('diapason:customer/crm/%00'), 'This link names no customer'),
                              (lambda: show('<b>crm</b>'), 'This names no customer'),
                              (lambda: show('crm:nobody'), 'has not told of a customer')):
            ask()
            self.window.wait_text(sentence)
            self.window.picture(f'link-{sentence.split()[1]}')
            if not self.is_open(self.people[1]):
                raise Failure(f'what is open now: {self.title()}')
            self.window.press('Dismiss')
        self.window.close()

    def opens_the_window(self):
        """As D-Bus would start it: without a window before it is asked for one."""
        self.window = None
        self.served = subprocess.Popen([PROGRAM, '--gapplication-service'], env=self.env)
        subprocess.run(['gdbus', 'wait', '--session', '--timeout', str(WAIT), NAME], check=True)
        call('org.freedesktop.Application.Open', f'["diapason:customer/crm/{self.people[2][1]}"]', '{}')
        self.window = Window.of(self.served, PICTURES)
        self.wait_open(self.people[2])
        self.window.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-links-', ignore_cleanup_errors=True) as folder:
        links = Links(folder)
        try:
            tap.step('an action opens a customer', links.opens_by_action)
            tap.step('a link opens a customer in the window that is there', links.opens_by_link)
            tap.step('what names nobody is told, and nothing is lost', links.refuses)
            tap.step('a link opens the window', links.opens_the_window)
        finally:
            for process in (links.window and links.window.process, links.served):
                if process and process.poll() is None:
                    process.kill()
            links.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
