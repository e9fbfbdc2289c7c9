#!/usr/bin/env python3
"""The verbs in trouble: sources that fail, descriptors with errors, programs that meet and programs that are killed.

usage: test-troubles.py PROGRAM
"""

import contextlib
import json
import shutil
import signal
import sqlite3
import sys
import tempfile
import time

from lab import LOGINS, WAIT, Failure, Hub, Lab, OddServer, Profile, Tap, expect, expect_in, lines_of, self_signed

PROGRAM = sys.argv[1]
COMPANY = ('--customers', '20', '--days', '20', '--seed', '7', '--until', '2026-03-01')
LARGE = ('--customers', '1200', '--days', '60', '--seed', '7', '--until', '2026-03-01')
EMPTY_PAGE = {'data': [], 'page': 1, 'pages': 1, 'total': 0}


def until(what, condition):
    end = time.monotonic() + WAIT
    while not condition():
        if time.monotonic() > end:
            raise Failure(f'waited {WAIT} s in vain for {what}')
        time.sleep(0.002)


def rows_of(path, entity):
    """How many rows of a kind a cache has that is written just now."""
    try:
        with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True, timeout=WAIT)) as connection:
            return connection.execute(f'SELECT count(*) FROM {entity}').fetchone()[0]
    except sqlite3.OperationalError:
        return 0


class Troubles:
    def __init__(self, folder):
        self.lab = Lab(PROGRAM, folder)
        self.hub = Hub(self.lab, 'hub', *COMPANY)
        self.profile = Profile(self.lab, 'profile', self.hub)
        self.profile.sync()
        self.before = self.profile.sheets()

    # Sources that fail

    def fails(self, what, address, part):
        """The CRM is at `address`: a sentence on each row that fails and nowhere else, and all as it was."""
        self.profile.write('crm', 'crm', address + '/crm/v1')
        rows = self.profile.sync(status=1)
        told = [row for row in rows if row['sentence']]
        expect(f'{what}: who fails', {row['source'] for row in told}, {'crm'})
        expect(f'{what}: a sentence a row', len({row['stream'] for row in told}), len(told))
        for row in told:
            expect_in(f'{what}: the sentence', part, row['sentence'])
            expect(f'{what}: lines of the sentence', len(row['sentence'].splitlines()), 1)
        expect(f'{what}: rows that moved', sum(row['new'] + row['changed'] + row['deleted'] for row in rows), 0)
        expect(f'{what}: entities of the other source', len([row for row in rows if row['source'] != 'crm']) >= 7, True)
        expect(f'{what}: what is kept', self.profile.sheets(), self.before)

    def keeps_all_when(self, what, part, **answer):
        def run():
            with OddServer(**answer) as server:
                self.fails(what, server.address, part)
        return run

    def keeps_all_when_down(self):
        with OddServer() as server:
            address = server.address
        self.fails('down', address, 'refuses connections')

    def keeps_all_when_not_trusted(self):
        context = self_signed(self.lab.folder)
        if context is None:
            print('# there is no openssl to make a certificate with: not tried')
            return
        with OddServer(context=context) as server:
            self.fails('certificate', server.address, 'certificate')

    def works_again(self):
        self.profile.write('crm', 'crm', self.hub.address + '/crm/v1')
        self.profile.sync()
        expect('what is kept', self.profile.sheets(), self.before)

    # Descriptors with errors

    def refuses_a_descriptor(self):
        wrong = self.profile.sources / 'wrong.json'
        for text, path in (('{"preset": "crm", "base_url": 7}', '$.base_url'),
                           ('{"preset": "nothing", "base_url": "https://a.example"}', '$.preset'),
                           ('{"format": 1, "name": "wrong", "streams": [{}]}', '$.'), ('{"format": 1', 'wrong.json')):
            wrong.write_text(text)
            done = self.profile.sync(json_wanted=False, status=1)
            for part in (path, str(wrong)):
                expect_in(f'about {text}', part, done.stderr)
            expect(f'lines about {text}', len(done.stderr.splitlines()), 1)
            expect(f'rows beside {text}', len(done.stdout.splitlines()) >= 15, True)
        wrong.unlink()

    def refuses_an_address_in_the_clear(self):
        self.profile.write('clear', 'crm', 'http://crm.example')
        expect_in('about it', '$.base_url', self.profile.sync(json_wanted=False, status=1).stderr)
        (self.profile.sources / 'clear.json').unlink()

    # Two programs

    def start_sync(self, profile):
        process = self.lab.start('--sync-once', *profile.places, '--login-stdin')
        process.stdin.write(lines_of(LOGINS).encode())
        process.stdin.close()
        process.stdin = None
        return process

    def meets_another(self):
        profile = Profile(self.lab, 'shared', self.hub)
        profile.sync()
        with OddServer(silent=True) as server:
            profile.write('crm', 'crm', server.address)
            first = self.start_sync(profile)
            server.asked.wait(WAIT)
            second = profile.sync(json_wanted=False, status=1)
            expect('what the second prints', second.stdout, '')
            expect_in('what the second complains', 'Another program is already at work', second.stderr)
            expect('what can be looked up meanwhile', profile.sheets(), self.before)
            expect('the first goes on', first.poll(), None)
            first.kill()
            first.communicate()
        profile.write('crm', 'crm', self.hub.address + '/crm/v1')
        profile.sync()
        print('# matrix R9 1 second sync')

    # Damaged

    def fetches_a_damaged_cache_again(self):
        cache = self.profile.folder / 'cache.db'
        cache.write_bytes(b'x' * cache.stat().st_size)
        done = self.profile.sync(json_wanted=False)
        expect_in('what it complains', 'fetched again', done.stderr)
        expect('what is here', self.profile.sheets(), self.before)
        expect('the copies', len(list(self.profile.folder.glob('cache.db.corrupt-*'))), 1)
        expect('what it complains the next time', self.profile.sync(json_wanted=False).stderr, '')
        print('# matrix R6 1 cache of a whole sync')

    # Killed

    def survives_a_kill(self):
        hub = Hub(self.lab, 'large', *LARGE)
        try:
            whole = Profile(self.lab, 'whole', hub)
            whole.sync()
            for entity in ('customer', 'contact_point', 'message', 'timeline'):
                cut = Profile(self.lab, f'cut-{entity}', hub)
                process = self.start_sync(cut)
                until(f'the first {entity}', lambda: rows_of(cut.folder / 'cache.db', entity) or process.poll() is not None)
                process.kill()
                process.communicate()
                expect(f'it was cut in the middle ({entity})', process.returncode, -signal.SIGKILL)
                cut.sync()
                self.compare(cut.folder / 'cache.db', whole.folder / 'cache.db')
            print('# matrix R1 4 kills of a whole sync')
        finally:
            hub.stop()

    @staticmethod
    def compare(cut, whole):
        """Local ids differ; what they stand for may not."""
        statements = ('SELECT s.name, r.entity, r.remote_id, r.deleted FROM record r JOIN source s ON s.id = r.source',)
        statements += tuple(f'SELECT {columns} FROM {table}' for table, columns in (
            ('customer', 'name, city'), ('contact_point', 'kind, value'), ('message', 'at, body'),
            ('interaction', 'began_at, subject, state'), ('timeline', 'at'), ('promise', 'text, state')))
        with contextlib.closing(sqlite3.connect(cut)) as a, contextlib.closing(sqlite3.connect(whole)) as b:
            for statement in statements:
                rows = [sorted(map(repr, database.execute(statement))) for database in (a, b)]
                expect(f'{statement}: as many', len(rows[0]), len(rows[1]))
                expect(f'{statement}: those missing', set(rows[1]) - set(rows[0]), set())

    # Without a keyring

    def waits_on_a_bus_without_a_keyring(self):
        if not shutil.which('dbus-run-session'):
            print('# there is no dbus-run-session: not tried')
            return
        # A bus that starts no service by itself.
        config = self.lab.folder / 'bus.conf'
        config.write_text('<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">'
                          '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>'
                          '</policy></busconfig>')
        done = self.lab.run('--sync-once', *self.profile.places, status=1,
                            before=('dbus-run-session', f'--config-file={config}', '--'))
        expect_in('what it prints', '“CRM” waits for you to sign in', done.stdout)
        for part in ('no keyring', 'crm.token='):
            expect_in('what it complains', part, done.stderr)


def main():
    tap = Tap()
    wrong_types = json.dumps({**EMPTY_PAGE, 'data': 'all of it'})
    short = json.dumps({**EMPTY_PAGE, 'total': 5})
    with tempfile.TemporaryDirectory(prefix='diapason-troubles-') as folder:
        troubles = Troubles(folder)
        try:
            tap.step('keeps all when a source is down', troubles.keeps_all_when_down)
            tap.step('keeps all when its certificate is not to be trusted', troubles.keeps_all_when_not_trusted)
            for what, part, answer in (
                    ('it refuses the login (401)', 'does not accept the login', {'status': 401, 'body': '{}'}),
                    ('it forbids (403)', '“CRM”', {'status': 403, 'body': '{}'}),
                    ('it has a fault (500)', 'fault', {'status': 500, 'body': '{}'}),
                    ('it is out of service (503)', 'out of service', {'status': 503}),
                    ('a web page answers', 'web page', {'body': '<html>Sign in</html>', 'kind': 'text/html'}),
                    ('it answers in wrong types', '“CRM”', {'body': wrong_types}),
                    ('it answers less than it counts', '“CRM”', {'body': short}),
                    ('its JSON is cut', '“CRM”', {'body': '{"data": [{"id": "C1"'}),
                    ('it asks for a pause (429)', 'pause', {'status': 429, 'headers': [('Retry-After', '1')]})):
                tap.step(f'keeps all when {what}', troubles.keeps_all_when(what, part, **answer))
            for name in ('works_again', 'refuses_a_descriptor', 'refuses_an_address_in_the_clear', 'meets_another',
                         'fetches_a_damaged_cache_again', 'survives_a_kill', 'waits_on_a_bus_without_a_keyring'):
                tap.step(name.replace('_', ' '), getattr(troubles, name))
        finally:
            troubles.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
