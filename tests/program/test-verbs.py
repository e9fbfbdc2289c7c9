#!/usr/bin/env python3
"""The verbs against the hub: what they print, and what they answer.

usage: test-verbs.py PROGRAM
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

from lab import LOGINS, SECRETS, WAIT, Failure, Hub, Lab, OddServer, Profile, Tap, expect, expect_in, lines_of

PROGRAM = sys.argv[1]
COMPANY = ('--customers', '80', '--days', '30', '--seed', '7', '--until', '2026-03-01')
COUNTS = {
    'crm': {name: f'SELECT count(*) FROM {name} WHERE NOT deleted'
            for name in ('unit', 'adviser', 'customer', 'contact_point', 'relation', 'contract', 'customer_fact',
                         'promise')},
    'contact-platform': {
        'adviser': 'SELECT count(*) FROM adviser', 'customer': 'SELECT count(*) FROM contact WHERE NOT deleted',
        'contact_point': 'SELECT count(phone) + count(email) FROM contact WHERE NOT deleted',
        **{name: f'SELECT count(*) FROM {name} WHERE NOT deleted'
           for name in ('interaction', 'message', 'presence', 'presence_channel', 'article', 'canned_reply')}},
    'survey-tool': {
        **{name: f'SELECT count(*) FROM {name} WHERE NOT deleted' for name in ('survey_wave', 'survey_count')},
        'verbatim': 'SELECT count(*) FROM feedback WHERE NOT deleted',
        'answer': 'SELECT count(*) FROM feedback_score s JOIN feedback f ON f.id = s.feedback'
                  ' WHERE NOT s.deleted AND NOT f.deleted'},
    'web-shop': {
        **{name: 'SELECT count(*) FROM shop_account WHERE NOT deleted' for name in ('customer', 'contact_point')},
        'interaction': 'SELECT sum(n) FROM (SELECT count(*) AS n FROM shop_visit WHERE NOT deleted'
                       ' UNION ALL SELECT count(*) FROM shop_order WHERE NOT deleted'
                       ' UNION ALL SELECT count(*) FROM store_visit WHERE NOT deleted)',
        'verbatim': 'SELECT count(*) FROM review WHERE NOT deleted'},
}
WRONG_USES = (
    'bogus', '--bogus', 'find', 'find --', 'show', 'demo more', '--sync-once more', '--json hub', '--json', '--tour',
    'find x --messages', 'find x --source crm', 'find x --sources .', 'show x --login-stdin', 'show x --hub http://[::1]',
    'demo --json', 'demo --hub nowhere', 'demo --hub ftp://127.0.0.1', 'demo --hub http://127.0.0.1/crm',
    'demo --hub http://me:secret@127.0.0.1', 'demo --pace -1', 'demo --pace fast', 'demo --pace 1001', 'demo --pace=',
    'demo --pace 2 --hub http://127.0.0.1', 'find x --pace 2', '--sync-once --sources /nowhere', '--profile= find x')


# A source of one answer about a call, of a customer it knows, and of one that is anonymous.
SURVEY = {'customers': [{'id': 'c', 'name': 'Zoe Heron'}], 'answers': [
    {'id': 'v1', 'customer': 'c', 'channel': 'call', 'at': '2026-02-01T10:00:00Z', 'score': 0, 'scale': 10,
     'text': 'Nobody\nlistened', 'language': 'en', 'permission': 'yes', 'permission_by': 'phone',
     'permission_until': '2026-03-01', 'state': 'open', 'criteria': [{'name': 'effort', 'score': 6, 'scale': 7}]},
    {'id': 'v2', 'customer': 'c', 'at': '2026-02-02T10:00:00Z', 'score': 9, 'scale': 10, 'text': 'Nobody knows',
     'author_name': 'Zoe', 'permission': 'anonymous', 'criteria': []}]}
SURVEY_SOURCE = {
    'format': 1, 'name': 'survey', 'label': 'Survey', 'authentication': {'kind': 'none'},
    'whoami': {'path': '/me', 'id': 'customers[0].id'},
    'streams': [
        {'name': 'customers', 'entity': 'customer', 'request': {'path': '/customers'}, 'items': 'customers',
         'map': {'id': 'id', 'name': 'name'}},
        {'name': 'answers', 'entity': 'verbatim', 'request': {'path': '/answers'}, 'items': 'answers',
         'map': {'id': 'id', 'at': {'date': 'at'}, **{name: name for name in (
             'customer', 'channel', 'score', 'scale', 'text', 'author_name', 'language', 'permission', 'permission_by',
             'permission_until', 'state')}},
         'also': [{'entity': 'answer', 'each': 'criteria', 'whole': 'verbatim',
                   'map': {'id': {'template': '{^.id}:{name}'}, 'verbatim': '^.id', 'criterion': 'name',
                           'score': 'score', 'scale': 'scale'}}]}]}


def plain(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))


class Verbs:
    def __init__(self, folder):
        self.lab = Lab(PROGRAM, folder)
        self.hub = Hub(self.lab, 'hub', *COMPANY)
        self.profile = Profile(self.lab, 'profile', self.hub)

    # Without data

    def says_what_it_is(self):
        expect('--version', bool(re.fullmatch(r'diapason \d+\.\d+\.\d+\n', self.lab.run('--version').stdout)), True)
        said = self.lab.run('--help').stdout
        for word in ('demo', 'find', 'show', 'hub', '--sync-once', '--source', '--login-stdin', '--json', '--messages',
                     '--profile', '--sources', '--hub', '--pace', '--tour', '--version', 'Exit status'):
            expect_in('--help', word, said)

    def refuses_wrong_uses(self):
        for arguments in WRONG_USES:
            done = self.lab.run(*arguments.split(), status=2)
            expect(f'what “{arguments}” prints', done.stdout, '')
            expect(f'what “{arguments}” complains', len(done.stderr.splitlines()), 2)
            expect_in(f'what “{arguments}” complains', 'diapason --help', done.stderr)
        expect_in('a window without a display', 'no display', self.lab.run(status=1).stderr)

    def has_nothing_yet(self):
        for arguments in (('find', 'x'), ('show', 'x'), ('show', 'crm:1', '--json')):
            done = self.lab.run(*arguments, status=1)
            expect(f'what {arguments} prints', done.stdout, '')
            expect_in(f'what {arguments} complains', '--sync-once', done.stderr)
        expect('what looking up made', (self.lab.folder / 'data').exists(), False)
        done = self.lab.run('--sync-once', status=1)
        expect_in('without sources', str(self.lab.folder / 'config' / 'diapason' / 'sources'), done.stderr)

    # --sync-once

    def fetches_all(self):
        os.umask(0)
        try:
            rows = self.profile.sync()
        finally:
            os.umask(0o022)
        for source, counts in COUNTS.items():
            told = {entity: [] for entity in counts}
            for row in rows:
                if row['source'] == source:
                    told[row['entity']].append(row)
            for entity, statement in counts.items():
                (wanted,), = self.hub.sql(statement)
                sums = [sum(row[name] for row in told[entity]) for name in ('new', 'changed', 'deleted', 'refused')]
                expect(f'{source} {entity}', sums, [wanted, 0, 0, 0])
                expect(f'{source} {entity}', [row['sentence'] for row in told[entity] if row['sentence']], [])

    def is_private(self):
        expect('mode of the folder', oct(self.profile.folder.stat().st_mode & 0o777), oct(0o700))
        files = [path for path in self.profile.folder.iterdir() if path.name != 'folder']
        expect('the files', {'cache.db', 'work.db', 'lock'} <= {path.name for path in files}, True)
        for path in files:
            expect(f'mode of {path.name}', oct(path.stat().st_mode & 0o777), oct(0o600))

    def fetches_nothing_twice(self):
        for row in self.profile.sync():
            expect(f'{row["source"]} {row["entity"]}', [row[name] for name in ('new', 'changed', 'deleted', 'refused')], [0] * 4)

    def fetches_changes(self):
        (customer,), = self.hub.sql('SELECT id FROM customer WHERE NOT deleted ORDER BY id LIMIT 1')
        (message,), = self.hub.sql('SELECT id FROM message WHERE NOT deleted ORDER BY id DESC LIMIT 1')
        self.hub.change('customer', customer, city='Elsewhere')
        self.hub.change('message', message, deleted=1)
        rows = {(row['source'], row['entity']): row for row in self.profile.sync()}
        expect('the customer', rows['crm', 'customer']['changed'], 1)
        expect('the message', rows['contact-platform', 'message']['deleted'], 1)
        expect('all that moved', sum(row['new'] + row['changed'] + row['deleted'] for row in rows.values()), 2)
        expect('their city', self.profile.show(f'crm:{customer}')['city'], 'Elsewhere')

    def fetches_one(self):
        expect('its rows', {row['source'] for row in self.profile.sync('--source', 'crm')}, {'crm'})
        done = self.profile.sync('--source', 'nobody', json_wanted=False, status=1)
        expect_in('a source that is not there', '“nobody”', done.stderr)

    def prints_a_table(self):
        table = self.profile.sync(json_wanted=False).stdout.splitlines()
        expect('its head', table[0].split(), ['source', 'entity', 'new', 'changed', 'deleted', 'refused', 'seconds'])
        expect('what the rows have', {len(line.split()) for line in table}, {7})

    # Logins

    def waits_for_logins(self):
        done = self.lab.run('--sync-once', *self.profile.places, status=1)
        for label in ('CRM', 'Contact platform', 'Survey tool', 'Web shop'):
            expect_in('what it prints', f'“{label}” waits for you to sign in', done.stdout)
        for part in ('no keyring', '--login-stdin', 'crm.token=', 'contact-platform.client_secret=', 'survey-tool.key=',
                     'web-shop.password='):
            expect_in('what it complains', part, done.stderr)
        rows = self.profile.sync(logins={'crm': LOGINS['crm']}, status=1)
        expect('who waits', {row['source'] for row in rows if row['sentence']}, set(LOGINS) - {'crm'})

    def refuses_wrong_logins(self):
        for lines in ('', '\n\n', 'hunter2', 'crm.token', 'crm.=hunter2', '.token=hunter2', 'token=hunter2', 'crm.token=',
                      'nobody.token=hunter2', 'hunter2.token=x', 'crm.hunter2=x', b'crm.token=\xff', b'crm.token=\0',
                      'crm.token=crm-amina\nhunter2', 'crm.token=' + 'x' * 70000):
            done = self.lab.run('--sync-once', *self.profile.places, '--login-stdin', stdin=lines, status=1)
            expect('what it prints', done.stdout, '')
            expect(f'lines of complaint about {lines[:30]!r}', len(done.stderr.splitlines()), 1)
            if 'hunter2' in done.stderr:
                raise Failure(f'it tells what it was given: {done.stderr}')
        lines = lines_of(LOGINS).replace('\n', '\r\n\r\n').rstrip()
        self.lab.run('--sync-once', *self.profile.places, '--login-stdin', stdin=lines)

    def tells_a_wrong_token(self):
        rows = self.profile.sync(logins={**LOGINS, 'crm': {'token': 'x' * 9000}}, status=1)
        expect('who failed', {row['source'] for row in rows if row['sentence']}, {'crm'})

    # find

    def ids(self, words):
        """What is found; of a customer, all that one person is."""
        found = set()
        for hit in self.profile.find(words):
            rows = self.profile.show(f'{hit["source"]}:{hit["id"]}')['members'] if hit['group'] == 'customer' else [hit]
            found |= {f'{row["source"]}:{row["id"]}' for row in rows}
        return found

    def finds_names(self):
        rows = self.hub.sql("SELECT id, given_name || ' ' || family_name FROM customer WHERE NOT deleted AND given_name != ''")
        accented = [(row, name) for row, name in rows if not name.isascii()]
        expect('whether somebody has an accent', bool(accented), True)
        for row, name in accented[:3] + rows[:3]:
            for way in (name, plain(name), name.upper(), ' '.join(reversed(name.split()))):
                expect_in(f'found by “{way}”', f'crm:{row}', self.ids(way))

    def finds_numbers(self):
        rows = self.hub.sql("SELECT customer, value FROM contact_point WHERE kind != 'email' AND NOT deleted"
                            " AND customer IN (SELECT id FROM customer WHERE country = 'FR' AND NOT deleted)")
        customer, number = next((row, re.sub(r'\D', '', re.sub(r'^(\+33|0033)\s*(\(0\))?', '0', value)))
                                for row, value in rows)
        expect('the digits of a French number', len(number), 10)
        pairs = re.findall('..', number)
        for way in (number, ' '.join(pairs), '.'.join(pairs), '-'.join(pairs), '+33' + number[1:], '0033' + number[1:],
                    f'+33 (0){" ".join(pairs)[1:]}'):
            expect_in(f'found by “{way}”', f'crm:{customer}', self.ids(way))

    def finds_words(self):
        (row, interaction, body), = self.hub.sql('SELECT id, interaction, body FROM message WHERE NOT deleted'
                                                 ' ORDER BY length(body) DESC LIMIT 1')
        words = ' '.join(re.findall(r'\w+', body)[:6])
        expect('a message by its words', bool({f'contact-platform:{row}', f'contact-platform:{interaction}'} & self.ids(words)),
               True)
        (article, title), = self.hub.sql('SELECT id, title FROM article WHERE NOT deleted ORDER BY id LIMIT 1')
        expect_in('an article by its title', f'contact-platform:{article}', self.ids(title))
        hit = self.profile.find(title)[0]
        expect('the members of a hit', list(hit), ['group', 'who', 'title', 'detail', 'at', 'source', 'id', 'as_of'])

    def finds_nothing(self):
        expect('nothing', self.profile.find('zzzzqqqq', status=1), [])
        done = self.lab.run('find', 'zzzzqqqq', '--profile', self.profile.folder, status=1)
        expect('what it prints', (done.stdout, len(done.stderr.splitlines())), ('', 1))

    # show

    def shows(self):
        customer, name = self.hub.sql('''
            SELECT c.id, c.given_name || ' ' || c.family_name FROM customer c
            JOIN contact k ON k.crm_customer = c.id JOIN interaction i ON i.contact = k.id
            JOIN message m ON m.interaction = i.id AND NOT m.deleted
            WHERE NOT c.deleted AND c.given_name != '' GROUP BY c.id
            HAVING (SELECT count(*) FROM customer o WHERE o.family_name = c.family_name
                    AND o.given_name = c.given_name) = 1 ORDER BY c.id LIMIT 1''')[0]
        sheet = self.profile.show(f'crm:{customer}', '--messages')
        expect('the name', sheet['name'], name)
        expect('members of a sheet', [member for member, value in sheet.items() if isinstance(value, list)],
               ['contact_points', 'contracts', 'facts', 'members', 'history'])
        told = {body for body, in self.hub.sql('''
            SELECT m.body FROM message m JOIN interaction i ON i.id = m.interaction JOIN contact k ON k.id = i.contact
            WHERE k.crm_customer = ? AND NOT m.deleted''', customer)}
        shown = {message['body'] for event in sheet['history'] for message in event.get('messages', [])}
        expect('what was said', told - shown, set())
        expect('without --messages', any('messages' in event for event in self.profile.show(f'crm:{customer}')['history']), False)
        text = self.lab.run('show', f'crm:{customer}', '--messages', '--profile', self.profile.folder).stdout
        expect('its first line', text.splitlines()[0], name)
        expect_in('its text', max(told, key=len).split('\n')[0], text)
        expect('by words', self.profile.show(name)['name'], name)

    def shows_verbatims(self):
        folder, sources = self.lab.folder / 'surveyed', self.lab.folder / 'surveyed-sources'
        sources.mkdir()
        with OddServer(body=json.dumps(SURVEY)) as server:
            (sources / 'survey.json').write_text(json.dumps({**SURVEY_SOURCE, 'base_url': server.address}))
            self.lab.run('--sync-once', '--profile', folder, '--sources', sources)
        event, = self.lab.json('show', 'survey:c', '--profile', folder)['history']
        wanted = {'entity': 'verbatim', 'channel': 'call', 'at': '2026-02-01T10:00:00.000Z', 'score': 0, 'scale': 10,
                  'text': 'Nobody\nlistened', 'permission': 'yes', 'permission_by': 'phone',
                  'permission_until': '2026-03-01', 'id': 'v1'}
        expect('a verbatim for scripts', {name: event[name] for name in wanted}, wanted)
        expect('its criteria', [(row['criterion'], row['score'], row['scale']) for row in event['answers']],
               [('effort', 6, 7)])
        text = self.lab.run('show', 'survey:c', '--profile', folder).stdout
        expect_in('a verbatim', 'verbatim call · 0/10 · en · may be contacted: yes phone 2026-03-01 · Nobody listened · open',
                  text)
        expect_in('its criteria', '\n      effort 6/7\n', text)
        hits = [(hit['group'], hit['who'], hit['anonymous'], hit['score'])
                for hit in self.lab.json('find', 'nobody', '--profile', folder)]
        expect('found', hits, [('verbatim', None, True, 9), ('verbatim', 'Zoe Heron', False, 0)])
        lines = self.lab.run('find', 'nobody', '--profile', folder).stdout.splitlines()
        expect_in('an anonymous one', '  anonymous · 9/10  Nobody knows  [survey:v2]', lines[0])
        expect_in('a known one', '  0/10  Zoe Heron  Nobody listened  [survey:v1]', lines[1])

    def shows_nobody(self):
        several = self.lab.run('show', 'a', '--profile', self.profile.folder, '--json', status=1)
        expect_in('several', 'SOURCE:ID', several.stderr)
        expect('several, for scripts', json.loads(several.stdout), None)
        expect('nobody, for scripts', self.profile.show('crm:nobody', status=1), None)
        for customer in ('zzzzqqqq', 'crm:nobody', 'nowhere:1', ':', 'crm:', ':1', 'Zzzz: qqqq'):
            done = self.lab.run('show', customer, '--profile', self.profile.folder, status=1)
            expect(f'show {customer}', (done.stdout, len(done.stderr.splitlines())), ('', 1))

    # What comes from outside, and where it goes

    def prints_no_control(self):
        (customer,), = self.hub.sql("SELECT id FROM customer WHERE NOT deleted ORDER BY id DESC LIMIT 1")
        hostile = 'Xyzzy\x1b[31m\x1b]0;t\x07\x9b31m\x7f\u202eevil\u2066 <b>&amp;</b>\r\n' + 'W' * 100000
        self.hub.change('customer', customer, family_name=hostile, city=hostile, street=hostile)
        sync = ('--sync-once', '--login-stdin', '--sources', str(self.profile.sources))
        uses = (sync, (*sync, '--json'), ('find', 'xyzzy'), ('find', 'xyzzy', '--json'), ('show', f'crm:{customer}'),
                ('show', f'crm:{customer}', '--json'), ('show', hostile[:200]), ('find', hostile[:200]))
        for arguments in uses:
            done = subprocess.run([PROGRAM, *arguments, '--profile', str(self.profile.folder)], capture_output=True,
                                  input=lines_of(LOGINS).encode(), timeout=WAIT, check=False,
                                  env={**self.lab.environment, 'G_MESSAGES_DEBUG': 'all'})
            said = (done.stdout + done.stderr).decode()
            for control in ('\x1b', '\x07', '\x9b', '\x7f', '\u202e', '\u2066', '\r'):
                if control in said:
                    raise Failure(f'{arguments}: {control!r} in {said[:2000]}')
            if '--json' not in arguments and max(map(len, said.splitlines()), default=0) > 5000:
                raise Failure(f'{arguments}: a line without an end')
        expect('for scripts', self.profile.show(f'crm:{customer}')['name'].split()[-1], 'W' * 100000)
        expect_in('for scripts', '\x1b[31m', self.profile.show(f'crm:{customer}')['name'])
        print(f'# matrix U1 {len(uses)} uses of the command line', flush=True)

    def prints_json_in_any_locale(self):
        (row, name), *_ = [(row, name) for row, name in self.hub.sql('SELECT id, family_name FROM customer')
                           if not name.isascii() and name.isprintable()]
        expect_in('the name', name, self.profile.show(f'crm:{row}', LC_ALL='C')['name'])

    def tells_a_lost_output(self):
        command = [PROGRAM, 'find', '', '--profile', str(self.profile.folder)]
        command[2] = 'a'
        with open('/dev/full', 'wb') as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=self.lab.environment, check=False)
        expect('a full disk', (done.returncode, b'printed' in done.stderr), (1, True))
        done = subprocess.run(['sh', '-c', '"$@" >&-', 'sh', *command], stderr=subprocess.PIPE, env=self.lab.environment,
                              check=False)
        expect('a closed output', (done.returncode, b'printed' in done.stderr), (1, True))

    def tells_no_secret(self):
        self.profile.sync(G_MESSAGES_DEBUG='all')
        self.profile.sync(logins={**LOGINS, 'crm': {'token': 'x' * 9000}}, status=1, G_MESSAGES_DEBUG='all')
        for secret in (*SECRETS, 'x' * 100):
            for said, printed in self.lab.printed:
                if secret in printed:
                    raise Failure(f'“{said}” prints a secret')
            for path in self.profile.folder.iterdir():
                if secret.encode() in path.read_bytes():
                    raise Failure(f'{path.name} holds a secret')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-verbs-') as folder:
        verbs = Verbs(folder)
        try:
            for name in ('says_what_it_is', 'refuses_wrong_uses', 'has_nothing_yet', 'fetches_all', 'is_private',
                         'fetches_nothing_twice', 'fetches_changes', 'fetches_one', 'prints_a_table', 'waits_for_logins',
                         'refuses_wrong_logins', 'tells_a_wrong_token', 'finds_names', 'finds_numbers', 'finds_words',
                         'finds_nothing', 'shows', 'shows_verbatims', 'shows_nobody', 'prints_no_control', 'prints_json_in_any_locale',
                         'tells_a_lost_output', 'tells_no_secret'):
                tap.step(name.replace('_', ' '), getattr(verbs, name))
        finally:
            verbs.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
