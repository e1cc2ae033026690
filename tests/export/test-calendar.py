#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan's calendar is read back by a reader that is not ours, and says what the plan says.

    test-calendar.py CLI PACK [DOCUMENT]
"""
import csv
import datetime
import io
import pathlib
import subprocess
import sys
import tempfile

CLI, PACK = sys.argv[1:3]
DOCUMENT = ['--document', sys.argv[3]] if len(sys.argv) > 3 else []
TODAY = '2026-05-12'
number = failed = 0


def expect(true, what):
    global number, failed
    number += 1
    failed += not true
    print(f'{"ok" if true else "not ok"} {number} - {what}', flush=True)


def run(*words):
    return subprocess.run([CLI, '--pack', PACK, *DOCUMENT, *words], capture_output=True, encoding='utf-8', check=True).stdout


def first(text):
    return datetime.date.fromisoformat(text if len(text) == 10 else text + '-01')


def last(text):
    if len(text) == 10:
        return first(text)
    after = first(text).replace(day=28) + datetime.timedelta(days=4)
    return after.replace(day=1) - datetime.timedelta(days=1)


def wanted(rows):
    """The events that follow from the list, by UID: first day, last day."""
    events = {}
    for row in rows:
        def add(what, begin, end, row=row):
            events[f'{row["id"]}.{what}'] = (begin, end)
        start, end = row['start'], row['end']
        if start and end:
            add('forloeb', first(start), last(end))
        elif end:
            add('forloeb', last(end), last(end))
        elif start:
            add('forloeb', first(start), first(start))
        if row['deadline']:
            add('frist', last(row['deadline']), last(row['deadline']))
        if row['next-follow-up'] and row['status'] not in ('gennemfoert', 'udgaar'):
            add('opfoelgning', first(row['next-follow-up']), last(row['next-follow-up']))
    return events


def found(calendar):
    day = datetime.timedelta(days=1)
    return {str(e['UID']).rsplit('@', 1)[0]: (e['DTSTART'].dt, e['DTEND'].dt - day) for e in calendar.walk('VEVENT')}


def check_lines(data):
    expect(data.endswith(b'\r\n') and b'\n' not in data.replace(b'\r\n', b'') and b'\r' not in data.replace(b'\r\n', b''),
           'every line ends as it must')
    lines = data.split(b'\r\n')
    expect(all(len(line) <= 75 for line in lines), 'no line is longer than 75 octets')
    expect(all(line.decode('utf-8') is not None for line in lines), 'no character is cut in two')


def check_events(calendar, rows):
    events = list(calendar.walk('VEVENT'))
    uids = [str(e['UID']) for e in events]
    expect(len(set(uids)) == len(uids) and all('@' in u for u in uids), 'each event has a name of its own')
    expect(found(calendar) == wanted(rows), f'each date is an event of whole days, and nothing else ({len(events)})')
    stamp = datetime.datetime(2026, 5, 12, 12, tzinfo=datetime.timezone.utc)
    expect(all(e['DTSTAMP'].dt == stamp for e in events), 'the date is the one that was given')
    titles = {row['id']: row['title'] for row in rows}
    expect(all(titles[str(e['UID']).rsplit('@', 1)[0].rsplit('.', 1)[0]] in str(e['SUMMARY']) for e in events),
           'each says what is to be done, whole')
    expect(all(str(e['DESCRIPTION']).startswith('Status: ') for e in events), 'and how far it is')


def check_text(calendar):
    notes = [str(e['DESCRIPTION']) for e in calendar.walk('VEVENT') if 'Uden tiltag' in str(e['SUMMARY'])]
    if not notes:
        return
    expect('Først, med komma; semikolon og \\ skråstreg. Så en lang linje på æ, ø og å, der er længere end '
           'femoghalvfjerds tegn æøåæøåæøåæøå.\n' in notes[0] and notes[0].endswith('Nyt afsnit.'), 'texts come back as they are')


def main():
    try:
        import icalendar
    except ImportError:
        print('1..0 # SKIP python3-icalendar is not installed')
        return 0
    with tempfile.TemporaryDirectory() as name:
        path, again = (pathlib.Path(name) / n for n in ('plan.ics', 'again.ics'))
        run('plan', '--ics', str(path), '--date', TODAY)
        run('plan', '--ics', str(again), '--date', TODAY)
        rows = list(csv.DictReader(io.StringIO(run('plan', '--format', 'csv', '--date', TODAY))))
        data = path.read_bytes()
        calendar = icalendar.Calendar.from_ical(data)
        check_lines(data)
        expect(calendar['VERSION'] == '2.0' and 'Ligevægt' in calendar['PRODID'], 'it says what it is and whose')
        check_events(calendar, rows)
        check_text(calendar)
        expect(again.read_bytes() == data, 'the same bytes')
        run('plan', '--ics', str(again), '--date', '2026-06-01')
        expect({str(e['UID']) for e in icalendar.Calendar.from_ical(again.read_bytes()).walk('VEVENT')}
               == {str(e['UID']) for e in calendar.walk('VEVENT')}, 'a later file names the same events')
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
