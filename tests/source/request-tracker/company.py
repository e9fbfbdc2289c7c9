"""The invented company's tracker: who writes to it and who answers, in three languages, as steps for it.

`open_for_business` makes the people, rights and logins; `first_weeks` the first tickets, moved into the past
so that what changes later is younger than all of it.
"""

ADVISERS = {
    'noemie': ('Noémie Delattre', 'America/New_York'),
    'luca': ('Luca Bernardi', ''),
    'priya': ('Priya Holloway', 'Pacific/Auckland'),
}
# Name: (e-mail, mobile). Those without an address here are not known before they write.
CUSTOMERS = {
    'Hélène Gréaux': ('helene.greaux@courriel.test', '+33 6 39 98 14 07'),
    'Noël Bérenger': ('noel.berenger@courriel.test', ''),
    'Maëlle d’Aubigny': ('maelle@courriel.test', ''),
    'Ottavio Però': ('ottavio.pero@posta.test', '+39 333 555 0142'),
    'Niccolò Zanella': ('niccolo.zanella@posta.test', ''),
    'Imogen Ashworth-Pell': ('imogen@letters.test', ''),
    'Rufus Oakenshaw': ('rufus.oakenshaw@letters.test', ''),
    'Quiet Nobody’s-Friend': ('quiet@letters.test', ''),
}
ASKER = ['SeeQueue', 'ShowTicket', 'ShowTicketComments']
WORKER = ASKER + ['ReplyToTicket', 'CommentOnTicket', 'ModifyTicket', 'OwnTicket', 'CreateTicket']


def open_for_business():
    """The steps that make the company. The last three give the tokens: of an adviser who may read about
    people, of an adviser like any other, and of the administrator, who sees all."""
    steps = [{'do': 'queue', 'name': name} for name in ('Support', 'Claims', 'Board')]
    for login, (name, zone) in ADVISERS.items():
        steps.append({'do': 'user', 'fields': {
            'Name': login, 'RealName': name, 'EmailAddress': f'{login}@example.test', 'Privileged': 1,
            'Timezone': zone, 'Lang': 'fr' if login == 'noemie' else ''}})
        steps.append({'do': 'member', 'group': 'Advisers', 'user': login})
    for name, (address, mobile) in CUSTOMERS.items():
        steps.append({'do': 'user', 'fields': {
            'Name': address, 'RealName': name, 'EmailAddress': address, 'MobilePhone': mobile}})
    for queue in ('Support', 'Claims'):
        steps.append({'do': 'grant', 'group': 'Advisers', 'queue': queue, 'rights': WORKER})
    for queue in ('Support', 'Claims', 'Board'):
        steps.append({'do': 'grant', 'group': 'Everyone', 'queue': queue,
                      'rights': ['CreateTicket', 'ReplyToTicket']})
    steps.append({'do': 'member', 'group': 'Readers', 'user': 'noemie'})
    steps.append({'do': 'grant', 'group': 'Readers', 'rights': ['AdminUsers']})
    return steps + [{'do': 'token', 'user': user} for user in ('noemie', 'luca', 'root')]


def person(name):
    return f'{name} <{CUSTOMERS[name][0]}>'


def mail(sender, subject, *parts, queue='Support', **more):
    texts = [['text/plain', part] if isinstance(part, str) else part for part in parts]
    return {'do': 'mail', 'from': sender, 'subject': subject, 'queue': queue, 'parts': texts, **more}


# What opens the tickets 1, 2, 3 …, how many hours ago, and what happened in them.
HTML_ONLY = ['text/html', '<p>Perché <b>niente</b> testo?</p><ul><li>uno</li><li>due &amp; tre</li></ul>']
TICKETS = [
    (1900, mail(person('Hélène Gréaux'), 'Facture trop élevée',
                'Bonjour,\n\nma facture de février est trop élevée.\n\nHélène')),
    (1850, mail(person('Ottavio Però'), 'Ritardo nella consegna',
                'Buongiorno, la caffettiera non è ancora arrivata.')),
    (1800, mail(person('Imogen Ashworth-Pell'), 'Kettle whistles off-key',
                'The kettle whistles a quarter-tone flat.')),
    (1500, mail(person('Noël Bérenger'), 'Résiliation', ['text/plain', 'Je souhaite résilier au 31.'],
                ['text/html', '<p>Je souhaite <b>résilier</b> au 31.</p>'])),
    (1400, mail(person('Niccolò Zanella'), 'Solo HTML', HTML_ONLY)),
    (1300, mail(person('Rufus Oakenshaw'), 'Photograph enclosed', 'The lid is cracked; see the list.',
                ['text/plain', 'lid\nhinge', 'list.txt'], ['image/png', 'no picture', 'lid.png'],
                type='multipart/mixed')),
    (1200, mail(person('Hélène Gréaux'), 'Changement d’adresse', 'Je déménage à Sète, quai des Brumes.')),
    (1100, mail(person('Maëlle d’Aubigny'), 'Œuf cassé à la livraison',
                'L’œuf en porcelaine est arrivé cassé.', queue='Claims')),
    (900, mail('nobody.yet@letters.test', 'No name given', 'I have not told anybody my name.')),
    (800, mail(person('Imogen Ashworth-Pell'), 'A < B & "C"', 'Is <b>bold</b> shown as typed? 100 % & more.')),
    (700, mail(person('Ottavio Però'), 'Reso', 'Vorrei rendere la caffettiera.', queue='Claims')),
    (600, mail(person('Noël Bérenger'), 'Secret du conseil', 'Ceci ne regarde pas les conseillers.', queue='Board')),
    (500, {'do': 'ticket', 'as': 'luca', 'queue': 'Support', 'subject': 'Called about the warranty',
           'requestors': ['rufus.oakenshaw@letters.test', 'imogen@letters.test'],
           'text': 'Rufus called; the warranty ends in May.'}),
    (400, {'do': 'ticket', 'as': 'priya', 'queue': 'Support', 'subject': 'Nobody asked', 'requestors': [],
           'text': 'Tidy the shelf of returned kettles.'}),
    (300, {'do': 'ticket', 'as': 'luca', 'queue': 'Support', 'subject': 'Con copia', 'type': 'text/html',
           'requestors': ['niccolo.zanella@posta.test'], 'cc': ['ottavio.pero@posta.test'],
           'text': '<p>Vi scrivo <i>entrambi</i>.</p>'}),
    (200, mail(person('Maëlle d’Aubigny'), 'À supprimer', 'Publicité non désirée.')),
    (150, mail(person('Rufus Oakenshaw'), 'Twice the same', 'I wrote this twice.')),
    (149, mail(person('Rufus Oakenshaw'), 'Twice the same (again)', 'I wrote this twice, really.')),
    (100, mail(person('Niccolò Zanella'), '', 'Senza oggetto.')),
    (90, mail(person('Hélène Gréaux'), 'Merci', 'Merci à Noémie pour sa patience angélique.')),
]
EVENTS = [
    {'do': 'own', 'as': 'noemie', 'ticket': 1, 'owner': 'noemie'},
    {'do': 'reply', 'as': 'noemie', 'ticket': 1, 'text': 'Bonjour Madame, nous vérifions le relevé.'},
    {'do': 'note', 'as': 'luca', 'ticket': 1, 'text': 'Compteur relevé deux fois — erreur de notre côté.'},
    mail(person('Hélène Gréaux'), 'Re: [support.example.test #1] Facture', 'Merci, j’attends votre réponse.'),
    {'do': 'own', 'as': 'luca', 'ticket': 2, 'owner': 'luca'},
    {'do': 'reply', 'as': 'luca', 'ticket': 2, 'type': 'text/html', 'text': '<p>È partita <b>ieri</b>.</p>'},
    {'do': 'status', 'as': 'luca', 'ticket': 2, 'status': 'resolved'},
    {'do': 'note', 'as': 'priya', 'ticket': 3, 'text': 'Tuned by ear; ask Imogen.'},
    {'do': 'status', 'as': 'priya', 'ticket': 3, 'status': 'stalled'},
    {'do': 'reply', 'as': 'priya', 'ticket': 4, 'text': 'Your contract has ended.'},
    {'do': 'status', 'as': 'priya', 'ticket': 4, 'status': 'resolved'},
    mail(person('Noël Bérenger'), 'Re: [support.example.test #4] Résiliation', 'Finalement je reste !'),
    {'do': 'status', 'as': 'noemie', 'ticket': 10, 'status': 'rejected'},
    mail(person('Ottavio Però'), 'Re: [support.example.test #15] Con copia', 'Rispondo io, da copia.'),
    mail(person('Maëlle d’Aubigny'), 'Re: [support.example.test #8] Œuf', 'Et la boîte aussi.', queue='Claims'),
]


def first_weeks():
    return ([step for _, step in TICKETS] + EVENTS
            + [{'do': 'age', 'ticket': number, 'hours': hours} for number, (hours, _) in enumerate(TICKETS, 1)])
