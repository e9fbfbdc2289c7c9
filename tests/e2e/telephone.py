"""Calls that begin and end when a test, or whoever takes pictures, wants them to: at the contact platform of a hub."""

import urllib.request

from comparison import expect, write
from harness import WAIT


class Call:
    """Somebody who calls, known to the platform as one of its contacts."""

    def __init__(self, hub, contact, number):
        self.hub, self.contact, self.number = hub, contact, number

    def begin(self):
        """It waits, and nobody has it yet."""
        write(self.hub.database, '''
            INSERT INTO interaction (id, contact, channel, direction, began_at, state, seq, updated_at)
            VALUES (:number, :contact, 'call', 'in', unixepoch() * 1000 - 4000, 'waiting', :seq, :now)''',
              number=self.number, contact=self.contact)

    def take(self):
        """The adviser's telephone takes it there, which the platform tells."""
        request = urllib.request.Request(f'{self.hub.address}/platform/conversations/{self.number}/claim', data=b'',
                                         headers={'Authorization': f'Bearer {self.hub.platform_token()}'})
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            expect('how the platform answers', answer.status, 200)

    def undo(self):
        """It never was, for whoever has not heard of it."""
        write(self.hub.database, 'DELETE FROM interaction WHERE id = :number', number=self.number)
