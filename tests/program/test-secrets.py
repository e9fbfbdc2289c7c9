#!/usr/bin/env python3
"""A secret is where it has to be and nowhere else (K2): logins and tokens of every kind, with every level of the log.

usage: test-secrets.py PROGRAM

The source repeats in each of its answers what it was sent, as careless servers do.
"""

import http.server
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import threading

from lab import WAIT, Failure, Lab, Tap, expect, expect_in

PROGRAM = os.path.abspath(sys.argv[1])
CANARY = 'canary-5e1f'
KINDS = {
    'header': ({'kind': 'header', 'name': 'X-Api-Key', 'template': '{token}'}, ('token',)),
    'bearer': ({'kind': 'header', 'name': 'Authorization', 'template': 'Bearer {token}'}, ('token',)),
    'basic': ({'kind': 'basic', 'user': '{user}', 'password': '{password}'}, ('user', 'password')),
    'client': ({'kind': 'oauth2', 'token_path': '/token', 'grant': 'client_credentials'},
               ('client_id', 'client_secret')),
    'person': ({'kind': 'oauth2', 'token_path': '/token', 'grant': 'password'},
               ('client_id', 'client_secret', 'user', 'password')),
}
ESCAPES = '\x1b[2J\x1b]0;title\x07\x9b1m'
# What the source answers, with what it was sent in the place of %s, and but for the first with escapes of a terminal.
MANNERS = {
    'well': (200, 'application/json', '{"rows": [{"id": 1, "name": "one"}], "sent": "%s"}'),
    'fault': (500, 'application/json', '{"error": "%s"}'),
    'refusal': (403, 'text/plain', '%s'),
    'page': (200, 'text/html', '<html>%s</html>'),
    'cut': (200, 'application/json', '{"rows": [{"id": 1, "name": "%s'),
    'types': (200, 'application/json', '{"rows": [{"id": {"%s": 1}, "name": ["%s"]}]}'),
    'elsewhere': (302, 'text/plain', '%s'),
    'not-now': (401, 'application/json', '{"error": "%s"}'),
}


class Echo:
    """Tokens that are good for a second, and answers in a manner. `seen`: whether a secret came as it has to."""

    def __init__(self):
        echo = self
        self.manner, self.tokens, self.seen = 'well', 0, set()
        self.asked, self.released = threading.Event(), threading.Event()
        self.released.set()

        class Handler(http.server.BaseHTTPRequestHandler):
            def say(self, status, kind, body, *headers):
                self.send_response(status)
                for name, value in (('Content-Type', kind), ('Content-Length', len(body.encode())), *headers):
                    self.send_header(name, str(value))
                self.end_headers()
                self.wfile.write(body.encode())

            def do_POST(self):
                sent = self.rfile.read(int(self.headers['Content-Length'])).decode()
                echo.seen.add('refresh' if 'grant_type=refresh_token' in sent else 'grant')
                echo.tokens += 1
                self.say(200, 'application/json', json.dumps({
                    'access_token': f'{CANARY}-access-{echo.tokens}', 'token_type': 'Bearer', 'expires_in': 0,
                    'refresh_token': f'{CANARY}-refresh-{echo.tokens}'}))

            def do_GET(self):
                sent = f"{self.headers.get('Authorization', '')} {self.headers.get('X-Api-Key', '')}"
                echo.seen.add('login' if sent.strip() else 'nothing')
                echo.asked.set()
                echo.released.wait(WAIT)
                status, kind, body = MANNERS[echo.manner]
                escapes = '' if echo.manner == 'well' else ESCAPES
                self.say(status, kind, body.replace('%s', sent + escapes), ('Location', f'http://else.example/{CANARY}'),
                         ('X-Sent', sent), ('ETag', '"1"'))

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda request, address: None
        self.address = f'http://127.0.0.1:{self.server.server_port}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def describe(name, authentication, address):
    streams = [{'name': stream, 'entity': 'article', 'items': 'rows', 'request': {'path': f'/{stream}'},
                'etag': True, 'map': {'id': 'id', 'title': 'name'}} for stream in ('first', 'second')]
    return json.dumps({'format': 1, 'name': name, 'label': name, 'base_url': address,
                       'authentication': authentication, 'streams': streams})


class Secrets:
    def __init__(self, folder):
        self.lab, self.echo = Lab(PROGRAM, folder), Echo()
        self.profile, self.sources = self.lab.folder / 'profile', self.lab.folder / 'sources'
        self.sources.mkdir()
        self.cores = self.lab.folder / 'cores'
        self.cores.mkdir()
        self.logins = ''
        for name, (authentication, fields) in KINDS.items():
            (self.sources / f'{name}.json').write_text(describe(name, authentication, self.echo.address))
            self.logins += ''.join(f'{name}.{field}={CANARY}-{name}-{field}\n' for field in fields)
        self.call = ('--sync-once', '--profile', self.profile, '--sources', self.sources, '--login-stdin')

    def look_for_secrets(self, what):
        for said, printed in self.lab.printed:
            if CANARY in printed:
                line = next(line for line in printed.splitlines() if CANARY in line)
                raise Failure(f'{what}: “{said}” prints a secret: {line}')
            if set(printed) & set('\x07\x1b\x9b'):
                raise Failure(f'{what}: “{said}” prints an escape: {printed!r}')
        for path in self.lab.folder.rglob('*'):
            if path.is_file() and CANARY.encode() in path.read_bytes():
                raise Failure(f'{what}: {path} holds a secret')

    def keeps_them(self, manner):
        def run():
            self.echo.manner, self.echo.seen = manner, set()
            self.lab.run(*self.call, stdin=self.logins, status=0 if manner in ('well', 'types') else 1,
                         G_MESSAGES_DEBUG='all')
            expect('what came', self.echo.seen >= {'login', 'grant', 'refresh'} - (
                set() if manner == 'well' else {'refresh'}), True)
            self.look_for_secrets(manner)
            print(f'# matrix K2 {len(KINDS)} logins, where the source answers: {manner}')
        return run

    def start_held(self):
        """The program while it waits for an answer, logins in its memory."""
        self.echo.manner = 'well'
        self.echo.asked.clear()
        self.echo.released.clear()
        process = self.lab.start(*self.call, cwd=self.cores, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2))
        process.stdin.write(self.logins.encode())
        process.stdin.close()
        process.stdin = None
        if not self.echo.asked.wait(WAIT):
            raise Failure('it asked for nothing')
        return process

    def shows_none_to_others(self, process):
        for name in ('cmdline', 'environ'):
            if CANARY.encode() in pathlib.Path(f'/proc/{process.pid}/{name}').read_bytes():
                raise Failure(f'its {name} has a secret')
        limits = pathlib.Path(f'/proc/{process.pid}/limits').read_text()
        line = next(line for line in limits.splitlines() if line.startswith('Max core file size'))
        expect_in('the limit of cores', line.split()[4], ('0', '1'))

    def leaves_none_behind(self):
        process = self.start_held()
        try:
            self.shows_none_to_others(process)
        finally:
            os.kill(process.pid, signal.SIGABRT)
            process.communicate()
            self.echo.released.set()
        expect('how it ended', process.returncode, -signal.SIGABRT)
        expect('cores', list(self.cores.iterdir()), [])
        self.look_for_secrets('when it died')
        other = subprocess.run(['sh', '-c', 'ulimit -c unlimited && kill -ABRT $$'], cwd=self.cores, check=False)
        kept = len(list(self.cores.iterdir()))
        print(f'# another program that ends so ({other.returncode}) leaves {kept} core(s) here')
        print('# matrix K2 4 places where others look')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-secrets-') as folder:
        secrets = Secrets(folder)
        for manner in MANNERS:
            tap.step(f'keeps them when it is answered: {manner}', secrets.keeps_them(manner))
        tap.step('shows none to others, and leaves no core', secrets.leaves_none_behind)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
