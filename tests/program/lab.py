"""What the tests of the verbs share: the hub and the program as processes, servers that answer oddly, and TAP.

Nothing here needs a display, a session bus or a keyring: the program is run without any of them.
"""

import contextlib
import http.server
import json
import os
import pathlib
import sqlite3
import ssl
import subprocess
import threading

WAIT = 60  # seconds; a ceiling for a machine under load, no measure
LOGINS = {
    'crm': {'token': 'crm-amina'},
    'contact-platform': {'client_id': 'diapason', 'client_secret': 'diapason-demo-secret', 'user': 'amina',
                         'password': 'demo-amina'},
    'survey-tool': {'key': 'survey-amina'},
    'web-shop': {'user': 'amina', 'password': 'shop-amina'},
}
SECRETS = ('crm-amina', 'diapason-demo-secret', 'demo-amina', 'survey-amina', 'shop-amina')


def lines_of(logins):
    return ''.join(f'{source}.{field}={value}\n' for source, login in logins.items() for field, value in login.items())


class Failure(Exception):
    """What was expected did not come."""


def expect(what, got, wanted):
    if got != wanted:
        raise Failure(f'{what}: got {got!r}, wanted {wanted!r}')


def expect_in(what, part, whole):
    if part not in whole:
        raise Failure(f'{what}: {part!r} is not in {whole!r}')


class Tap:
    """One line a step. A step that fails does not stop the next."""

    def __init__(self):
        self.count, self.failures = 0, 0

    def step(self, name, function):
        self.count += 1
        try:
            function()
            print(f'ok {self.count} {name}', flush=True)
        except Exception as error:  # a step is judged, whatever it met
            self.failures += 1
            for line in f'{type(error).__name__}: {error}'.splitlines():
                print(f'# {line}', flush=True)
            print(f'not ok {self.count} {name}', flush=True)

    def end(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failures else 0


class Lab:
    """A home of its own, in which the program is called; everything it prints is kept, to look for secrets."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.printed = []
        kept = {name: value for name, value in os.environ.items()
                if name in ('PATH', 'TZ', 'TMPDIR') or name.startswith(('ASAN_', 'UBSAN_', 'LSAN_', 'G_DEBUG'))}
        self.environment = {
            **kept, 'HOME': str(self.folder), 'XDG_DATA_HOME': str(self.folder / 'data'),
            'XDG_CONFIG_HOME': str(self.folder / 'config'), 'XDG_CACHE_HOME': str(self.folder / 'cache'),
            'XDG_RUNTIME_DIR': str(self.folder / 'run'), 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC',
            'DBUS_SESSION_BUS_ADDRESS': f'unix:path={self.folder}/no-bus',
        }

    def start(self, *arguments, **options):
        return subprocess.Popen([self.program, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment, **options)

    def run(self, *arguments, status=0, stdin='', before=(), **environment):
        """Runs it to its end. `before`: a command that starts it."""
        stdin = stdin if isinstance(stdin, bytes) else stdin.encode()
        done = subprocess.run([*before, self.program, *map(str, arguments)], input=stdin, capture_output=True,
                              env={**self.environment, **environment}, timeout=WAIT, check=False)
        said = ' '.join(map(str, arguments))
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        self.printed.append((said, done.stdout + done.stderr))
        if done.returncode != status:
            raise Failure(f'{said}: status {done.returncode}, not {status}: {done.stdout}{done.stderr}')
        return done

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, '--json', **options).stdout)


class Hub:
    def __init__(self, lab, name, *company):
        self.database = lab.folder / f'{name}.db'
        self.process = lab.start('hub', '--while-stdin', '--database', self.database, *company)
        line = self.process.stdout.readline().decode().strip()
        if not line.startswith('listening on '):
            raise Failure(f'the hub said “{line}”')
        self.address = line[len('listening on '):]

    def sql(self, statement, *values):
        with contextlib.closing(sqlite3.connect(self.database, timeout=WAIT)) as connection, connection:
            return connection.execute(statement, values).fetchall()

    def change(self, table, row, **columns):
        """What a colleague does at the server."""
        self.sql("UPDATE meta SET value = value + 1 WHERE key = 'seq'")
        (seq,), = self.sql("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'seq'")
        (now,), = self.sql(f'SELECT max(updated_at) + 1 FROM {table}')
        columns |= {'seq': seq, 'updated_at': now}
        names = ', '.join(f'{name} = ?' for name in columns)
        self.sql(f'UPDATE {table} SET {names}, revision = revision + 1 WHERE id = ?', *columns.values(), row)

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=WAIT)


class Profile:
    """A profile and its folder of sources."""

    def __init__(self, lab, name, hub):
        self.lab, self.hub = lab, hub
        self.folder, self.sources = lab.folder / name, lab.folder / f'{name}-sources'
        self.sources.mkdir()
        self.write('crm', 'crm', hub.address + '/crm/v1')
        self.write('contact-platform', 'contact-platform', hub.address + '/platform')
        self.write('survey-tool', 'survey-tool', hub.address + '/survey/v2')
        self.write('web-shop', 'web-shop', hub.address + '/shop')

    def write(self, name, preset, base_url):
        (self.sources / f'{name}.json').write_text(json.dumps({'preset': preset, 'base_url': base_url}))

    @property
    def places(self):
        return '--profile', self.folder, '--sources', self.sources

    def sync(self, *arguments, logins=None, json_wanted=True, **options):
        run = self.lab.json if json_wanted else self.lab.run
        return run('--sync-once', *self.places, '--login-stdin', *arguments,
                   stdin=lines_of(LOGINS if logins is None else logins), **options)

    def find(self, words, **options):
        return json.loads(self.lab.run('find', '--profile', self.folder, '--json', '--', words, **options).stdout)

    def show(self, customer, *arguments, **options):
        return self.lab.json('show', customer, '--profile', self.folder, *arguments, **options)

    def sheets(self):
        """All that it would show of everybody, without when it was fetched, and whose record came first."""
        def strip(value):
            if isinstance(value, dict):
                return {name: strip(inner) for name, inner in value.items() if name != 'as_of'}
            return sorted(map(strip, value), key=json.dumps) if isinstance(value, list) else value
        people = [('crm', row) for row, in self.hub.sql('SELECT id FROM customer WHERE NOT deleted ORDER BY id')]
        people += [('contact-platform', row) for row, in self.hub.sql('SELECT id FROM contact ORDER BY id')]

        def sheet(source, row):
            shown = self.show(f'{source}:{row}', '--messages')
            # Of those who are joined the first has no rule, and which is first is a matter of which source was faster.
            shown['rules'] = [[member.pop('rule'), member.pop('evidence')] for member in shown['members']]
            return strip(shown)
        return {row: sheet(source, row) for source, row in people}


class OddServer:
    """Answers every request alike. `context`: TLS. Without an answer it never answers."""

    def __init__(self, status=200, body='', kind='application/json', headers=(), context=None, silent=False):
        odd = self
        self.asked, self.released = threading.Event(), threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                odd.asked.set()
                if silent:
                    odd.released.wait(WAIT)
                    return
                self.send_response(status)
                self.send_header('Content-Type', kind)
                self.send_header('Content-Length', str(len(body.encode())))
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            do_POST = do_GET

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda request, address: None  # a client that refuses us is what we want
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.address = f'{"https" if context else "http"}://127.0.0.1:{self.server.server_port}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()


def self_signed(folder):
    """A TLS context nobody trusts, or None where there is no openssl."""
    key, certificate = folder / 'key.pem', folder / 'certificate.pem'
    try:
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate,
                        '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
                       check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
