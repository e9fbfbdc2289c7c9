#!/usr/bin/env python3
"""The scripts around the tests: dev's packages, with-display, play and sum-results."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, path, text, mode=0o644):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')
        file.chmod(mode)
        return file

    def call(self, *command, **variables):
        return subprocess.run([str(word) for word in command], check=False, encoding='utf-8',
                              env=os.environ | variables, cwd=self.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


class Dev(Scripts):
    """dev in a copy of its own, where every tool it calls only notes that it was called."""

    TOOLS = {
        'dpkg-query': 'shift 2; for name; do [ "$name" = meson ] && [ ! -e there ] || '
                      'echo "installed $name"; done',
        'apt-get': 'echo "apt-get $*"; case $* in *install*) : > there ;; esac',
        'sudo': 'echo "sudo $*"; exec "$@"',
        'id': 'echo "${FAKE_ID-0}"',
        'meson': 'mkdir -p "$2"; : > "$2/build.ninja"; echo "meson $*"',
        'ninja': 'echo "ninja $*"; printf "#!/bin/sh\\necho played\\n" > build/diapason; '
                 'chmod +x build/diapason',
    }

    def setUp(self):
        super().setUp()
        if 'ID=debian' not in Path('/etc/os-release').read_text(encoding='utf-8').splitlines():
            self.skipTest('dev installs on Debian')
        shutil.copy(ROOT / 'dev', self.folder)
        for name, body in self.TOOLS.items():
            self.write(f'bin/{name}', f'#!/bin/sh\n{body}\n', 0o755)
        self.write('tests/support/with-display', '#!/bin/sh\necho "display $*"\n', 0o755)

    def dev(self, *arguments, **variables):
        path = f'{self.folder}/bin:{os.environ["PATH"]}'
        return self.call(self.folder / 'dev', *arguments, PATH=path, WAYLAND_DISPLAY='',
                         **{'DISPLAY': '', **variables})

    def test_first_run_names_installs_and_builds(self):
        lines = self.dev('run').stdout.splitlines()
        self.assertEqual(lines[:2], ['Packages to install:', '  meson'])
        self.assertTrue(lines[3].endswith('install -y --no-install-recommends meson'), lines[3])
        self.assertEqual(lines[4:6], ['meson setup build', 'ninja -C build'])
        self.assertIn('play 120 build/pictures build/diapason demo', lines[6])

    def test_second_run_touches_no_package_manager(self):
        self.dev('run')
        self.assertEqual(self.dev('run', DIAPASON_DEMO_SECONDS='3').stdout.splitlines(), [
            'ninja -C build', 'display tests/support/play 3 build/pictures build/diapason demo --tour'])

    def test_soak(self):
        lines = self.dev('soak', '5', '2').stdout.splitlines()
        self.assertEqual(lines[-1], 'display meson test -C build --no-rebuild --verbose --timeout-multiplier 0 soak')

    def test_sudo_where_it_is_needed(self):
        self.assertIn('\nsudo apt-get', self.dev('run', FAKE_ID='1000').stdout)
        self.assertNotIn('sudo', self.dev('run').stdout)

    def test_a_display_that_is_not_there_is_none(self):
        self.assertIn('display tests/support/play', self.dev('run', DISPLAY=':987').stdout)

    def test_a_display_that_is_there(self):
        self.assertTrue(self.dev('run', DISPLAY='elsewhere:0').stdout.endswith('\nplayed\n'))

    def test_an_unknown_command(self):
        result = self.dev('walk')
        self.assertEqual((result.returncode, result.stdout),
                         (1, 'dev: there is no command "walk": see ./dev help.\n'))


@unittest.skipUnless(shutil.which('Xvfb') and shutil.which('display'), 'there is no Xvfb')
class Display(Scripts):
    def play(self, *command):
        return self.call(HERE / 'with-display', HERE / 'play', '2', self.folder / 'pictures', *command)

    def test_status_and_surroundings(self):
        result = self.call(HERE / 'with-display', 'sh', '-c',
                           'echo "$DISPLAY $DBUS_SESSION_BUS_ADDRESS $XDG_RUNTIME_DIR"; exit 7',
                           DISPLAY=':987')
        self.assertEqual(result.returncode, 7)
        display, bus, folder = result.stdout.split()
        self.assertNotEqual(display, ':987')
        self.assertTrue(bus.startswith('unix:'))
        self.assertFalse(Path(folder).exists())

    def test_pictures(self):
        result = self.play('bash', '-c', 'display -size 300x200 plasma: & trap "kill $!; exit" TERM; wait')
        self.assertIn('Played for 2 seconds. The pictures are in', result.stdout)
        self.assertEqual(result.returncode, 0)
        self.assertIn('0002.png', os.listdir(self.folder / 'pictures'))

    def test_a_program_that_ends(self):
        result = self.play('sh', '-c', 'exit 3')
        self.assertRegex(result.stdout, r'ended by itself after \d+ seconds, with status 3')
        self.assertEqual(result.returncode, 1)

    def test_a_program_that_shows_nothing(self):
        result = self.play('sleep', '60')
        self.assertIn('showed no window', result.stdout)
        self.assertEqual(result.returncode, 1)


class Sum(Scripts):
    def sum(self, *results, broken=0):
        lines = [json.dumps({'name': 'a test', 'result': result}) for result in results]
        log = self.write('build/meson-logs/a.json', '\n'.join(lines) + '\n')
        result = self.call(sys.executable, HERE / 'sum-results.py', '--broken', broken, log,
                           self.folder / 'missing.json')
        return result.returncode, result.stdout.splitlines()[-1]

    def test_sums(self):
        self.assertEqual(self.sum('OK', 'OK', 'EXPECTEDFAIL'), (0, '3 passed, 0 failed'))
        self.assertEqual(self.sum('OK', 'SKIP'), (0, '1 passed, 0 failed, 1 skipped'))
        for result in ('FAIL', 'TIMEOUT', 'ERROR', 'INTERRUPT', 'UNEXPECTEDPASS', 'something new'):
            self.assertEqual(self.sum('OK', result), (1, '1 passed, 1 failed'))
        self.assertEqual(self.sum('OK', broken=2), (1, '1 passed, 2 failed'))
        self.assertEqual(self.sum(), (1, '0 passed, 0 failed'))

    def matrix(self, *tests):
        """The lines and the status for tests of a (result, output) each, with a matrix of R1 and R2."""
        matrix = self.write('matrix.txt', 'R1  killed\nR2  a power cut\n')
        log = self.write('build/meson-logs/a.json', '\n'.join(
            json.dumps({'name': 'a test', 'result': result, 'stdout': output}) for result, output in tests))
        result = self.call(sys.executable, HERE / 'sum-results.py', '--matrix', matrix, log)
        return result.returncode, result.stdout.splitlines()

    def test_the_fault_matrix(self):
        status, lines = self.matrix(
            ('OK', 'ok 1 a\n# matrix R1 40 kills\n# matrix R2 1000 power cuts\n'), ('OK', '# matrix R1 2 kills\n'))
        self.assertEqual(status, 0)
        self.assertEqual([line.split() for line in lines[2:4]],
                         [['R1', 'killed', '42', 'ok'], ['R2', 'a', 'power', 'cut', '1000', 'ok']])
        self.assertEqual(lines[-1], '2 passed, 0 failed')

    def test_a_row_that_failed_or_was_not_run(self):
        status, lines = self.matrix(('FAIL', '# matrix R1 40 kills\n'), ('OK', '# matrix R7 1 a row too many\n'))
        self.assertEqual(status, 1)
        self.assertTrue(lines[2].endswith('40  FAILED') and lines[3].endswith('0  NOT RUN'), lines)
        self.assertIn('matrix: R2 was not run', lines)
        self.assertIn('matrix: there is no row R7', lines)
        self.assertEqual(lines[-1], '1 passed, 3 failed')

    def test_a_torn_log(self):
        log = self.write('a.json', '{"name": "a", "result": "OK"}\n{"name": "b", "res')
        result = self.call(sys.executable, HERE / 'sum-results.py', log)
        self.assertEqual(result.returncode, 1)
        self.assertTrue(result.stdout.endswith('\n1 passed, 1 failed\n'))


if __name__ == '__main__':
    unittest.main()
