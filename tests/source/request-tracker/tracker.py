"""A Request Tracker of our own, for a test or to try things out: made, run, and asked over its REST."""

import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent


class Failure(Exception):
    """What was expected did not come."""


class Tracker:
    """The tracker in `folder`, which www-data must be able to reach. What people do in it goes through
    `do`, what programs ask through `get`."""

    def __init__(self, folder):
        self.folder, self.pid, self.url = pathlib.Path(folder), None, None

    def start(self):
        # Not through a pipe: the server would hold it open.
        said = self.folder / 'started'
        with said.open('w') as out:
            subprocess.run([HERE / 'start', self.folder], stdout=out, check=True)
        pid, port = said.read_text().split()
        self.pid, self.url = int(pid), f'http://127.0.0.1:{port}'

    def remove(self):
        if self.pid:
            ended = os.pidfd_open(self.pid)
            os.kill(self.pid, signal.SIGTERM)
            select.select([ended], [], [], 30)
            os.close(ended)
        shutil.rmtree(self.folder)

    def do(self, *steps):
        """Lets people do `steps` (see steps.pl); returns what each gave."""
        # By its text: the tracker's user may not reach this folder.
        command = ['perl', '-e', (HERE / 'steps.pl').read_text()]
        if os.getuid() == 0:
            command[:0] = ['setpriv', '--reuid=www-data', '--regid=www-data', '--init-groups']
        settings = {'RT_SITE_CONFIG': str(self.folder / 'RT_SiteConfig.pm'), 'RT_SITE_CONFIG_DIR': '/dev/null'}
        done = subprocess.run(command, input=json.dumps(steps), env=os.environ | settings, cwd=self.folder,
                              capture_output=True, text=True)
        if done.returncode:
            raise Failure(f'a step failed: {done.stderr.strip()}')
        return json.loads(done.stdout)

    def get(self, token, path, **query):
        """What REST answers at `path`. A member of a field is asked for as fields__Creator='id,Name'."""
        names = {name: f"{name.replace('__', '[')}]" if '__' in name else name for name in query}
        encoded = urllib.parse.urlencode({names[name]: value for name, value in query.items()})
        request = urllib.request.Request(f'{self.url}/REST/2.0{path}?{encoded}',
                                         headers={'Authorization': f'token {token}'})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def list(self, token, path, **query):
        """All elements of a list, over as many pages as it takes; for somebody who may see all."""
        elements, page = [], 1
        while True:
            answer = self.get(token, path, page=page, per_page=100, **query)
            elements += answer['items']
            if page >= (answer['pages'] or 1):
                return elements
            page += 1
