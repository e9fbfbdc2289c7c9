#!/usr/bin/env python3
"""The whole program against a real Request Tracker: what it shows is compared, person by person and row by
row, with what the tracker's own REST tells the administrator.

test.py DIAPASON. Installs the tracker's packages, so it runs only where DIAPASON_RT=1 asks for it.
"""

import collections
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import company
from tracker import HERE, Failure, Tracker

STATES = {'new': 'waiting', 'open': 'open', 'stalled': 'open', 'resolved': 'closed', 'rejected': 'closed'}
SECRET = 'Board'  # the queue that advisers may not see
WORDS = ['elevee', 'résilier', 'caffettiera', 'SETE', 'kettle', 'porcelaine', 'greaux', 'ashworth', 'niente',
         'quarter-tone', 'erreur', 'lamp', 'nuova', 'désirée', 'patience', 'twice']
UNHEARD = ['hinge', 'automatically', 'conseillers']  # of a file, of mails the tracker sends, of the secret queue


# What the tracker says ----------------------------------------------------------------------------------

def when(instant):
    """An instant as Diapason writes it; none for the tracker's word for never."""
    return None if instant.startswith('1970') else instant.replace('Z', '.000Z')


def words(text):
    return re.findall(r'\w+', text)


class Truth:
    """All that an adviser may see, as the administrator is told it one object after the other."""

    def __init__(self, tracker, token):
        self.ask = lambda path, **query: tracker.get(token, path, **query)
        self.users = {user['id']: self.ask(f"/user/{user['id']}") for user in tracker.list(token, '/users')}
        queues = {queue['id']: self.ask(f"/queue/{queue['id']}")['Name']
                  for queue in tracker.list(token, '/queues/all')}
        self.tickets = {}
        for listed in tracker.list(token, '/tickets', query='id > 0', fields='Queue'):
            if queues[listed['Queue']['id']] != SECRET:
                self.tickets[listed['id']] = self._ticket(tracker, token, listed['id'])

    def _ticket(self, tracker, token, number):
        told = self.ask(f'/ticket/{number}')
        asking = [user['id'] for user in told['Requestor']]
        status, owner = told['Status'], told['Owner']['id']
        history = tracker.list(token, f'/ticket/{number}/history', fields='Type,Created,Creator')
        messages = [self._message(tracker, token, step, asking, [user['id'] for user in told['Cc']])
                    for step in history if step['Type'] in ('Create', 'Correspond', 'Comment')]
        return {
            'customer': asking[0] if asking else None,
            'asking': asking,
            'at': when(told['Created']),
            'ended_at': when(told['Resolved']) if STATES[status] == 'closed' else None,
            'subject': told.get('Subject') or None,
            'state': STATES[status],
            'direction': 'in' if told['Creator']['id'] in asking else None,
            'adviser': None if owner == 'Nobody' else self.users[owner]['RealName'],
            'messages': [message for message in messages if message],
        }

    def _message(self, tracker, token, step, asking, copied):
        parts = [part for part in tracker.list(token, f"/transaction/{step['id']}/attachments",
                                               fields='ContentType,Content,Filename')
                 if not part['Filename'] and part['ContentType'] in ('text/plain', 'text/html')]
        if not parts:
            return None
        creator = step['Creator']['id']
        name = self.users[creator].get('RealName') or creator
        is_html = parts[0]['ContentType'] == 'text/html'
        text = re.sub('<[^>]*>', ' ', parts[0]['Content']) if is_html else parts[0]['Content']
        return {
            'id': step['id'],
            'author': 'customer' if creator in asking + copied else 'adviser',
            'author_name': None if creator in asking[:1] else name,
            'kind': 'note' if step['Type'] == 'Comment' else 'reply',
            'at': when(step['Created']),
            'body': [f'{word} ' for word in words(html.unescape(text))] if is_html else text,
        }

    def persons(self, all_of_them):
        """Their numbers by name: those who asked for something, or all that are no advisers."""
        asking = {name for ticket in self.tickets.values() for name in ticket['asking']}
        return {name: str(user['id']) for name, user in self.users.items()
                if name in asking or (all_of_them and not user['Privileged'] and name not in ('Nobody', 'RT_System'))}

    def person(self, name, with_phones):
        user = self.users[name]
        points = {('email', user['EmailAddress'])} if user.get('EmailAddress') else set()
        if with_phones and user.get('MobilePhone'):
            points.add(('mobile', user['MobilePhone']))
        history = {number: ticket for number, ticket in self.tickets.items() if ticket['customer'] == name}
        return user.get('RealName') or name, points, history

    def hits(self, word, persons):
        """What a search for `word` has to find: kinds and ids. Of a ticket's texts it is the last that fits."""
        def fits(*texts):
            keys = [fold(text) for text in texts if text]
            return all(any(re.search(rf'\b{part}', key) for key in keys) for part in words(fold(word)))
        found = {('customer', number) for name, number in persons.items()
                 if fits(self.users[name].get('RealName') or name, self.users[name].get('EmailAddress'))}
        for number, ticket in self.tickets.items():
            if fits(ticket['subject']):
                found.add(('interaction', number))
            fitting = [message['id'] for message in ticket['messages'] if fits(''.join(message['body']))]
            found |= {('message', number) for number in fitting[-1:]}
        return found


def fold(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text).casefold() if not unicodedata.combining(c))


# What Diapason shows ------------------------------------------------------------------------------------

class Desk:
    """The program with a profile of its own and one source, called rt."""

    def __init__(self, program, folder, name, token, description):
        self.program, self.token = program, token
        self.profile, self.sources = folder / name, folder / f'{name}-sources'
        self.sources.mkdir()
        (self.sources / 'rt.json').write_text(json.dumps(description))
        home = str(folder / 'home')
        self.environment = os.environ | {f'XDG_{kind}_HOME': home for kind in ('CONFIG', 'DATA', 'CACHE')}

    def _run(self, *arguments, **more):
        return subprocess.run([self.program, *arguments, '--profile', self.profile], capture_output=True, text=True,
                              env=self.environment, timeout=300, **more)

    def sync(self):
        """One round: its exit status, its sentences, and per entity how many rows were new, changed, deleted,
        refused."""
        done = self._run('--sync-once', '--sources', self.sources, '--login-stdin', '--json',
                         input=f'rt.token={self.token}\n')
        rows, counts = json.loads(done.stdout), collections.defaultdict(lambda: [0, 0, 0, 0])
        for row in rows:
            for i, kind in enumerate(('new', 'changed', 'deleted', 'refused')):
                counts[row['entity']][i] += row[kind]
        return done.returncode, [row['sentence'] for row in rows if row['sentence']], dict(counts)

    def person(self, number):
        done = self._run('show', f'rt:{number}', '--json', '--messages')
        if done.returncode:
            return None, None, done.stderr
        told = json.loads(done.stdout)
        points = {(point['kind'], point['value']) for point in told['contact_points']}
        return told['name'], points, told['history']

    def find(self, word):
        done = self._run('find', word, '--json')
        return {(hit['group'], hit['id']) for hit in json.loads(done.stdout or '[]')}


def preset(url):
    """The source as a person would write it down."""
    return {'preset': 'request-tracker', 'base_url': url, 'label': 'The tracker'}


def by_small_pages(url):
    """The preset's own description, but for the address and pages of three. Within a ticket they are larger:
    what a login may not see is missing from its page, and a page without anything is the last."""
    description = json.loads((HERE.parents[2] / 'resources/sources/request-tracker.json').read_text())
    for stream in description['streams']:
        if 'paging' in stream:
            stream['paging']['size'] = 12 if 'for_each' in stream else 3
    return description | {'base_url': url}


def as_shown(ticket, number):
    """A ticket as the row of a history that it has to be."""
    row = {key: ticket[key] for key in ('at', 'ended_at', 'subject', 'state', 'direction', 'adviser')}
    return row | {'id': number, 'channel': 'ticket', 'messages': ticket['messages']}


def comparable(row, wanted):
    """A shown row with no more than is compared, and texts that were HTML as their words."""
    bodies = {message['id']: message['body'] for message in wanted['messages']} if wanted else {}
    shown = {key: row[key] for key in ('at', 'ended_at', 'subject', 'state', 'direction', 'adviser', 'id', 'channel')}
    shown['messages'] = [
        {key: message[key] for key in ('id', 'author', 'author_name', 'kind', 'at', 'body')}
        for message in row['messages']]
    for message in shown['messages']:
        if isinstance(bodies.get(message['id']), list):
            message['body'] = [f'{word} ' for word in words(message['body'])]
    return shown


# The test -----------------------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.number, self.failed = 0, False

    def check(self, what, got, wanted):
        self.number += 1
        good = got == wanted
        self.failed |= not good
        print(f"{'ok' if good else 'not ok'} {self.number} - {what}", flush=True)
        if not good:
            for name, value in (('got', got), ('wanted', wanted)):
                text = json.dumps(value, ensure_ascii=False, default=lambda o: sorted(map(str, o)))
                print(f'# {name}: {text}', flush=True)

    def end(self):
        print(f'1..{self.number}')
        return 1 if self.failed else 0


def compare(tap, when_is_it, desk, truth, sees_people):
    """Every person with every row and text, and some searches."""
    persons = truth.persons(sees_people)
    for name, number in sorted(persons.items()):
        wanted_name, wanted_points, tickets = truth.person(name, sees_people)
        wanted = sorted((as_shown(ticket, number) for number, ticket in tickets.items()),
                        key=lambda row: row['at'], reverse=True)
        shown_name, points, history = desk.person(number)
        shown = [comparable(row, tickets.get(row['id'])) for row in history] if points is not None else history
        tap.check(f'{when_is_it}: {wanted_name}, {len(wanted)} tickets',
                  [shown_name, points, shown], [wanted_name, wanted_points, wanted])
    for word in WORDS:
        tap.check(f'{when_is_it}: searching “{word}”', desk.find(word), truth.hits(word, persons))
    for word in UNHEARD:
        tap.check(f'{when_is_it}: “{word}” is not found', desk.find(word), set())


CHANGES = [
    company.mail('Nuova Conoscenza <nuova@posta.test>', 'Una lampada', 'Cerco una lampada verde.'),
    company.mail(company.person('Imogen Ashworth-Pell'), 'Re: [support.example.test #3] Kettle', 'It is now in tune.'),
    {'do': 'reply', 'as': 'luca', 'ticket': 5, 'text': 'Abbiamo letto tutto.'},
    {'do': 'note', 'as': 'noemie', 'ticket': 7, 'text': 'Nouvelle adresse notée, sans erreur.'},
    {'do': 'own', 'as': 'priya', 'ticket': 6, 'owner': 'priya'},
    {'do': 'status', 'as': 'priya', 'ticket': 6, 'status': 'resolved'},
    {'do': 'status', 'as': 'luca', 'ticket': 2, 'status': 'open'},
    {'do': 'rename', 'as': 'noemie', 'ticket': 19, 'subject': 'Lampade senza oggetto'},
    {'do': 'change_user', 'user': 'rufus.oakenshaw@letters.test', 'field': 'RealName', 'value': 'Rufus Lamplighter'},
    {'do': 'change_user', 'user': 'helene.greaux@courriel.test', 'field': 'MobilePhone', 'value': ''},
    {'do': 'change_user', 'user': 'maelle@courriel.test', 'field': 'EmailAddress', 'value': 'maelle@ailleurs.test'},
    {'do': 'change_user', 'user': 'maelle@courriel.test', 'field': 'Name', 'value': 'maelle@ailleurs.test'},
    {'do': 'user', 'fields': {'Name': 'silent@letters.test', 'RealName': 'Silent Lampwick',
                              'EmailAddress': 'silent@letters.test'}},
    {'do': 'status', 'as': 'root', 'ticket': 16, 'status': 'deleted'},
    {'do': 'merge', 'ticket': 17, 'into': 18},
]


def run(program, tap, folder, tracker):
    tracker.start()
    reader, plain, administrator = tracker.do(*company.open_for_business())[-3:]
    tracker.do(*company.first_weeks())

    desk = Desk(program, folder, 'reader', reader, preset(tracker.url))
    truth = Truth(tracker, administrator)
    status, sentences, counts = desk.sync()
    texts = sum(len(ticket['messages']) for ticket in truth.tickets.values())
    tap.check('first round: it ends well', [status, sentences], [0, []])
    tap.check('first round: all tickets are new', counts['interaction'], [len(truth.tickets), 0, 0, 0])
    tap.check('first round: all texts are new', counts['message'], [texts, 0, 0, 0])
    compare(tap, 'first round', desk, truth, True)
    tap.check('a number in another way of writing', desk.find('06 39 98 14 07'),
              {('customer', truth.persons(True)['helene.greaux@courriel.test'])})

    tracker.do(*CHANGES)
    truth = Truth(tracker, administrator)
    status, sentences, counts = desk.sync()
    tap.check('second round: it ends well', [status, sentences], [0, []])
    tap.check('second round: one ticket is new, four have changed, two are gone', counts['interaction'], [1, 4, 2, 0])
    tap.check('second round: four texts are new, one has moved, one is gone', counts['message'], [4, 1, 1, 0])
    compare(tap, 'second round', desk, truth, True)

    status, sentences, counts = desk.sync()
    tap.check('third round: nothing is new',
              [status, sentences, {name: row for name, row in counts.items() if any(row)}], [0, [], {}])

    # Now the tracker is asked for what is younger than an hour or so, where it was asked for days before.
    tracker.do({'do': 'reply', 'as': 'luca', 'ticket': 9, 'text': 'May we know your name?'})
    status, sentences, counts = desk.sync()
    tap.check('fourth round: an answer has come', [status, sentences, counts['message']], [0, [], [1, 0, 0, 0]])
    truth = Truth(tracker, administrator)

    # Somebody without the right to read about people is not told how many rows there are.
    other = Desk(program, folder, 'plain', plain, by_small_pages(tracker.url))
    tap.check('an adviser like any other: it ends well', other.sync()[:2], (0, []))
    compare(tap, 'an adviser like any other', other, truth, False)

    stranger = Desk(program, folder, 'stranger', '1-14-00000000000000000000000000000000', preset(tracker.url))
    status, sentences, _ = stranger.sync()
    tap.check('a wrong token: one sentence, and failure', [status != 0, len(sentences)], [True, 1])
    tap.check('a wrong token: it says that it is not accepted', 'does not accept the login' in ''.join(sentences), True)


def main():
    if os.environ.get('DIAPASON_RT') != '1':
        print('1..0 # SKIP set DIAPASON_RT=1 to install a Request Tracker and run against it')
        return 0
    tap = Tap()
    folder = pathlib.Path(tempfile.mkdtemp(prefix='diapason-rt-'))
    tracker = Tracker(tempfile.mkdtemp(prefix='diapason-rt-'))
    try:
        subprocess.run([HERE / 'install'], stdout=sys.stderr, check=True)
        run(sys.argv[1], tap, folder, tracker)
    except (Failure, OSError, subprocess.SubprocessError) as why:
        print(f'Bail out! {why}')
        return 1
    finally:
        tracker.remove()
        shutil.rmtree(folder)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
