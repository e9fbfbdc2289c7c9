#!/usr/bin/python3
"""The demo as a person meets it: it opens, is killed, opens again, twice at once, on another day, and by itself; and
the window on sources of one's own, one of which is refused.

usage: test-demo.py PROGRAM PICTURES E2E    under tests/support/with-display; E2E: the folder of harness.py
"""

import fcntl
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[3])
from harness import WAIT, Failure, Tap, Window, until  # noqa: E402

PROGRAM, PICTURES = sys.argv[1:3]


def children(process):
    """The processes somebody has started."""
    return subprocess.run(['pgrep', '-P', str(process.pid)], capture_output=True, text=True, check=False).stdout.split()


def is_there(pid):
    """Whether it runs: one that only waits to be buried does not."""
    try:
        return pathlib.Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()[0] != 'Z'
    except OSError:
        return False


class Demo:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.profile = self.folder / 'profile'
        self.windows = []

    def open(self, *arguments, **options):
        window = Window(PROGRAM, ['demo', *arguments], PICTURES, **options)
        self.windows.append(window)
        return window

    def open_in_sync(self, *arguments, **options):
        window = self.open(*arguments, **options)
        for label in ('CRM', 'Contact platform', 'Survey tool', 'Web shop'):
            window.wait_text(f'{label} · in sync')
        return window

    def databases(self):
        return sorted(self.profile.glob('hub-*.db'))

    def opens(self):
        window = self.open_in_sync('--profile', str(self.profile))
        window.picture('demo')
        hub, = children(window.process)
        window.process.kill()
        window.process.wait(WAIT)
        until('the hub to end with its program', lambda: not is_there(hub))

    def opens_again(self):
        database, = self.databases()
        inode = database.stat().st_ino
        window = self.open_in_sync('--profile', str(self.profile))
        if database.stat().st_ino != inode:
            raise Failure('the company was made a second time')
        self.find_somebody(window)

    def find_somebody(self, window):
        window.keys('ctrl+k')
        window.wait_text('Find anyone or anything')
        window.type('mar')
        until('somebody found', lambda: window.find('Mar'))

    def opens_twice(self):
        """The second says so, in its window and to whoever called it, and leaves no hub."""
        first, = self.windows[-1:]
        with open(self.folder / 'errors', 'w+', encoding='utf-8') as errors:
            second = self.open('--profile', str(self.profile), stderr=errors)
            second.wait_text('Another program is already at work')
            second.picture('demo-twice')
            if children(second.process):
                raise Failure('it started a hub all the same')
            second.process.terminate()
            if second.process.wait(WAIT) != 1:
                raise Failure(f'the second ended with status {second.process.returncode}')
            errors.seek(0)
            if 'Another program is already at work' not in errors.read():
                raise Failure('the one who called it is not told')
        self.find_somebody(first)
        hub, = children(first.process)
        first.close()
        until('the hub to end', lambda: not is_there(hub))

    def opens_on_another_day(self):
        """In a folder of somebody's choice nothing goes but the other day's company and its cache."""
        database, = self.databases()
        other = database.rename(database.with_name('hub-2020-01-01.db'))
        note = self.profile / 'hub-notes.db'
        note.write_text('mine')
        cache = (self.profile / 'cache.db').stat().st_ino
        keeper = os.open(self.profile / 'cache.db', os.O_RDONLY)  # so that its inode is not used again
        self.open_in_sync('--profile', str(self.profile)).close()
        os.close(keeper)
        if other.exists() or self.databases()[0] == other or not note.exists():
            raise Failure(f'what is there now: {self.databases()}')
        if (self.profile / 'cache.db').stat().st_ino == cache:
            raise Failure('the cache of another company was kept')

    def opens_by_itself(self):
        """In the cache folder older days go, but for one that somebody looks at."""
        days = self.folder / 'diapason' / 'demo'
        for day in ('2020-01-01', '2020-01-02'):
            (days / day).mkdir(parents=True)
            (days / day / 'lock').touch()
        with open(days / '2020-01-02' / 'lock', 'r+b') as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)
            window = self.open_in_sync('--tour', env={**os.environ, 'XDG_CACHE_HOME': str(self.folder)})
            there = sorted(path.name for path in days.iterdir())
        if there[0] != '2020-01-02' or len(there) != 2:
            raise Failure(f'the days that are kept: {there}')
        until('a person to be opened', lambda: any(name.endswith(' — Diapason') for name in self.titles(window)))
        window.picture('demo-tour')
        window.close()

    def opens_on_sources(self):
        sources = self.folder / 'sources'
        sources.mkdir()
        (sources / 'crm.json').write_text('{"preset": "crm", "base_url": "http://127.0.0.1:1"}')
        (sources / 'wrong.json').write_text('{"preset": "crm", "base_url": "http://127.0.0.1:1", "color": "red"}')
        window = Window(PROGRAM, ['--profile', str(self.folder / 'own'), '--sources', str(sources)], PICTURES)
        self.windows.append(window)
        window.wait_text('CRM waits for you to sign in')
        window.wait_text('$.color')
        window.picture('refused')
        window.press('Dismiss')
        until('the complaint to go', lambda: window.find('$.color') is None)
        window.close()

    @staticmethod
    def titles(window):
        return [window.root.get_child_at_index(i).get_name() or '' for i in range(window.root.get_child_count())]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-demo-', ignore_cleanup_errors=True) as folder:
        demo = Demo(folder)
        try:
            tap.step('the demo opens with its four sources in sync, and its hub ends when it is killed', demo.opens)
            tap.step('on the same day the company is there', demo.opens_again)
            tap.step('a second one says that there is one', demo.opens_twice)
            tap.step('on another day there is another company', demo.opens_on_another_day)
            tap.step('the tour opens people', demo.opens_by_itself)
            tap.step('a descriptor that is refused is told beside the others', demo.opens_on_sources)
        finally:
            for window in demo.windows:
                if window.process.poll() is None:
                    window.process.kill()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
