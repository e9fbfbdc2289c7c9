#!/usr/bin/python3
"""The whole path, as a person goes it: find a customer, read, lose the network, go on, and get it back.

usage: test-backbone.py PROGRAM PICTURES    under tests/support/with-display
"""

import collections
import os
import sys
import tempfile

from comparison import Comparison, sql
from harness import SOURCES, Failure, Hub, Tap, Window, first_words, until

PROGRAM, PICTURES = sys.argv[1:3]
COMPANY = ['--customers', '120', '--days', '45', '--seed', '7', '--until', '2026-11-20']


class Day:
    """One run of the program against the hub."""

    def __init__(self, folder):
        self.profile, self.database = os.path.join(folder, 'profile'), os.path.join(folder, 'hub.db')
        self.hub = Hub(PROGRAM, self.database, COMPANY)
        self.hub.start()
        self.window = Window(PROGRAM, ['demo', '--hub', self.hub.address, '--profile', self.profile], PICTURES)
        self.comparison = Comparison(PROGRAM, self.hub, self.profile)
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
        until('all sources in sync', self.window.is_in_sync)
        self.window.picture('e2e-start')

    def read_newest(self, customer):
        """Opens the newest contact with a message in place, and reads it."""
        bodies = sql(self.database, '''
            SELECT m.body FROM contact k JOIN interaction i ON i.contact = k.id
            JOIN message m ON m.interaction = i.id
            WHERE k.crm_customer = ? AND NOT i.deleted AND NOT m.deleted ORDER BY m.at''', customer[0])
        self.window.open_row_with({first_words(body) for (body,) in bodies})

    def find_and_read(self):
        self.window.open_person(self.someone[1])
        self.read_newest(self.someone)
        self.window.picture('e2e-person')

    def cut(self):
        self.hub.stop()
        self.window.ask_again('CRM')
        self.window.await_cut('CRM')
        self.window.picture('e2e-cut')

    def go_on_reading(self):
        self.window.open_person(self.other[1])
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
            self.window.ask_again(label)
        until('all sources in sync again', self.window.is_in_sync, 90)
        self.window.picture('e2e-restored')

    def end(self):
        self.window.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-e2e-') as folder:
        day = Day(folder)
        try:
            tap.step('the window fetches from all sources', day.sync)
            tap.step('a customer is found and read by keyboard', day.find_and_read)
            tap.step('what is shown is what the servers tell', day.comparison.compare_all)
            tap.step('a cut network is told in a sentence', day.cut)
            tap.step('reading and searching go on without the network', day.go_on_reading)
            tap.step('the network comes back and the window catches up', day.restore)
            tap.step('every row is the servers\' again', day.comparison.compare_all)
            tap.step('the program ends well', day.end)
        finally:
            if day.window.process.poll() is None:
                day.window.picture('e2e-last')
                day.window.process.kill()
            day.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
