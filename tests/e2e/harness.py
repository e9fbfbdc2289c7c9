"""What end-to-end tests share: the hub and the program as processes, the window through AT-SPI and the keyboard.

Run under tests/support/with-display with the interpreter that has gi (Debian: /usr/bin/python3).
"""

import base64
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time
import unicodedata
import urllib.request

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

SOURCES = ('CRM', 'Contact platform', 'Survey tool', 'Web shop')
ROWS = 20  # of a list, that are looked into; more than are on the screen
WAIT = 60  # seconds; a ceiling for a machine under load, no measure


class Failure(Exception):
    """What was expected did not come."""


def until(what, condition, seconds=WAIT):
    """Asks `condition` until it answers something true, and returns that. What goes away meanwhile is looked for anew.
    Who asks something long rests longer: the program and the bus work for every answer."""
    end = time.monotonic() + seconds
    while True:
        began = time.monotonic()
        try:
            answer = condition()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f'waited {seconds} s in vain for {what}')
        time.sleep(min(max(0.1, 3 * (time.monotonic() - began)), 1))


def first_words(body):
    """What a message is known by on the screen, however its spaces are laid out."""
    return ' '.join(body.split())[:60]


class Hub:
    """`diapason hub` on a port that stays the same when it is started again."""

    def __init__(self, program, database, arguments):
        self.program, self.database, self.arguments = program, database, arguments
        self.port, self.process = 0, None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, 'hub', '--while-stdin', '--port', str(self.port), '--database', self.database,
             *self.arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        if not line.startswith('listening on '):
            raise Failure(f'the hub said “{line}”')
        self.port = int(line.rsplit(':', 1)[1])

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(WAIT)
            self.process.stdin.close()
            self.process.stdout.close()
            self.process = None

    @property
    def address(self):
        return f'http://127.0.0.1:{self.port}'

    def ask(self, address, **headers):
        """What is said there, and under which Link."""
        request = urllib.request.Request(address, headers={name.replace('_', '-'): value for name, value in headers.items()})
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            return json.loads(answer.read()), answer.headers.get('Link')

    def get(self, path, token):
        return self.ask(self.address + path, Authorization=f'Bearer {token}')[0]

    def platform_token(self):
        body = ('grant_type=password&username=amina&password=demo-amina'
                '&client_id=diapason&client_secret=diapason-demo-secret').encode()
        request = urllib.request.Request(self.address + '/platform/oauth/token', data=body, headers={
            'Content-Type': 'application/x-www-form-urlencoded'})
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            return json.loads(answer.read())['access_token']

    def crm(self, collection):
        """All rows of a list of the CRM."""
        rows, page, pages = [], 1, 1
        while page <= pages:
            answer = self.get(f'/crm/v1/{collection}?page={page}&per_page=200', 'crm-amina')
            rows += answer['data']
            page, pages = page + 1, answer['pages']
        return rows

    def platform(self, collection):
        """All rows of a list of the contact platform."""
        token, rows, cursor = self.platform_token(), [], ''
        while True:
            answer = self.get(f'/platform/{collection}?limit=500' + (f'&cursor={cursor}' if cursor else ''), token)
            rows += [row for row in answer['items'] if not row.get('removed')]
            cursor = answer['cursor']
            if not answer['more']:
                return rows

    def survey(self, collection):
        """All rows of a list of the survey tool."""
        rows, total = [], 1
        while len(rows) < total:
            answer, _ = self.ask(f'{self.address}/survey/v2/{collection}?limit=200&offset={len(rows)}',
                                 X_Api_Key='survey-amina')
            rows += answer['results']
            total = answer['total']
        return rows

    def shop(self, collection):
        """All rows of a list of the web shop."""
        rows, address, goes_on = [], f'{self.address}/shop/{collection}?limit=200', True
        login = base64.b64encode(b'amina:shop-amina').decode()
        while goes_on:
            answer, link = self.ask(address, Authorization=f'Basic {login}')
            rows += [row for row in answer if not row.get('gone')]
            address, goes_on = link[1:link.index('>')], link.endswith('"next"')
        return rows


class Wire:
    """A line to a hub that can be cut, and an address at its other end."""

    def __init__(self, hub):
        self.hub, self.port, self.listener = hub, 0, None
        self.lock, self.connections = threading.Lock(), set()
        self.restore()

    @property
    def address(self):
        return f'http://127.0.0.1:{self.port}'

    def restore(self):
        self.listener = socket.create_server(('127.0.0.1', self.port))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=[self.listener], daemon=True).start()

    def drop(self):
        """Whatever is under way ends; the next call gets through."""
        with self.lock:
            for connection in self.connections:
                self._end(connection)
            self.connections = set()

    def cut(self):
        """Nothing gets through any more."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.drop()

    def _accept(self, listener):
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:  # cut
                return
            threading.Thread(target=self._connect, args=[listener, caller], daemon=True).start()

    def _connect(self, listener, caller):
        with caller:
            try:
                hub = socket.create_connection(('127.0.0.1', self.hub.port))
            except OSError:  # it is not there
                return
            with hub:
                with self.lock:
                    if listener is not self.listener:
                        return
                    self.connections |= {caller, hub}
                back = threading.Thread(target=self._carry, args=[hub, caller], daemon=True)
                back.start()
                self._carry(caller, hub)
                back.join()
                with self.lock:
                    self.connections -= {caller, hub}

    @staticmethod
    def _end(connection):
        with contextlib.suppress(OSError):  # it has ended by itself
            connection.shutdown(socket.SHUT_RDWR)

    def _carry(self, here, there):
        try:
            while piece := here.recv(65536):
                there.sendall(piece)
            there.shutdown(socket.SHUT_WR)
        except OSError:  # dropped, at either end
            self._end(here)
            self._end(there)


class Window:
    """The program's window, as a person with a keyboard and a screen reader meets it."""

    def __init__(self, program, arguments, pictures, **options):
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen([program, *arguments], **options)
        self.root = until('the window', self._find_window)

    @classmethod
    def of(cls, process, pictures):
        """The window of a program that runs already."""
        window = cls.__new__(cls)
        window.pictures, window.process = pathlib.Path(pictures), process
        window.root = until('the window', window._find_window)
        return window

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid and application.get_child_count():
                return application
        return None

    def nodes(self, node=None, rows=ROWS):
        """Every accessible, in reading order. Of a long list only its first `rows` are gone into, for each part of one
        is asked for over the bus; the others say what is in them by their names."""
        node = node or self.root
        try:
            node.clear_cache()
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except Exception:  # it went away while we looked
            return
        for i, child in enumerate(children):
            if child is None:
                continue
            yield child
            if i < rows or not self._is_row(child):
                yield from self.nodes(child, rows)

    @staticmethod
    def _is_row(node):
        try:
            return node.get_role() == Atspi.Role.LIST_ITEM
        except GLib.Error:  # it went away while we looked
            return False

    @staticmethod
    def _text(node):
        try:
            name = node.get_name() or ''
            if not name and 'Text' in node.get_interfaces():
                name = Atspi.Text.get_text(node, 0, -1) or ''
            return name
        except Exception:
            return ''

    def texts(self):
        """Everything that can be read. GTK 4.8 does not tell what is hidden: ask for what is new."""
        return [text for text in map(self._text, self.nodes()) if text]

    def find(self, part, role=None):
        """The first accessible whose name or text has `part` in it."""
        for node in self.nodes():
            if part in self._text(node) and (role is None or node.get_role() == role):
                return node
        return None

    def wait_text(self, part, seconds=WAIT):
        try:
            return until(f'“{part}” on the screen', lambda: self.find(part), seconds)
        except Failure as failure:
            shown = '\n  '.join(self.texts())
            raise Failure(f'{failure}; what is shown:\n  {shown}') from None

    def keys(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)
        time.sleep(0.15)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def press(self, part):
        """Does what a click would, through the accessible action of the button called so."""
        def pressed():
            for node in self.nodes():
                try:
                    if (node.get_role() == Atspi.Role.PUSH_BUTTON and part in self._text(node)
                            and Atspi.Action.get_n_actions(node) > 0):
                        return Atspi.Action.do_action(node, 0)
                except GLib.Error:  # it went away while we looked
                    continue
            return False
        until(f'“{part}” to be pressed', pressed)

    def open_person(self, name):
        """Finds somebody by keyboard, their name typed without its accents, and opens their card."""
        self.keys('ctrl+k')
        self.wait_text('Find anyone or anything')
        self.type(unicodedata.normalize('NFD', name).encode('ascii', 'ignore').decode())
        until(f'{name} among what was found', lambda: self.find(name + ','))
        self.keys('Return')
        until(f'the card of {name}', lambda: self.has_open(name))

    def has_open(self, name):
        """Whether the card of somebody is the one that is shown: the window is called so."""
        return self.title().startswith(name)

    def title(self):
        """What the desk is called; "" while it cannot be asked."""
        desk = self.root.get_child_at_index(0)
        return (desk and desk.get_name()) or ''

    def shows(self, words):
        """Whether one of these first words can be read."""
        return any(first_words(text) in words for text in self.texts())

    def open_row_with(self, words):
        """Opens rows of the history in place, newest first, until one shows a message that begins so. The newest may
        be a promise, which opens to none; it may be open from before."""
        if self.shows(words):
            return
        person = self.title()
        self.keys('Home', 'Return')
        for _ in range(5):
            try:
                until('the words of a message', lambda: self.shows(words), 3)
                return
            except Failure:
                if self.title() != person:
                    raise Failure(f'{self.title()} came up in the place of {person}') from None
                self.keys('Down', 'Return')
        until('the words of a message', lambda: self.shows(words), 20)

    def await_cut(self, label):
        """Until a source is said not to answer."""
        until('a sentence about the cut', lambda: any(
            f'{label} · ' in text and 'in sync' not in text and 'asking' not in text for text in self.texts()))

    def ask_again(self, label):
        """Presses "Ask again now" of a source in the footer."""
        self.press(label + ' · ')
        self.press('Ask again now')

    def is_in_sync(self):
        return sum('· in sync' in text for text in self.texts()) >= len(SOURCES)

    def picture(self, name):
        subprocess.run(['import', '-window', 'root', str(self.pictures / f'{name}.png')], check=True)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            status = self.process.wait(WAIT)
            if status != 0:
                raise Failure(f'the program ended with status {status}')


class Tap:
    """One line a step, as TAP."""

    def __init__(self):
        self.count, self.failed = 0, False

    def step(self, name, function):
        self.count += 1
        if self.failed:
            print(f'not ok {self.count} {name} # an earlier step failed', flush=True)
            return
        try:
            function()
            print(f'ok {self.count} {name}', flush=True)
        except Exception as error:  # a step is judged, whatever it met
            self.failed = True
            for line in f'{type(error).__name__}: {error}'.splitlines():
                print(f'# {line}', flush=True)
            print(f'not ok {self.count} {name}', flush=True)

    def end(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failed else 0


def run_json(program, *arguments):
    """What a verb prints with --json."""
    done = subprocess.run([program, *arguments, '--json'], capture_output=True, text=True, env=os.environ, check=False)
    if done.returncode != 0:
        raise Failure(f'{" ".join(arguments)}: {done.stderr.strip()}')
    return json.loads(done.stdout)
