#!/usr/bin/python3
"""A day that goes on, followed in the window, while the line to the servers comes and goes.

usage: test-live.py PROGRAM PICTURES    under tests/support/with-display
"""

import collections
import os
import sys
import tempfile

from comparison import Comparison, expect, sql
from harness import SOURCES, Failure, Hub, Tap, Window, Wire, first_words, until

PROGRAM, PICTURES = sys.argv[1:3]
COMPANY = ['--customers', '120', '--days', '45', '--seed', '7']
PACE = ['--pace', '16', '--always-open']


class Chat:
    """One that is under way, as the hub's file has it."""

    def __init__(self, database, interaction, name):
        self.database, self.interaction, self.name = database, interaction, name

    def messages(self):
        return sql(self.database, 'SELECT id, body FROM message WHERE interaction = ? AND NOT deleted ORDER BY at, id',
                   self.interaction)

    def own_words(self):
        """The first words of its messages, but for what is said in others, too: a bot greets everybody alike."""
        rows = sql(self.database, 'SELECT interaction, body FROM message WHERE NOT deleted')
        return {first_words(body) for interaction, body in rows if interaction == self.interaction} - {
            first_words(body) for interaction, body in rows if interaction != self.interaction}

    def goes_on(self):
        return sql(self.database, "SELECT 1 FROM interaction WHERE id = ? AND state <> 'closed'", self.interaction)

    def wait_message(self, known, shown):
        """The first words of a message that is not known, and unlike all that is shown; None when the chat ends
        without one."""
        def said():
            new = [first_words(body) for message, body in self.messages() if message not in known]
            return next((words for words in new if words not in shown), not self.goes_on() and ...)
        words = until('another message of the chat, or its end', said, 120)
        return None if words is ... else words


class Day:
    """One run of the program beside a hub whose day goes on, and the wire between them."""

    def __init__(self, folder):
        self.profile, self.database = os.path.join(folder, 'profile'), os.path.join(folder, 'hub.db')
        self.hub = Hub(PROGRAM, self.database, COMPANY + PACE)
        self.hub.start()
        self.wire = Wire(self.hub)
        self.window = Window(PROGRAM, ['demo', '--hub', self.wire.address, '--profile', self.profile], PICTURES)
        self.comparison = Comparison(PROGRAM, self.hub, self.profile)
        self.chat = None  # the one on the screen
        self.earlier = self._open_chats()  # go on so slowly that somebody could be at them

    def _open_chats(self):
        return {interaction for (interaction,) in sql(
            self.database, "SELECT id FROM interaction WHERE channel = 'chat' AND state <> 'closed' AND NOT deleted")}

    def find_chat(self):
        """The newest chat, begun while the hub runs, of a customer of the CRM whose name nobody else has, in which
        something was said that tells it from others."""
        names = collections.Counter(name for (name,) in sql(
            self.database, "SELECT given_name || ' ' || family_name FROM customer WHERE NOT deleted"))
        rows = sql(self.database, '''
            SELECT i.id, c.given_name || ' ' || c.family_name FROM interaction i JOIN contact k ON k.id = i.contact
            JOIN customer c ON c.id = k.crm_customer
            WHERE i.channel = 'chat' AND i.state <> 'closed' AND NOT i.deleted AND c.given_name <> ''
            ORDER BY i.began_at DESC''')
        chats = (Chat(self.database, interaction, name) for interaction, name in rows
                 if interaction not in self.earlier and names[name] == 1)
        return next((chat for chat in chats if chat.own_words()), None)

    def is_in_history(self, chat):
        return sql(os.path.join(self.profile, 'cache.db'), '''
            SELECT 1 FROM timeline t JOIN record r ON r.id = t.record JOIN message m ON m.interaction = r.id
            WHERE r.remote_id = ?''', chat.interaction)

    def follow_chat(self):
        """Opens a customer whose chat goes on, and the chat in their history, if the one that is open has ended. Again
        when a contact of the adviser's own came up meanwhile, or the chat above the row that was to be opened."""
        if self.chat and self.chat.goes_on() and self.window.has_open(self.chat.name):
            return self.chat
        failures = []
        for _ in range(8):
            chat = until('a chat of somebody whose name is theirs alone', self.find_chat, 400)
            until('the chat to be told', lambda: self.is_in_history(chat))
            try:
                self.window.open_person(chat.name)
                self.window.open_row_with(chat.own_words())
            except Failure as failure:
                failures.append(f'{chat.name}: {failure}')
                continue
            self.chat = chat
            return chat
        raise Failure('\n'.join(['eight chats could not be opened', *failures]))

    def is_told_after(self, act, meanwhile=None):
        """While a chat is on the screen, `act` is done to the line; what is said then can be read there, and nobody
        touches a key. `meanwhile` mends the line again, once something was said. A chat that ends first is not it, nor
        one in whose place a contact of the adviser's own came up."""
        for _ in range(8):
            chat = self.follow_chat()
            known = {message for message, _ in chat.messages()}
            shown = {first_words(text) for text in self.window.texts()}
            act()
            words = chat.wait_message(known, shown)
            if meanwhile:
                meanwhile()
            if words and until(f'“{words}” on the screen', lambda: self.window.shows({words}) or
                               not self.window.has_open(chat.name) and ..., 90) is not ...:
                return
            if not self.window.has_open(chat.name):
                self.chat = None
        raise Failure('eight chats ended, or others came up, before anything was said in them')

    # Steps

    def sync(self):
        until('all sources in sync', self.window.is_in_sync, 120)
        until('all sources live', self.is_live)
        self.window.picture('live-start')

    def is_live(self):
        return sum('live' in text for text in self.window.texts()) >= len(SOURCES)

    def follow(self):
        self.is_told_after(lambda: None)
        self.window.picture('live-chat')

    def presence(self):
        """The header says what the platform does, which sees to it that it is busy during a call."""
        words = {'available': 'Available', 'busy': 'Busy', 'away': 'Away', 'offline': 'Signed out'}

        def is_said():
            (state,), = sql(self.database, 'SELECT state FROM presence WHERE id ='
                                           " (SELECT id FROM adviser WHERE login = 'amina')")
            return self.window.find('Presence: ' + words[state])
        until('my presence in the header', is_said, 60)

    def drop(self):
        for _ in range(3):
            self.is_told_after(self.wire.drop)

    def cut(self):
        self.is_told_after(self.wire.cut, self.wire.restore)
        self.window.picture('live-restored')

    def cut_now_and_then(self):
        """Again and again, also in the middle of catching up."""
        for _ in range(5):
            self.wire.cut()
            self.wire.restore()
            self.wire.drop()
        self.is_told_after(self.wire.drop)

    def leave(self):
        self.hub.stop()
        self.window.ask_again('CRM')
        self.window.await_cut('CRM')
        self.window.picture('live-left')
        self.earlier, self.chat = self._open_chats(), None
        self.hub.start()
        self.is_told_after(lambda: None)

    def stop_day(self):
        """The hub goes on without a day; the window asks everything once more."""
        self.hub.stop()
        self.hub.arguments = COMPANY
        self.hub.start()
        for label in SOURCES:
            self.window.ask_again(label)
        told = self.comparison.told()
        try:
            until('what the servers tell in the cache', lambda: not list(self.comparison.differences(told)), 120)
        except Failure:
            raise Failure('\n'.join(self.comparison.differences(told))) from None
        until('all of it to be derived', self.comparison.is_derived)
        self.window.picture('live-end')

    def count(self):
        """How much happened."""
        (born,), = sql(self.database, "SELECT count(*) FROM interaction WHERE id LIKE 'in!_d%' ESCAPE '!'")
        (said,), = sql(self.database, 'SELECT count(*) FROM message m JOIN interaction i ON i.id = m.interaction'
                                      " WHERE i.id LIKE 'in!_d%' ESCAPE '!'")
        expect('whether anything happened', (born > 4, said > 8), (True, True))
        print(f'# {born} contacts began and {said} messages were said meanwhile')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-live-') as folder:
        day = Day(folder)
        try:
            tap.step('the window fetches from all sources and listens', day.sync)
            tap.step('my presence is what the platform says', day.presence)
            tap.step('what is said in a chat appears without a click', day.follow)
            tap.step('and after the streams were dropped, three times', day.drop)
            tap.step('and when the line was cut while it was said', day.cut)
            tap.step('and after the line came and went', day.cut_now_and_then)
            tap.step('and when the hub was away', day.leave)
            tap.step('the day ends, and the cache has every row of every list once', day.stop_day)
            tap.step('every event stands once in a history', day.comparison.compare_histories)
            tap.step('what is shown is what the servers tell', day.comparison.compare_all)
            tap.step('much happened meanwhile', day.count)
            tap.step('the program ends well', day.window.close)
        finally:
            if day.window.process.poll() is None:
                day.window.picture('live-last')
                day.window.process.kill()
            day.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
