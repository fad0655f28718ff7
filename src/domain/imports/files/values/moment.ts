import { instantAt } from '#domain/scope/zone.ts';
import { readClock } from './clock.ts';
import { readDate, splitTime, type DayOrder } from './date.ts';
import { fromSerial } from './excel-serial.ts';
import { partsAt, startsWithDay, type DateParts } from './iso-day.ts';
import { isProblem, problem, shown, type Problem } from '../problem.ts';

/** How a column writes moments. `zone`, an IANA name, is whose clock a time without an offset was read from. */
export type MomentForm = { order: DayOrder | 'unix-seconds' | 'unix-milliseconds'; zone: string };

/**
 * A moment as ISO 8601 in UTC. A day alone is its first moment in the zone; a time that daylight saving skips is the next
 * one that exists, a time that occurs twice is the first. Parts of milliseconds are cut.
 */
export function readMoment(text: string, { order, zone }: MomentForm): string | Problem {
	const trimmed = text.trim();
	if (order === 'unix-seconds') return fromUnix(trimmed, 1_000);
	if (order === 'unix-milliseconds') return fromUnix(trimmed, 1);

	if (startsWithDay(trimmed)) {
		if (trimmed.length === 10) return utc(instantAt(wallOf(partsAt(trimmed)), zone));
		if (isBetween(trimmed.charCodeAt(10)))
			return onTheClock(trimmed, partsAt(trimmed), trimmed.slice(11).trimStart(), zone);
	}
	const { date, time } = splitTime(trimmed);
	if (order === 'excel-serial' && time === '') return fromExcel(trimmed, date, zone);
	const day = readDate(date, order);
	if (isProblem(day)) return day;
	return time === '' ? utc(instantAt(wallOf(day), zone)) : onTheClock(trimmed, day, time, zone);
}

/** The 'T' or the space between day and time. */
const isBetween = (code: number): boolean => code === 84 || code === 32 || code === 116;

const wallOf = ({ year, month, day }: DateParts): number => Date.UTC(year, month - 1, day);

const utc = (time: number): string => new Date(time).toISOString();

function onTheClock(text: string, day: DateParts, time: string, zone: string): string | Problem {
	const clock = readClock(time);
	if (!clock) return notATime(text, time);
	const wall = wallOf(day) + clock.time;
	return utc(clock.offset === null ? instantAt(wall, zone) : wall - clock.offset);
}

function notATime(text: string, time: string): Problem {
	const abbreviation = /\d ?([A-Z]{2,5})$/.exec(time)?.[1];
	return abbreviation && !/^[AP]M$/.test(abbreviation)
		? problem(
				`${shown(text)} names its zone ${abbreviation}, which more than one zone is called; write the offset, such as +01:00.`
			)
		: problem(`${shown(text)} has no time of day that a clock shows; write moments as 2026-03-05T14:30.`);
}

function fromExcel(text: string, date: string, zone: string): string | Problem {
	const wall = /^\d{1,7}(?:\.\d+)?$/.test(text) ? fromSerial(Number(text), 1900) : null;
	if (wall !== null) return utc(instantAt(wall, zone));
	const day = readDate(date, 'excel-serial');
	return isProblem(day) ? day : utc(instantAt(wallOf(day), zone));
}

/** 1 January 1980 to the end of 2099: outside, seconds were taken for milliseconds or the other way round. */
const [earliest, latest] = [Date.UTC(1980, 0, 1), Date.UTC(2100, 0, 1)];

function fromUnix(text: string, unit: number): string | Problem {
	const time = /^\d{1,13}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text) * unit) : NaN;
	if (time >= earliest && time < latest) return utc(time);
	return problem(
		`${shown(text)} is not a Unix time in ${unit === 1 ? 'milliseconds' : 'seconds'} between 1980 and 2100.`
	);
}
