#!/usr/bin/python3
"""A call comes up by itself, and the desk is used by keyboard alone, in one language of the program.

usage: test-desk.py PROGRAM PICTURES TRANSLATIONS LANGUAGE    under tests/support/with-display
"""

import contextlib
import os
import re
import subprocess
import sys
import tempfile

from comparison import expect, is_fetched, sql
from gi.repository import Atspi, GLib
from harness import Failure, Hub, Tap, Window, first_words, run_json, until
from keyboard import Keyboard, Language
from telephone import Call

PROGRAM, PICTURES, TRANSLATIONS, CODE = sys.argv[1:5]
COMPANY = ['--customers', '250', '--days', '90', '--seed', '7']
CALL = 'in_9000001'
SKIPPED = 77  # what meson takes for a skipped test
NO_PLACES = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.LABEL, Atspi.Role.HEADING}
CONTROLS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.ENTRY, Atspi.Role.COMBO_BOX, Atspi.Role.LIST,
            Atspi.Role.LIST_BOX, Atspi.Role.LIST_ITEM, Atspi.Role.TEXT, Atspi.Role.CHECK_BOX, Atspi.Role.SLIDER}


def own_words(event):
    """What a row of a history shows of it that is in no language of the program."""
    return ' '.join((event['subject'] or event['summary'] or event['text'] or '').split())[:40]


class Person:
    """A customer whom the CRM knows, by a name nobody else has."""

    def __init__(self, number, contact, name):
        self.number, self.contact, self.name = number, contact, name


class Desk:
    """One run of the program in one language, before a hub where nothing happens by itself."""

    def __init__(self, folder, language):
        self.profile, self.database = os.path.join(folder, 'profile'), os.path.join(folder, 'hub.db')
        self.language = language
        self.hub = Hub(PROGRAM, self.database, COMPANY)
        self.hub.start()
        # Nobody has treated anything yet.
        sql(self.database, "UPDATE feedback SET state = 'open'")
        # A pointer that rests where every window of the program is: without a window manager it leads the keys.
        subprocess.run(['xdotool', 'mousemove', '320', '200'], check=True)
        self.window = Window(PROGRAM, ['demo', '--hub', self.hub.address, '--profile', self.profile], PICTURES,
                             env=os.environ | language.variables)
        self.keyboard = Keyboard(self.window, language)
        self.leader = self.caller = self.other = None
        self.found = {}  # places in the window by their English names
        self.heard = set()  # all that could be read at one time or another

    # What is where. A walk through the whole window is long: what was found once is kept

    def region(self, name):
        """The part of the window that is called so in its language, or a list in it. Histories take turns in two."""
        wanted = self.language(name)
        if name not in self.found or name == 'History':
            within = self.region('Person and history') if name == 'History' else None
            self.found[name] = until(f'“{wanted}”', lambda: next(
                (node for node in self.window.nodes(within) if node.get_name() == wanted and node.get_role() not in NO_PLACES), None))
        return self.found[name]

    def texts_in(self, name):
        return self.texts_below(self.region(name))

    def texts_below(self, node):
        return [text for text in map(self.window._text, self.window.nodes(node)) if text]

    def rows_of(self, name):
        """The names of the rows of a list, in their order."""
        rows = self.region(name)
        rows.clear_cache()
        try:
            found = [rows.get_child_at_index(i) for i in range(rows.get_child_count())]
            return [row.get_name() for row in found if row and row.get_role() == Atspi.Role.LIST_ITEM]
        except GLib.Error:  # one went away while we looked
            return []

    def look(self, name, node=None):
        """A picture, and all that can be read below a node, or in the whole window."""
        self.window.picture(f'desk-{self.language.code}-{name}')
        self.heard |= set(self.texts_below(node))

    # The call

    def fetch(self):
        until('all to be fetched', lambda: is_fetched(self.profile), 120)
        until('somebody to treat in the middle', lambda: ' — ' in self.window.title())
        self.leader = self.window.title().rsplit(' — ', 1)[0]

    def named(self, condition='1'):
        """Customers of the CRM whose name nobody else has."""
        rows = sql(self.database, f'''
            SELECT c.id, k.id, c.given_name || ' ' || c.family_name FROM customer c
            JOIN contact k ON k.crm_customer = c.id WHERE c.given_name <> '' AND
              (SELECT count(*) FROM customer o WHERE o.family_name = c.family_name) = 1 AND {condition}
            GROUP BY c.id ORDER BY c.id''')
        return [Person(*row) for row in rows if row[2].isascii() and row[2] != self.leader]

    def choose(self):
        """Somebody who will call: much has happened with them, and they can be checked; and somebody else."""
        self.caller = self.named('''c.birth_date IS NOT NULL AND c.postcode IS NOT NULL AND
            NOT EXISTS (SELECT 1 FROM interaction o WHERE o.contact = k.id AND o.state <> 'closed') AND
            EXISTS (SELECT 1 FROM promise p WHERE p.customer = c.id) AND
            EXISTS (SELECT 1 FROM interaction i JOIN message m ON m.interaction = i.id
                    WHERE i.contact = k.id AND i.subject IS NOT NULL)''')[0]
        self.other = next(person for person in self.named() if person.name != self.caller.name)

    def call(self):
        self.choose()
        call = Call(self.hub, self.caller.contact, CALL)
        call.begin()
        call.take()
        until(f'the card of {self.caller.name}', lambda: self.window.has_open(self.caller.name))

    # What the call brought up

    def shows_person(self):
        """The person, who left how, what may not be said yet, and a sentence that says nothing of it."""
        say, name = self.language, self.caller.name
        locked, texts = say('May be said only after the check'), []

        def is_locked():
            texts[:] = self.texts_in('Person and history')
            return (name, locked) in zip(texts, texts[1:])
        until('the name, and that it may not be said', is_locked)
        opening = texts[texts.index(say('no name, promise or history before the check')) - 1]
        if any(part in opening for part in name.split()):
            raise Failure(f'the opening sentence says too much: {opening}')
        order = [name, say('We promised'), say('Moment of truth'), opening, say('Check identity · %u of %u') % (0, 2)]
        places = [texts.index(text) for text in order]
        expect('the reading order', places, sorted(places))
        self.look('call')

    def history(self):
        return run_json(PROGRAM, 'show', f'crm:{self.caller.number}', '--messages', '--profile', self.profile)['history']

    def shows_history(self):
        events = self.history()
        expect('the call in the history', events[0]['id'], CALL)
        rows = until('the rows of the history', lambda: (
            rows := self.rows_of('History')) and len(rows) >= min(len(events), 5) and rows)
        for event, row in zip(events, rows[:8]):
            if own_words(event) not in ' '.join(row.split()):
                raise Failure(f'“{own_words(event)}” is not what the row says: “{row}”')
        if self.language('%s, in progress') % self.language('Call') not in rows[0]:
            raise Failure(f'that the call goes on is not what the row says: “{rows[0]}”')

    def shows_work(self):
        """Who is on the line, and what customers said, the leader first."""
        now = self.rows_of('Now')
        if len(now) != 1 or not now[0].startswith(self.caller.name):
            raise Failure(f'on the line are: {now}')
        rows = self.rows_of('To treat')
        if len(rows) < 3 or self.leader not in ' '.join(rows):
            raise Failure(f'{self.leader} is not among what is to be treated: {rows}')

    def tiles(self):
        """Title and n of each figure."""
        found = {}
        for text in self.texts_in('My experience KPIs'):
            match = re.match(r'([^:]+): .*?, n = (\d+)', text)
            if match:
                found[match[1]] = int(match[2])
        return found

    def shows_figures(self):
        titles = {self.language(title) for title in ('My NPS', 'CSAT', 'Solved at first', 'Promises', 'Heard back')}
        expect('the figures', set(self.tiles()), titles)
        expect('whether there is anything in them', max(self.tiles().values()) > 0, True)

    # By keyboard alone

    def goes_round(self):
        say, regions = self.language, ['What is to be done', 'Person and history', 'My experience KPIs', 'Sources and keys']
        for region in (*regions, regions[0]):
            self.keyboard.go_to_region(say(region))
        self.keyboard.go_to_region(say(regions[-1]), 'shift+F6')
        self.keyboard.go_to_region(say(regions[0]))

    def treats(self):
        """From the worklist to somebody who waits there, and back to who is on the line."""
        rows = self.rows_of('To treat')
        self.keyboard.walk('what is to be treated', lambda name: name in rows)
        known = {person.name for person in self.named()} - {self.caller.name}
        row = self.keyboard.walk('somebody with a name', lambda name: name.split(',')[0] in known, 'Down')
        self.keyboard.press('Return')
        until('their card', lambda: self.window.has_open(row.split(',')[0]))
        self.keyboard.press('alt+1')
        until(f'the card of {self.caller.name}', lambda: self.window.has_open(self.caller.name))

    def checks_identity(self):
        say = self.language
        self.keyboard.go_to_region(say('Person and history'))
        self.keyboard.press('Home')
        check = say('Check identity · %u of %u')
        # Where it was when the region had it last, or at the first that may have it, when that is gone.
        key = 'shift+Tab' if self.keyboard.focus.is_within(say('History')) else 'Tab'
        self.keyboard.walk('the check', lambda name: name == check % (0, 2), key)
        self.keyboard.press('Return')
        self.keyboard.await_focus('what to ask first', lambda name: say('Date of birth') in name)
        self.look('check', self.region('Person and history'))
        self.keyboard.press('plus')
        until('one that fits', lambda: check % (1, 2) in self.texts_in('Person and history'))
        self.keyboard.press('plus')
        checked = say.pattern('Identity checked · %u of %u for more')
        until('that it was checked', lambda: any(map(checked.fullmatch, self.texts_in('Person and history'))))
        expect('what is kept of it', sql(os.path.join(self.profile, 'work.db'),
                                         'SELECT source, remote_id, fits FROM identity_check'),
               [('crm', self.caller.number, 1)] * 2)
        self.keyboard.press('Escape')
        self.keyboard.await_focus('the check', checked.fullmatch)
        texts = self.texts_in('Person and history')
        expect('what may be said of the name', texts[texts.index(self.caller.name) + 1], say('May be said'))

    def filters(self):
        """The calls alone, then all, then those with a word in them; one of these is opened in place."""
        say, events = self.language, self.history()
        channel = say('%s: %s')
        calls = sum(event['channel'] == 'call' and event['entity'] == 'interaction' for event in events)
        self.keyboard.walk('the channels', lambda name: name == channel % (say('Channel'), say('All channels')))
        self.keyboard.press('space', 'Down', 'Return')
        until(f'the {calls} calls', lambda: len(self.rows_of('History')) == calls)
        self.keyboard.walk('the channels', lambda name: name == channel % (say('Channel'), say('Calls')))
        self.keyboard.press('space', 'Up', 'Return')
        event = next(event for event in events if event.get('messages') and event['subject'])
        self.keyboard.walk('the words', lambda name: name == say('Words in the history'))
        self.window.type(max(re.findall(r'\w+', event['subject']), key=len))
        until('the events with these words', lambda: (rows := self.rows_of('History')) and
              own_words(event) in ' '.join(' '.join(rows).split()) and len(rows) < len(events))
        self.keyboard.press('Tab')
        until('the focus in the history', lambda: self.keyboard.focus.is_within(say('History')), 20)
        self.keyboard.walk('the event', lambda name: own_words(event) in ' '.join(name.split()), 'Down')
        self.keyboard.press('Return')
        said = {first_words(message['body']) for message in event['messages']}
        until('what was said', lambda: said & set(map(first_words, self.texts_in('History'))))
        self.look('opened', self.region('History'))

    def opens_figure(self):
        say = self.language
        title, n = max(self.tiles().items(), key=lambda tile: tile[1])
        self.keyboard.go_to_region(say('My experience KPIs'))
        self.keyboard.walk(title, lambda name: name.startswith(title + ':'))
        self.keyboard.press('Return')
        until('its rows', lambda: self.other_window(title))
        count = say.counts('%u row', '%u rows', n)
        until(f'“{count}”', lambda: count in self.texts_below(self.other_window(title)))
        self.look('rows', self.other_window(title))
        self.keyboard.press('Escape')
        until('its rows to go', lambda: self.other_window(title) is None)

    def other_window(self, title):
        """A window that is not the desk's."""
        for i in range(self.window.root.get_child_count()):
            window = self.window.root.get_child_at_index(i)
            if window and (window.get_name() or '') == title:
                return window
        return None

    def finds(self):
        say, other = self.language, self.other
        self.keyboard.press('ctrl+k')
        self.keyboard.await_focus('the words to find', lambda name: name == say('Find anyone or anything'))
        self.window.type(other.name)
        until(f'{other.name} among what was found', lambda: any(
            row.startswith(other.name) for row in self.rows_of('What was found')))
        self.look('find', self.region('What was found'))
        self.keyboard.press('Return')
        until(f'the card of {other.name}', lambda: self.window.has_open(other.name))

    def helps(self):
        say = self.language
        windows = self.window.root.get_child_count()
        self.keyboard.press('ctrl+question')
        until('the keys', lambda: self.window.root.get_child_count() > windows)
        keys = self.window.root.get_child_at_index(windows)
        until('what F6 does', lambda: say('Next region of the window') in self.texts_below(keys))
        self.look('keys', keys)
        self.keyboard.press('Escape')
        until('the keys to go', lambda: self.window.root.get_child_count() == windows)

    # All of it

    def names(self):
        """Whatever can have the focus says what it is, in each row of each list."""
        nameless = []
        for node in self.window.nodes(rows=sys.maxsize):
            self.heard.add(self.window._text(node))
            with contextlib.suppress(GLib.Error):  # it went away while we looked
                if (node.get_role() in CONTROLS and node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
                        and not self.window._text(node)):
                    nameless.append(f'{node.get_role_name()} in “{node.get_parent().get_name()}”')
        expect('controls without a name', nameless, [])

    def speaks(self):
        expect('what is left in English', self.language.leftovers(self.heard), [])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix='diapason-desk-') as folder:
        language = Language(CODE, TRANSLATIONS, folder)
        if not language.make_locale():
            print(f'1..0 # SKIP the locale {language.locale} cannot be made here')
            return 0
        desk = Desk(folder, language)
        try:
            for name, function in (
                    ('who waits longest leads the desk', desk.fetch),
                    ('a call is taken, and its customer comes up without a click', desk.call),
                    ('the person, in reading order, and what may not be said', desk.shows_person),
                    ('their history', desk.shows_history), ('what is to be done', desk.shows_work),
                    ('my figures', desk.shows_figures), ('F6 goes round the regions', desk.goes_round),
                    ('somebody who waits is opened from the list', desk.treats),
                    ('identity is checked', desk.checks_identity),
                    ('the history is filtered, and opened in place', desk.filters),
                    ('a figure opens to its rows', desk.opens_figure), ('somebody is found', desk.finds),
                    ('the keys are told', desk.helps), ('every control has a name', desk.names),
                    ('all of it in one language', desk.speaks), ('the program ends well', desk.window.close)):
                tap.step(name, function)
        finally:
            if desk.window.process.poll() is None:
                desk.window.picture(f'desk-{CODE}-last')
                desk.window.process.kill()
            desk.hub.stop()
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
