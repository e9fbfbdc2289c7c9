"""A window in a language, used by its keys alone: where the focus is, and what the program's translations say."""

import gettext
import pathlib
import re
import subprocess

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402
from harness import Failure, until  # noqa: E402

FORMAT = re.compile(r'%(?:\d+\$)?[-+0 ]*\d*(?:\.\d+)?[dius]|%\.?\d*f|%%')
KINDS = {'s': '(.+)', 'f': r'(-?\d+[.,]\d+)'}
PARTS = re.compile(r', | · |: |\n|; ')


class Catalog(gettext.GNUTranslations):
    """What the .po file of a language says."""

    def pairs(self):
        """Each text of the program and what it is in this language; of a plural the first form."""
        for key, translated in self._catalog.items():
            text, form = key if isinstance(key, tuple) else (key, 0)
            if text and form == 0:
                yield text.rsplit('\x04', 1)[-1], translated


class Language:
    """One of those the program speaks, as the whole of it: texts, and the locale made for it."""

    def __init__(self, code, translations, folder):
        self.code, self.folder = code, pathlib.Path(folder)
        path = pathlib.Path(translations, code, 'LC_MESSAGES', 'diapason.mo')
        self.catalog = gettext.NullTranslations()
        if code != 'en':
            with path.open('rb') as file:
                self.catalog = Catalog(file)
        self.locale = {'en': 'C.UTF-8', 'fr': 'fr_FR.UTF-8', 'it': 'it_IT.UTF-8'}[code]
        self.variables = {'LC_ALL': self.locale, 'LANGUAGE': '', 'LOCPATH': str(self.folder),
                          'DIAPASON_LOCALE_DIR': str(translations)}

    def make_locale(self):
        """Whether the machine has the locale now: a fresh one has C alone."""
        if self.code == 'en':
            del self.variables['LOCPATH']
            return True
        subprocess.run(['localedef', '-i', self.locale.split('.')[0], '-f', 'UTF-8', str(self.folder / self.locale)],
                       check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return (self.folder / self.locale / 'LC_MESSAGES').is_dir()

    def __call__(self, text, context=None):
        return self.catalog.pgettext(context, text) if context else self.catalog.gettext(text)

    def pattern(self, text):
        """What a text with formats in it says, with whatever they stand for in groups."""
        return to_pattern(self(text))

    def counts(self, one, many, n):
        return FORMAT.sub(str(n), self.catalog.ngettext(one, many, n), count=1)

    def leftovers(self, texts):
        """Those texts, or parts of them, that the program says in English though it has a translation."""
        if self.code == 'en':
            return []
        other = [text for text, translated in self.catalog.pairs() if text != translated and is_telling(text)]
        plain = {text for text in other if not FORMAT.search(text)}
        formatted = [to_pattern(text) for text in other if FORMAT.search(text)]
        return sorted({part for text in set(texts) for part in (text, *PARTS.split(text))
                       if part in plain or any(pattern.fullmatch(part) for pattern in formatted)})


def to_pattern(text):
    """A regular expression for a text with formats in it."""
    pattern, at = '', 0
    for match in FORMAT.finditer(text):
        pattern += re.escape(text[at:match.start()]) + ('%' if match[0] == '%%' else KINDS.get(match[0][-1], r'([\d.,]+)'))
        at = match.end()
    return re.compile(pattern + re.escape(text[at:]))


def is_telling(text):
    """Whether it is more than a sign, and no customer's words would look like it: those with somebody's words in them
    have to begin with the program's own."""
    own = text.split('%s', 1)[0] if '%s' in text else FORMAT.sub('', text)
    return len(re.findall(r'[^\W\d_]', own)) > 3


class Focus:
    """Where the focus is, as a screen reader is told."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self._moved)
        self.listener.register('object:state-changed:focused')

    def _moved(self, event):
        if event.detail1:
            self.node = event.source

    def now(self):
        """The accessible that has it; None before it has moved."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.node

    def name(self):
        """What is read out of it: a part without a name speaks by what is around it."""
        node = self.now()
        for _ in range(3):
            try:
                if node is None or node.get_name():
                    break
                node = node.get_parent()
            except GLib.Error:  # it went away while we looked
                return ''
        return (node and node.get_name()) or ''

    def is_within(self, name):
        """Whether it is in something called so."""
        node = self.now()
        try:
            while node is not None:
                if node.get_name() == name:
                    return True
                node = node.get_parent()
        except GLib.Error:
            pass
        return False


class Keyboard:
    """Goes through a window by keys, and knows by the focus alone where it is."""

    def __init__(self, window, language):
        self.window, self.language, self.focus = window, language, Focus()

    def press(self, *keys):
        self.window.keys(*keys)

    def go_to_region(self, name, key='F6'):
        self.press(key)
        until(f'the focus in “{name}” after {key}', lambda: self.focus.is_within(name), 20)

    def walk(self, what, is_there, key='Tab', most=40):
        """Presses a key until the focus is at something; answers its name."""
        for _ in range(most):
            name = self.focus.name()
            if is_there(name):
                return name
            self.press(key)
        raise Failure(f'{key} does not lead to {what}; the focus is at “{self.focus.name()}”')

    def await_focus(self, what, is_there, seconds=20):
        until(f'the focus at {what}', lambda: is_there(self.focus.name()), seconds)
        return self.focus.name()
