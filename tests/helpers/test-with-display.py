#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""with-display gives a command a screen, a bus and a home of its own, and takes them away again."""
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent / 'with-display'
TELL = 'xdotool getdisplaygeometry; echo "$DISPLAY $DBUS_SESSION_BUS_ADDRESS"; echo "$HOME"'


def start(*arguments):
    return subprocess.Popen([str(SCRIPT), *arguments], stdout=subprocess.PIPE, text=True,
                            stderr=subprocess.DEVNULL)


class DisplayTest(unittest.TestCase):
    def test_two_at_once(self):
        runs = [start('--size', '1280x720', 'bash', '-c', TELL + '; sleep 0.5') for _ in range(2)]
        told = [run.communicate()[0].splitlines() for run in runs]
        self.assertEqual([run.returncode for run in runs], [0, 0])
        self.assertEqual([lines[0] for lines in told], ['1280 720'] * 2)
        self.assertNotEqual(told[0][1], told[1][1])
        for lines in told:
            self.assertFalse(Path(lines[2]).exists())

    def test_exit_status(self):
        run = start('bash', '-c', 'exit 7')
        run.communicate()
        self.assertEqual(run.returncode, 7)

    def test_service_that_writes_to_the_end(self):
        writer = ('mkdir "$HOME/late"; end=$((SECONDS + 2)); '
                  'while [ $SECONDS -lt $end ]; do : >"$HOME/late/$RANDOM"; done')
        run = start('bash', '-c', f"echo \"$HOME\"; setsid bash -c '{writer}' >/dev/null 2>&1 &"
                                  'while [ ! -d "$HOME/late" ]; do sleep 0.01; done')
        home = run.communicate()[0].strip()
        self.assertEqual(run.returncode, 0)
        self.assertFalse(Path(home).exists())

    def test_accessibility(self):
        for option, expected in (([], 'test'), (['--atspi'], 'unset')):
            output = start(*option, 'bash', '-c', 'echo "${GTK_A11Y-unset}"').communicate()[0]
            self.assertEqual(output.strip(), expected)

    def test_missing_server(self):
        for option, status, text in (([], 77, 'skipped: '), (['--tap'], 0, '1..0 # SKIP ')):
            result = subprocess.run(['/bin/bash', str(SCRIPT), *option, 'true'], text=True,
                                    capture_output=True, env={'PATH': '/nowhere'})
            self.assertEqual((result.returncode, result.stdout),
                             (status, f'{text}Xvfb is not installed\n'))


if __name__ == '__main__':
    for tool in ('bash', 'Xvfb', 'dbus-run-session', 'xdotool'):
        if not shutil.which(tool):
            print(f'skipped: {tool} is not installed')
            sys.exit(77)
    unittest.main()
