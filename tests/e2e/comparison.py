"""Every row that the servers tell, beside what the program knows of it."""

import collections
import datetime
import os
import sqlite3

from harness import Failure, run_json

CHANNELS = {'voice': 'call', 'mail': 'email', 'chat': 'chat', 'text': 'sms'}
STATES = {'queued': 'waiting', 'active': 'open', 'done': 'closed'}


def instant(ms):
    if ms is None:
        return None
    at = datetime.datetime.fromtimestamp(ms / 1000, datetime.timezone.utc)
    return at.strftime('%Y-%m-%dT%H:%M:%S.') + f'{ms % 1000:03d}Z'


def expect(what, shown, told):
    if shown != told:
        raise Failure(f'{what}: shown {shown!r}, the server tells {told!r}')


def sql(database, statement, *values, **named):
    connection = sqlite3.connect(database, timeout=30)
    try:
        rows = connection.execute(statement, named or values).fetchall()
        connection.commit()
        return rows
    finally:
        connection.close()


def write(database, statement, **values):
    """A write at a hub, like any there: it has a number and a time of its own, which a statement calls :seq and :now."""
    sql(database, "UPDATE meta SET value = value + 1 WHERE key IN ('seq', 'clock')")
    told = dict(sql(database, "SELECT key, CAST (value AS INTEGER) FROM meta WHERE key IN ('seq', 'clock')"))
    sql(database, statement, seq=told['seq'], now=told['clock'], **values)


def is_fetched(profile):
    """Whether all four sources are in sync, and all is derived."""
    rows = sql(os.path.join(profile, 'cache.db'),
               'SELECT count(*), min(coalesce(in_sync_since, 0)), (SELECT count(*) FROM derive_queue) FROM source')
    return rows[0][0] == 4 and rows[0][1] > 0 and rows[0][2] == 0


class Comparison:
    """The lists of a hub, and what `diapason show` tells of a profile that was fetched from it."""

    def __init__(self, program, hub, profile):
        self.program, self.hub, self.profile = program, hub, profile

    # The file of the cache: every list, those too that no card shows

    def told(self):
        """The ids of all rows by (source, entity), sorted."""
        crm, platform, survey, shop = self.hub.crm, self.hub.platform, self.hub.survey, self.hub.shop
        lists = {('crm', entity): [row['id'] for row in crm(name)] for name, entity in (
            ('units', 'unit'), ('advisers', 'adviser'), ('customers', 'customer'), ('contact-points', 'contact_point'),
            ('relations', 'relation'), ('contracts', 'contract'), ('customer-facts', 'customer_fact'),
            ('promises', 'promise'))}
        lists |= {('contact-platform', entity): [row['id'] for row in platform(name)] for name, entity in (
            ('agents', 'adviser'), ('contacts', 'customer'), ('interactions', 'interaction'), ('messages', 'message'),
            ('presence', 'presence'), ('articles', 'article'), ('canned-replies', 'canned_reply'))}
        lists |= {('survey-tool', entity): [row['id'] for row in survey(name)] for name, entity in (
            ('waves', 'survey_wave'), ('counts', 'survey_count'), ('answers', 'verbatim'))}
        lists['web-shop', 'customer'] = [row['id'] for row in shop('accounts')]
        lists['web-shop', 'interaction'] = [row['id'] for name in ('visits', 'orders', 'store-visits') for row in shop(name)]
        lists['web-shop', 'verbatim'] = [row['id'] for row in shop('reviews')]
        return {key: sorted(ids) for key, ids in lists.items()}

    def cached(self, source, entity):
        """The same of one, as the cache has it."""
        return [row for (row,) in sql(os.path.join(self.profile, 'cache.db'), f'''
            SELECT remote_id FROM {entity} e JOIN record r ON r.id = e.id JOIN source s ON s.id = r.source
            WHERE s.name = ? ORDER BY remote_id''', source)]

    def differences(self, told):
        """A sentence for each list that has a gap or a double."""
        for (source, entity), ids in told.items():
            cached = self.cached(source, entity)
            if cached != ids:
                missing = collections.Counter(ids) - collections.Counter(cached)
                more = collections.Counter(cached) - collections.Counter(ids)
                yield f'{source} {entity}: {len(ids)} rows, missing {sorted(missing)}, too many {sorted(more)}'

    def is_derived(self):
        return not sql(os.path.join(self.profile, 'cache.db'), 'SELECT 1 FROM derive_queue LIMIT 1')

    def compare_histories(self):
        """Each event stands once in the history of whom it belongs to."""
        cache = os.path.join(self.profile, 'cache.db')
        events = ' UNION ALL '.join(f'SELECT id, customer FROM {entity}' for entity in ('interaction', 'promise', 'verbatim'))
        told = sql(cache, f'SELECT id FROM ({events}) WHERE customer IS NOT NULL ORDER BY id')
        expect('events', sql(cache, 'SELECT record FROM timeline ORDER BY record'), told)

    # The verbs: what a card and a history show

    def sheets(self, source, ids):
        return {row: run_json(self.program, 'show', f'{source}:{row}', '--messages', '--profile', self.profile) for row in ids}

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

    def compare_all(self):
        self.compare_crm()
        self.compare_platform()
        self.compare_shop()
        self.compare_survey()
