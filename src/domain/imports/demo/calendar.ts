/** Days are counted from 1970-01-01, moments in milliseconds from its midnight in UTC. */
const dayLength = 86_400_000;

export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / dayLength;

const texts = new Map<number, string>();

/** 'YYYY-MM-DD'. A few thousand days are written several hundred thousand times, so each is spelled once. */
export function dayText(day: number): string {
	let text = texts.get(day);
	if (!text) texts.set(day, (text = new Date(day * dayLength).toISOString().slice(0, 10)));
	return text;
}

/** ISO 8601 in UTC, to the second. Day and minute come from memory: half a million moments are written. */
export function momentText(moment: number): string {
	const minute = Math.floor(moment / 60_000);
	const second = Math.floor(moment / 1000) % 60;
	return `${dayText(Math.floor(minute / 1440))}T${clock[minute % 1440]}:${second < 10 ? '0' : ''}${second}Z`;
}

const two = (number: number) => String(number).padStart(2, '0');
const clock = Array.from({ length: 1440 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

export const dayOf = (moment: number): number => Math.floor(moment / dayLength);

/** 0 is Monday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The same day of the month, `months` later; start days stay below 29 so that it always exists. */
export function monthsAfter(day: number, months: number): number {
	const start = new Date(day * dayLength);
	return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()) / dayLength;
}

export function notAfterThe28th(day: number): number {
	return day - Math.max(0, new Date(day * dayLength).getUTCDate() - 28);
}

/** The moment when clocks in `zone` show `minute` minutes after midnight. */
export const momentAt = (day: number, minute: number, zone: string): number =>
	day * dayLength + minute * 60_000 - offsetOf(zone, day);

const offsets = new Map<string, Map<number, number>>();

/**
 * How far `zone` is ahead of UTC. Looked up once a week: on the Sunday itself when the clocks change an answer may
 * come an hour off, which no reader of a demo company can tell.
 */
function offsetOf(zone: string, day: number): number {
	const thursday = day - weekday(day) + 3;
	let weeks = offsets.get(zone);
	if (!weeks) offsets.set(zone, (weeks = new Map()));
	let offset = weeks.get(thursday);
	if (offset === undefined) weeks.set(thursday, (offset = aheadAtNoon(zone, thursday)));
	return offset;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function aheadAtNoon(zone: string, day: number): number {
	const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
	clocks.set(zone, clock);
	const name = clock.formatToParts(new Date((day + 0.5) * dayLength)).find((part) => part.type === 'timeZoneName');
	const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name?.value ?? '') ?? [null, '+', '0', '0'];

	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
