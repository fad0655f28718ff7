import { twoDigits } from './iso-day.ts';

/** A time of day in milliseconds since midnight, and how far that clock is ahead of UTC; null: it does not say. */
export type Clock = { time: number; offset: number | null };

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)?$/i;
const zone = / ?(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?(?: UTC| GMT)?)$/i;

const hour = 3_600_000;
const minute = 60_000;

/** '14:05', '14:05:06.25', '2:05 PM', each also with 'Z', 'UTC' or '+02:00'. Null: not a time of day. */
export function readClock(text: string): Clock | null {
	if (text.length === 8 && text.charCodeAt(2) === 58 && text.charCodeAt(5) === 58) {
		const time = timeOf(twoDigits(text, 0), twoDigits(text, 3), twoDigits(text, 6), 0);
		if (time !== null) return { time, offset: null };
	}
	const named = zone.exec(text);
	const found = clock.exec(named ? text.slice(0, named.index) : text);
	if (!found) return null;

	const [, hours, minutes, seconds = '0', fraction = '', half] = found;
	const time = timeOf(hourOf(Number(hours), half), Number(minutes), Number(seconds), milliseconds(fraction));
	const offset = named ? offsetOf(named) : null;
	return time === null || Number.isNaN(offset) ? null : { time, offset };
}

const timeOf = (hours: number, minutes: number, seconds: number, milliseconds: number): number | null =>
	hours < 24 && minutes < 60 && seconds < 60 ? hours * hour + minutes * minute + seconds * 1_000 + milliseconds : null;

/** Twelve at night is 12 AM, twelve at noon 12 PM; there is no 0 AM and no 13 PM. */
function hourOf(hours: number, half: string | undefined): number {
	if (!half) return hours;
	if (hours < 1 || hours > 12) return NaN;
	return (hours % 12) + (half[0].toLowerCase() === 'p' ? 12 : 0);
}

/** Cut, not rounded, or the last moment of a day would become the next day's first. */
const milliseconds = (fraction: string): number => Number(fraction.padEnd(3, '0').slice(0, 3));

function offsetOf([, utc, sign, hours, minutes = '00']: RegExpExecArray): number {
	if (utc) return 0;
	const ahead = Number(hours) * hour + Number(minutes) * minute;
	if (ahead > 18 * hour || Number(minutes) > 59) return NaN;
	return sign === '-' ? -ahead : ahead;
}
