import { describe, expect, test } from 'vitest';
import { dayIn, instantOf, offsetAt } from './zone.ts';

const utc = (local: string, zone: string) => instantOf(local, zone).toISOString().replace('.000Z', 'Z');

describe('a time on the wall', () => {
	test.each([
		['2026-01-15T12:00', 'Europe/Berlin', '2026-01-15T11:00:00Z'],
		['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00:00Z'],
		['2026-07-15T12:00:05.250', 'America/New_York', '2026-07-15T16:00:05.250Z'],
		['2026-07-15T12:00', 'Asia/Kolkata', '2026-07-15T06:30:00Z'],
		['2026-01-15T12:00', 'Australia/Lord_Howe', '2026-01-15T01:00:00Z'],
		['2026-07-15T12:00', 'Australia/Lord_Howe', '2026-07-15T01:30:00Z'],
		['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00Z'],
		['2026-06-01T12:00', 'UTC', '2026-06-01T12:00:00Z'],
		['1970-06-01T12:00', 'Africa/Monrovia', '1970-06-01T12:44:30Z']
	])('%s in %s is %s', (local, zone, moment) => expect(utc(local, zone)).toBe(moment));
});

describe('a time that the clocks skip is the next one that exists', () => {
	test.each([
		['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
		['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
		['2026-03-29T02:59:59', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
		['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:00:00Z'],
		['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
		['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
		['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
		['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
		['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
		['2011-12-30T15:00', 'Pacific/Apia', '2011-12-30T10:00:00Z']
	])('%s in %s is %s', (local, zone, moment) => expect(utc(local, zone)).toBe(moment));

	test('the times on both sides of the gap stay themselves', () => {
		expect(utc('2026-03-29T01:59:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:59Z');
		expect(utc('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00Z');
		expect(utc('2011-12-29T23:59:59', 'Pacific/Apia')).toBe('2011-12-30T09:59:59Z');
		expect(utc('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z');
	});
});

describe('a time that the clocks show twice is the first of the two', () => {
	test.each([
		['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
		['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
		['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
		['2018-02-17T23:30', 'America/Sao_Paulo', '2018-02-18T01:30:00Z'],
		['2026-04-04T23:30', 'America/Santiago', '2026-04-05T02:30:00Z'],
		['2026-10-29T23:30', 'Africa/Cairo', '2026-10-29T20:30:00Z']
	])('%s in %s is %s', (local, zone, moment) => expect(utc(local, zone)).toBe(moment));

	test('three o’clock comes once', () => expect(utc('2026-10-25T03:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00Z'));
});

describe('the day of a moment', () => {
	test.each([
		['2026-01-11T20:00:00Z', 'Europe/London', '2026-01-11'],
		['2026-01-11T20:00:00Z', 'Pacific/Auckland', '2026-01-12'],
		['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
		['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
		['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
		['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
		['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
		['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
		['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
		['2026-06-30T18:29:59Z', 'Asia/Kolkata', '2026-06-30'],
		['2026-06-30T18:30:00Z', 'Asia/Kolkata', '2026-07-01'],
		['2026-01-01T00:00:00Z', 'America/Sao_Paulo', '2025-12-31']
	])('%s in %s is %s', (moment, zone, day) => expect(dayIn(new Date(moment), zone)).toBe(day));
});

const zones = [
	'Europe/Berlin',
	'America/New_York',
	'Australia/Lord_Howe',
	'America/Sao_Paulo',
	'America/Santiago',
	'Africa/Cairo',
	'Africa/Casablanca',
	'Asia/Kolkata',
	'Pacific/Apia',
	'America/Boa_Vista'
];

test.each(zones)('in %s the kept offsets are those of Intl', (zone) => {
	const shown = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
	const intlOffset = (time: number) => {
		const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(shown.format(time)) ?? [];
		return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
	};
	const times = [2000, 2011, 2014, 2018, 2026].flatMap((year) =>
		Array.from({ length: 1_750 }, (_, i) => Date.UTC(year, 0, 1, 0, 30) + i * 5 * 3_600_000)
	);
	expect(times.filter((time) => offsetAt(time, zone) !== intlOffset(time))).toEqual([]);
});

test.each(zones)('in %s every moment that clocks show once comes back from its local time', (zone) => {
	const times = Array.from({ length: 365 * 48 }, (_, i) => Date.UTC(2018, 0, 1) + i * 1_800_000);
	const wrong = times.filter((time) => {
		const wall = new Date(time + offsetAt(time, zone)).toISOString().slice(0, 19);
		const back = instantOf(wall, zone).getTime();
		const isSecondOfTwo = offsetAt(back, zone) !== offsetAt(time, zone) && back < time;
		return back !== time && !isSecondOfTwo;
	});
	expect(wrong).toEqual([]);
});
