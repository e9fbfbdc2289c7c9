#!/usr/bin/env python3
"""`diapason hub` on its own.

usage: test-hub-verb.py PROGRAM
"""

import json
import pathlib
import signal
import sys
import tempfile
import urllib.request

from lab import WAIT, Hub, Lab, Tap, expect, expect_in

PROGRAM = sys.argv[1]
COMPANY = ('--customers', '30', '--days', '10', '--seed', '3', '--until', '2026-03-01')


class HubVerb:
    def __init__(self, folder):
        self.lab, self.folder = Lab(PROGRAM, folder), pathlib.Path(folder)

    def make(self, name, *company):
        Hub(self.lab, name, *company).stop()
        return (self.folder / f'{name}.db').read_bytes()

    def makes_the_same_from_the_same(self):
        first = self.make('first', *COMPANY)
        expect('the second company', self.make('second', *COMPANY) == first, True)
        expect('another seed', self.make('third', *COMPANY[:5], '4', *COMPANY[6:]) == first, False)

    def says_that_its_port_is_taken(self):
        hub = Hub(self.lab, 'taken', *COMPANY)
        port = hub.address.rsplit(':', 1)[1]
        done = self.lab.run('hub', '--port', port, '--database', self.folder / 'late.db', *COMPANY, status=1)
        for part in (f'port {port}', 'choose another port'):
            expect_in('what it complains', part, done.stderr)
        with urllib.request.urlopen(hub.address, timeout=WAIT) as answer:
            expect('the first goes on', answer.status, 200)
        hub.stop()

    def makes_the_folder_of_its_file(self):
        Hub(self.lab, 'a/b/hub', *COMPANY).stop()
        expect('mode of the folder', oct((self.folder / 'a' / 'b').stat().st_mode & 0o777), oct(0o700))
        (self.folder / 'file').touch()
        done = self.lab.run('hub', '--database', self.folder / 'file' / 'hub.db', *COMPANY, status=1)
        expect_in('a folder that cannot be made', 'cannot be made', done.stderr)
        done = self.lab.run('hub', '--database', '/proc/hub.db', *COMPANY, status=1)
        expect('a file that cannot be made', (done.stdout, len(done.stderr.splitlines())), ('', 1))

    def refuses_another_programs_file(self):
        (self.folder / 'other.db').write_text('This is a shopping list, no database at all. ' * 100)
        done = self.lab.run('hub', '--database', self.folder / 'other.db', status=1)
        expect('what it prints', (done.stdout, len(done.stderr.splitlines())), ('', 1))
        expect_in('the file', 'shopping list', (self.folder / 'other.db').read_text())

    def ends_when_told(self):
        for how in ('terminate', 'close'):
            hub = Hub(self.lab, 'told', *COMPANY)
            if how == 'terminate':
                hub.process.terminate()
                expect(how, hub.process.wait(WAIT), 0)
            hub.process.communicate(timeout=WAIT)  # closes its standard input
            expect(how, hub.process.returncode, 0)
        done = self.lab.run('hub', '--while-stdin', '--database', self.folder / 'told.db')
        expect_in('an input that is at its end', 'listening on', done.stdout)

    def cuts_streams_when_told(self):
        hub = Hub(self.lab, 'cut', *COMPANY)
        request = urllib.request.Request(f'{hub.address}/crm/v1/events', headers={'Authorization': 'Bearer crm-amina'})
        with urllib.request.urlopen(request, timeout=WAIT) as events:
            expect('how a stream begins', (events.headers['Content-Type'], events.readline()[:4]),
                   ('text/event-stream', b'id: '))
            hub.process.send_signal(signal.SIGUSR1)
            expect('what is left of it', events.read(), b'\n')
        with urllib.request.urlopen(hub.address, timeout=WAIT) as answer:
            expect('the hub goes on', answer.status, 200)
        hub.stop()

    def lets_a_day_go_on(self):
        hub = Hub(self.lab, 'day', *COMPANY, '--pace', '200', '--always-open')
        login = (b'grant_type=password&username=amina&password=demo-amina'
                 b'&client_id=diapason&client_secret=diapason-demo-secret')
        with urllib.request.urlopen(f'{hub.address}/platform/oauth/token', login, timeout=WAIT) as answer:
            token = json.load(answer)['access_token']
        request = urllib.request.Request(f'{hub.address}/platform/events', headers={'Authorization': f'Bearer {token}'})
        missing = {'conversations', 'messages', 'presence'}
        with urllib.request.urlopen(request, timeout=WAIT) as events:
            while missing:
                line = events.readline()
                expect('whether the stream goes on', line != b'', True)
                if line.startswith(b'data: {'):
                    missing.discard(json.loads(line[6:]).get('stream'))
        hub.stop()

    def refuses_other_paces(self):
        for pace in ('-1', 'fast', '', '1000.5', 'nan', '0.001'):
            done = self.lab.run('hub', '--pace', pace, '--database', self.folder / 'pace.db', status=2)
            expect_in(f'what “{pace}” complains', '--pace must be 0', done.stderr)
        expect('what it made', (self.folder / 'pace.db').exists(), False)

    def refuses_further_words(self):
        done = self.lab.run('hub', 'more', '--database', self.folder / 'more.db', status=2)
        expect('what it prints', (done.stdout, len(done.stderr.splitlines())), ('', 1))
        expect('what it made', (self.folder / 'more.db').exists(), False)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-hub-verb-') as folder:
        verb = HubVerb(folder)
        for name in ('makes_the_same_from_the_same', 'says_that_its_port_is_taken', 'makes_the_folder_of_its_file',
                     'refuses_another_programs_file', 'ends_when_told', 'cuts_streams_when_told', 'lets_a_day_go_on',
                     'refuses_other_paces', 'refuses_further_words'):
            tap.step(name.replace('_', ' '), getattr(verb, name))
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
