"""When clocks show a time, every day of ten years, by Python's zoneinfo: an implementation apart from Intl's.

The moment of a local time is the earliest that shows it; where none does, the earliest that shows a later one. Both are
found by trying moments one after the other. Of days that come to the same moment, one counts.
"""
import hashlib, json
from datetime import datetime, timedelta, timezone, date
from zoneinfo import ZoneInfo

zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Africa/Casablanca', 'America/Santiago',
         'Pacific/Apia', 'Antarctica/Troll', 'Asia/Kolkata']
times = ['00:00', '01:45', '02:15', '23:30']
first, last = date(2016, 1, 1), date(2025, 12, 31)
step = timedelta(minutes=15)

def shown(moment, zone):
    return moment.astimezone(zone).replace(tzinfo=None)

def moment_of(wall, zone):
    # No zone is more than 15 hours from UTC, and none leaves out more than a day.
    simple = []
    for hours4 in range(-15 * 4, 15 * 4 + 1):
        moment = wall.replace(tzinfo=timezone.utc) + hours4 * step
        if shown(moment, zone) == wall: simple.append(moment)
    if simple: return min(simple), len(simple)
    moment = wall.replace(tzinfo=timezone.utc) - timedelta(hours=40)
    while not (shown(moment, zone) > wall): moment += step
    return moment, 0

def fast(wall, zone):
    # Where the offset is the same for two days around, the answer is plain.
    offsets = {(wall.replace(tzinfo=timezone.utc) + timedelta(hours=h)).astimezone(zone).utcoffset() for h in (-40, -20, 0, 20, 40)}
    if len(offsets) == 1: return wall.replace(tzinfo=timezone.utc) - offsets.pop(), 1
    return moment_of(wall, zone)

out = {'source': 'Python 3.11 zoneinfo with tzdata 2025b, by trying moments; tests/reference/time/make/occurrences.py',
       'from': str(first), 'to': str(last), 'zones': []}
for name in zones:
    zone = ZoneInfo(name)
    entry = {'zone': name, 'times': []}
    for time in times:
        digest, count, odd, previous = hashlib.sha256(), 0, [], None
        day = first
        while day <= last:
            wall = datetime.combine(day, datetime.strptime(time, '%H:%M').time())
            moment, ways = fast(wall, zone)
            if ways != 1: odd.append([str(day), moment.strftime('%Y-%m-%dT%H:%M:%SZ')])
            if previous is None or moment > previous:
                digest.update(f'{day} {int(moment.timestamp())}\n'.encode()); count += 1; previous = moment
            day += timedelta(days=1)
        entry['times'].append({'time': time, 'count': count, 'sha256': digest.hexdigest(), 'odd': odd})
    out['zones'].append(entry)
print(json.dumps(out, separators=(',', ':')))
