# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium that opens pages one after the other and tells what it saw. It is spoken to through a pipe, so
that no network and no further package is needed; one start serves all pages."""
import base64
import collections
import json
import os
import select
import subprocess
import tempfile
import time

TELEPHONE, SCREEN = (390, 800), (1280, 900)
Seen = collections.namedtuple('Seen', 'errors requests nodes overflow')


class Browser:
    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read_there, self.to = os.pipe()
        self.back, write_there = os.pipe()
        options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-pipe',
                   '--disable-background-networking', '--user-data-dir=' + self.folder.name]
        self.process = subprocess.Popen(
            ['/bin/sh', '-c', f'exec "$0" "$@" 3<&{read_there} 4>&{write_there}', program, *options],
            pass_fds=(read_there, write_there), stderr=subprocess.DEVNULL)
        os.close(read_there)
        os.close(write_there)
        self.number = 0
        self.rest = b''
        self.events = []
        self.session = None
        target = self.ask('Target.createTarget', url='about:blank')['targetId']
        self.session = self.ask('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network', 'Accessibility'):
            self.ask(domain + '.enable')

    def __enter__(self):
        return self

    def __exit__(self, *what):
        os.close(self.to)
        self.process.terminate()
        self.process.wait(10)
        os.close(self.back)
        self.folder.cleanup()

    def read(self, deadline):
        while b'\0' not in self.rest:
            ready, _, _ = select.select([self.back], [], [], max(0, deadline - time.monotonic()))
            data = os.read(self.back, 1 << 20) if ready else b''
            if not data:
                raise TimeoutError('the browser says nothing')
            self.rest += data
        message, _, self.rest = self.rest.partition(b'\0')
        return json.loads(message)

    def ask(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.to, json.dumps(message).encode() + b'\0')
        deadline = time.monotonic() + 60
        while True:
            answer = self.read(deadline)
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]}')
                return answer['result']
            self.events.append(answer)

    def wait_for(self, method):
        deadline = time.monotonic() + 60
        while not any(event.get('method') == method for event in self.events):
            self.events.append(self.read(deadline))

    def width(self, size):
        self.ask('Emulation.setDeviceMetricsOverride', width=size[0], height=size[1], deviceScaleFactor=1, mobile=False)

    def theme(self, name):
        self.ask('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': name}])

    def run(self, expression):
        return self.ask('Runtime.evaluate', expression=expression, returnByValue=True)['result'].get('value')

    def shot(self, path, height):
        clip = {'x': 0, 'y': 0, 'width': self.run('innerWidth'), 'height': height, 'scale': 1}
        data = self.ask('Page.captureScreenshot', clip=clip, captureBeyondViewport=True)['data']
        path.write_bytes(base64.b64decode(data))

    def look(self, path, shots=None):
        """What the page has for a screen reader, what went wrong, and how much wider than a telephone it is."""
        self.events.clear()
        self.width(SCREEN)
        self.ask('Page.navigate', url=path.as_uri())
        self.wait_for('Page.loadEventFired')
        nodes = [(node.get('role', {}).get('value'), node.get('name', {}).get('value', ''))
                 for node in self.ask('Accessibility.getFullAXTree')['nodes'] if not node.get('ignored')]
        if shots:
            self.shot(shots / (path.stem + '-wide.png'), 1800)
            self.theme('dark')
            self.shot(shots / (path.stem + '-dark.png'), 1800)
            self.theme('light')
        self.width(TELEPHONE)
        overflow = self.run('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        if shots:
            self.shot(shots / (path.stem + '-narrow.png'), 1800)
        errors = [json.dumps(event['params'])[:200] for event in self.events
                  if event.get('method') in ('Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded')]
        requests = [event['params']['request']['url'] for event in self.events
                    if event.get('method') == 'Network.requestWillBeSent']
        return Seen(errors, requests, nodes, overflow)
