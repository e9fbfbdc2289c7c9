#!/usr/bin/python3
"""The whole path, as a person goes it: find a customer, read, lose the network, go on, and get it back.

usage: test-backbone.py PROGRAM PICTURES    under tests/support/with-display
"""

import collections
import datetime
import os
import sqlite3
import sys
import tempfile

from harness import Failure, Hub, Tap, Window, run_json, until

PROGRAM, PICTURES = sys.argv[1:3]
COMPANY = ['--customers', '120', '--days', '45', '--seed', '7', '--until', '2026-11-20']
CHANNELS = {'voice': 'call', 'mail': 'email', 'chat': 'chat', 'text': 'sms'}
SOURCES = ('CRM', 'Contact platform', 'Survey tool', 'Web shop')
STATES = {'queued': 'waiting', 'active': 'open', 'done': 'closed'}


def instant(ms):
    if ms is None:
        return None
    at = datetime.datetime.fromtimestamp(ms / 1000, datetime.timezone.utc)
    return at.strftime('%Y-%m-%dT%H:%M:%S.') + f'{ms % 1000:03d}Z'


def expect(what, shown, told):
    if shown != told:
        raise Failure(f'{what}: shown {shown!r}, the server tells {told!r}')


def sql(database, statement, *values):
    connection = sqlite3.connect(database, timeout=30)
    try:
        rows = connection.execute(statement, values).fetchall()
        connection.commit()
        return rows
    finally:
        connection.close()


class Day:
    """One run of the program against the hub."""

    def __init__(self, folder):
        self.profile, self.database = os.path.join(folder, 'profile'), os.path.join(folder, 'hub.db')
        self.hub = Hub(PROGRAM, self.database, COMPANY)
        self.hub.start()
        self.window = Window(PROGRAM, ['demo', '--hub', self.hub.address, '--profile', self.profile], PICTURES)
        self.someone, self.other = self._two_customers()

    def _two_customers(self):
        """Two customers of the CRM with words to read, and names nobody else has."""
        rows = sql(self.database, '''
            SELECT c.id, c.given_name || ' ' || c.family_name AS name, i.id, count(m.id) AS messages
            FROM customer c JOIN contact k ON k.crm_customer = c.id
            JOIN interaction i ON i.contact = k.id AND NOT i.deleted
            JOIN message m ON m.interaction = i.id AND NOT m.deleted
            WHERE NOT c.deleted AND c.given_name != '' GROUP BY i.id HAVING messages > 1
            ORDER BY i.began_at DESC''')
        names = collections.Counter(name for _, name in {(customer, name) for customer, name, _, _ in rows})
        chosen = {}
        for customer, name, interaction, _ in rows:
            if names[name] == 1 and name.isascii():
                chosen.setdefault(customer, (customer, name, interaction))
        if len(chosen) < 2:
            raise Failure('the company has no two customers to read about')
        return list(chosen.values())[:2]

    # Steps

    def sync(self):
        self.window.wait_text('CRM · in sync')
        until('all sources in sync', self.is_in_sync)
        self.window.picture('e2e-start')

    def is_in_sync(self):
        return sum('in sync' in text for text in self.window.texts()) >= len(SOURCES)

    def open_by_keyboard(self, customer):
        _, name, _ = customer
        self.window.keys('ctrl+k')
        self.window.wait_text('Find anyone or anything')
        self.window.type(name)
        until(f'{name} among what was found', lambda: self.window.find(name + ','))
        self.window.keys('Return')
        until(f'the card of {name}', lambda: self.window.root.get_child_at_index(0).get_name().startswith(name))

    def read_newest(self, customer):
        """Opens the newest contact in place and reads its first message."""
        bodies = sql(self.database, '''
            SELECT m.body FROM contact k JOIN interaction i ON i.contact = k.id
            JOIN message m ON m.interaction = i.id
            WHERE k.crm_customer = ? AND NOT i.deleted AND NOT m.deleted ORDER BY m.at''', customer[0])
        words = {' '.join(body.split())[:60] for (body,) in bodies}
        def opened():
            shown = [' '.join(text.split()) for text in self.window.texts()]
            return any(any(text.startswith(word) for word in words) for text in shown)

        # The newest row may be a promise, which opens to no message: go on to the next one.
        self.window.keys('Home', 'Return')
        for _ in range(5):
            try:
                until('the words of a message', opened, 3)
                return
            except Failure:
                self.window.keys('Down', 'Return')
        until('the words of a message', opened, 20)

    def find_and_read(self):
        self.open_by_keyboard(self.someone)
        self.read_newest(self.someone)
        self.window.picture('e2e-person')

    def cut(self):
        self.hub.stop()
        self.ask_again('CRM')
        until('a sentence about the cut', lambda: any('CRM · ' in text and 'in sync' not in text and 'asking' not in text
                                                      for text in self.window.texts()))
        self.window.picture('e2e-cut')

    def ask_again(self, label):
        """Presses "Ask again now" of a source in the footer."""
        self.window.press(label + ' · ')
        self.window.press('Ask again now')

    def go_on_reading(self):
        self.open_by_keyboard(self.other)
        self.read_newest(self.other)

    def change_while_cut(self):
        """What colleagues do at the server while we are cut off: fifty changes and some deletions."""
        (seq,), = sql(self.database, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'seq'")
        tables = 'interaction', 'customer', 'feedback', 'shop_order'
        latest = ' UNION ALL '.join(f'SELECT max(updated_at) AS at FROM {table}' for table in tables)
        (now,), = sql(self.database, f'SELECT max(at) FROM ({latest})')
        for table, column, text in (('interaction', 'summary', 'changed while you were cut off'),
                                    ('message', 'body', 'said while you were cut off'),
                                    ('feedback', 'text', 'answered while you were cut off'),
                                    ('shop_order', 'items', '1 × bought while you were cut off'),
                                    ('customer', 'city', 'Elsewhere')):
            for (row,) in sql(self.database, f'SELECT id FROM {table} WHERE NOT deleted ORDER BY id LIMIT 16'):
                seq, now = seq + 1, now + 1
                sql(self.database, f'UPDATE {table} SET {column} = ?, revision = revision + 1, seq = ?,'
                                   ' updated_at = ? WHERE id = ?', f'{text} {seq}', seq, now, row)
        for table in ('message', 'feedback', 'shop_visit'):
            for (row,) in sql(self.database, f'SELECT id FROM {table} WHERE NOT deleted ORDER BY id DESC LIMIT 2'):
                seq, now = seq + 1, now + 1
                sql(self.database, f'UPDATE {table} SET deleted = 1, revision = revision + 1, seq = ?, updated_at = ?'
                                   ' WHERE id = ?', seq, now, row)
        sql(self.database, "UPDATE meta SET value = ? WHERE key = 'seq'", str(seq))

    def restore(self):
        self.change_while_cut()
        self.hub.start()
        for label in SOURCES:
            self.ask_again(label)
        until('all sources in sync again', self.is_in_sync, 90)
        self.window.picture('e2e-restored')

    # Every row

    def sheets(self, source, ids):
        return {row: run_json(PROGRAM, 'show', f'{source}:{row}', '--messages', '--profile', self.profile) for row in ids}

    def compare_crm(self):
        customers = self.hub.crm('customers')
        sheets = self.sheets('crm', [customer['id'] for customer in customers])
        for customer in customers:
            sheet = sheets[customer['id']]
            address = customer['address']
            if {member['source'] for member in sheet['members']} == {'crm'}:
                expect(f'city of {customer["id"]}', sheet['city'], address['city'])
            names = ' '.join(part for part in (customer['name']['given'], customer['name']['family']) if part)
            expect(f'name of {customer["id"]}', sheet['name'], names)
        for collection, key, fields in (
                ('contact-points', 'contact_points', {'kind': 'kind', 'value': 'value', 'preferred': 'preferred'}),
                ('contracts', 'contracts', {'number': 'number', 'product': 'product', 'status': 'status'})):
            told = collections.defaultdict(dict)
            for row in self.hub.crm(collection):
                told[row['customer_id']][row['id']] = {shown: row[field] for shown, field in fields.items()}
            for customer in customers:
                shown = {row['id']: {field: row[field] for field in fields}
                         for row in sheets[customer['id']][key] if row['source'] == 'crm'}
                expect(f'{collection} of {customer["id"]}', shown, told[customer['id']])
        promises = {row['id']: (row['text'], row['state']) for row in self.hub.crm('promises')}
        shown = {row['id']: (row['text'], row['state']) for sheet in sheets.values()
                 for row in sheet['history'] if row['entity'] == 'promise'}
        expect('promises', shown, promises)

    def compare_platform(self):
        contacts = self.hub.platform('contacts')
        sheets = self.sheets('contact-platform', [contact['id'] for contact in contacts])
        agents = {agent['id']: agent['name'] for agent in self.hub.platform('agents')}
        told, words = {}, collections.defaultdict(dict)
        for row in self.hub.platform('interactions'):
            told[row['id']] = (CHANNELS[row['channel']], STATES[row['status']], instant(row['startedAt']), row['subject'],
                               (row['wrapUp'] or {}).get('summary'), agents.get(row['agent']))
        for row in self.hub.platform('messages'):
            words[row['conversationId']][row['id']] = (row['kind'], instant(row['sentAt']), row['text'])
        shown, read = {}, collections.defaultdict(dict)
        for sheet in sheets.values():
            for row in sheet['history']:
                if row['entity'] != 'interaction' or row['source'] != 'contact-platform':
                    continue
                shown[row['id']] = (row['channel'], row['state'], row['at'], row['subject'], row['summary'], row['adviser'])
                for message in row['messages']:
                    read[row['id']][message['id']] = (message['kind'], message['at'], message['body'])
        expect('contacts', sorted(shown), sorted(told))
        for row, values in told.items():
            expect(f'contact {row}', shown[row], values)
            expect(f'messages of {row}', read[row], words[row])
        print(f'# {len(contacts)} contacts, {len(told)} interactions, {sum(map(len, words.values()))} messages compared')

    @staticmethod
    def history(sheets, source, entity):
        """What the sheets show of a source: each row once, though two of them may be of one person."""
        return {row['id']: row for sheet in sheets.values() for row in sheet['history']
                if (row['source'], row['entity']) == (source, entity)}

    def compare_shop(self):
        accounts = self.hub.shop('accounts')
        sheets = self.sheets('web-shop', [account['id'] for account in accounts])
        told = {}
        for row in self.hub.shop('visits'):
            told[row['id']] = ('web', instant(row['start'] * 1000), row['search'], row['topic'], row['found'], 'closed')
        for row in self.hub.shop('orders'):
            state = 'open' if row['state'] in ('placed', 'sent') else 'closed'
            told[row['id']] = ('web', instant(row['placed'] * 1000), f'{row["number"]}: {row["items"]}', None, None, state)
        for row in self.hub.shop('store-visits'):
            told[row['id']] = ('store', instant(row['start'] * 1000), row['store'], row['reason'], row['solved'], 'closed')
        shown = {row['id']: tuple(row[name] for name in ('channel', 'at', 'subject', 'reason', 'solved', 'state'))
                 for row in self.history(sheets, 'web-shop', 'interaction').values()}
        expect('visits and orders', shown, told)
        told = {row['id']: row['text'] for row in self.hub.shop('reviews') if row['account']}
        shown = {row['id']: row['text'] for row in self.history(sheets, 'web-shop', 'verbatim').values()}
        expect('reviews', shown, told)
        print(f'# {len(accounts)} accounts compared')

    def compare_survey(self):
        answers = [row for row in self.hub.survey('answers') if row['respondent']]
        who = [('crm', row['customer_number']) if row['customer_number'] else ('contact-platform', row['contact_ref'])
               for row in (answer['respondent'] for answer in answers)]
        shown = {}
        for source in ('crm', 'contact-platform'):
            sheets = self.sheets(source, sorted({row for name, row in who if name == source}))
            shown |= self.history(sheets, 'survey-tool', 'verbatim')
        expect('answers', {row['id']: (row['channel'], row['text'], row['state']) for row in shown.values()},
               {row['id']: (row['touchpoint']['channel'], row['comment'], row['follow_up']) for row in answers})
        print(f'# {len(answers)} answers compared')

    def compare(self):
        self.compare_crm()
        self.compare_platform()
        self.compare_shop()
        self.compare_survey()

    def end(self):
        self.window.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-e2e-') as folder:
        day = Day(folder)
        try:
            tap.step('the window fetches from all sources', day.sync)
            tap.step('a customer is found and read by keyboard', day.find_and_read)
            tap.step('what is shown is what the servers tell', day.compare)
            tap.step('a cut network is told in a sentence', day.cut)
            tap.step('reading and searching go on without the network', day.go_on_reading)
            tap.step('the network comes back and the window catches up', day.restore)
            tap.step('every row is the servers\' again', day.compare)
            tap.step('the program ends well', day.end)
        finally:
            if day.window.process.poll() is None:
                day.window.picture('e2e-last')
                day.window.process.kill()
            day.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
