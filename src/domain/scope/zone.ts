/**
 * Which moment a clock on the wall means, and which day a moment belongs to. One rule for daylight saving everywhere:
 * a time that the clocks skip is the next one that exists, a time they show twice is the first of the two.
 *
 * Asking Intl costs microseconds a value, so each zone's changes of offset are asked for once a year and kept.
 */

/** At `at`, clocks go from `before` to `after` milliseconds ahead of UTC. */
type Change = { at: number; before: number; after: number };
type YearOfZone = { offsetAtStart: number; changes: Change[] };

const minute = 60_000;
const day = 86_400_000;

/** Since 1970 no zone changed its clocks twice within six days (the nearest: Boa Vista, Noronha, Recife in October 2000). */
const step = 3 * day;

const years = new Map<string, Map<number, YearOfZone>>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The moment at which clocks in `zone` show `local`: 'YYYY-MM-DD', or with 'THH:MM[:SS[.sss]]'. A day is its first moment. */
export const instantOf = (local: string, zone: string): Date => new Date(instantAt(wallClock(local), zone));

/** The day that `instant` belongs to in `zone`, as 'YYYY-MM-DD'. */
export const dayIn = (instant: Date, zone: string): string => {
	const time = instant.getTime();
	return new Date(time + offsetAt(time, zone)).toISOString().slice(0, 10);
};

/** The same as `instantOf` in milliseconds, for readers of millions: `wall` is the local time as if it were UTC. */
export function instantAt(wall: number, zone: string): number {
	const { offsetAtStart, changes } = yearOf(new Date(wall).getUTCFullYear(), zone);
	let offset = offsetAtStart;
	for (const { at, before, after } of changes) {
		if (wall < at + before) break;
		if (wall < at + after) return at;
		offset = after;
	}
	return wall - offset;
}

/** How far clocks in `zone` are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(time: number, zone: string): number {
	const { offsetAtStart, changes } = yearOf(new Date(time).getUTCFullYear(), zone);
	return changes.findLast(({ at }) => at <= time)?.after ?? offsetAtStart;
}

function wallClock(local: string): number {
	const wall = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
	if (Number.isNaN(wall)) throw new RangeError(`Not a local time: ${local}`);
	return wall;
}

function yearOf(year: number, zone: string): YearOfZone {
	let known = years.get(zone);
	if (!known) years.set(zone, (known = new Map()));
	let found = known.get(year);
	if (!found) known.set(year, (found = askIntl(year, zone)));
	return found;
}

/** The year's changes, with some days on both sides, as local and UTC years differ by up to a day and zones skip days. */
function askIntl(year: number, zone: string): YearOfZone {
	const start = new Date(0).setUTCFullYear(year, 0, 1) - 3 * day;
	const end = new Date(0).setUTCFullYear(year + 1, 0, 1) + 3 * day;
	const offsetAtStart = intlOffset(start, zone);
	const changes: Change[] = [];

	let before = offsetAtStart;
	for (let from = start; from < end; from += step) {
		const after = intlOffset(from + step, zone);
		if (after !== before) changes.push({ at: momentOfChange(from, from + step, before, zone), before, after });
		before = after;
	}
	return { offsetAtStart, changes };
}

function momentOfChange(from: number, to: number, before: number, zone: string): number {
	let [low, high] = [from, to];
	while (high - low > 1_000) {
		const middle = low + Math.floor((high - low) / 2_000) * 1_000;
		if (intlOffset(middle, zone) === before) low = middle;
		else high = middle;
	}
	return high;
}

function intlOffset(time: number, zone: string): number {
	const shown: Record<string, number> = {};
	for (const { type, value } of clockOf(zone).formatToParts(time)) shown[type] = Number(value);
	const wall = new Date(0).setUTCFullYear(shown.year, shown.month - 1, shown.day);
	const sinceMidnight = shown.hour * 60 * minute + shown.minute * minute + shown.second * 1_000;
	return wall + sinceMidnight - Math.floor(time / 1_000) * 1_000;
}

function clockOf(zone: string): Intl.DateTimeFormat {
	let clock = clocks.get(zone);
	if (!clock) {
		const digits = {
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit'
		};
		const options = {
			timeZone: zone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			...digits
		} as const;
		clocks.set(zone, (clock = new Intl.DateTimeFormat('en-US', options as Intl.DateTimeFormatOptions)));
	}
	return clock;
}
