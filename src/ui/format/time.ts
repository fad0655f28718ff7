const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = zone + JSON.stringify(options);
	let known = formats.get(key);
	if (!known) formats.set(key, (known = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })));
	return known;
}

const ofDay = (day: string) => new Date(`${day}T00:00:00Z`);

const monthNames = Array.from({ length: 12 }, (_, month) =>
	format('UTC', { month: 'short' }).format(new Date(Date.UTC(2026, month)))
);
const monthNameOf = (day: string): string => monthNames[Number(day.slice(5, 7)) - 1];
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** 'Sat 17:42', or 'Sat 3 Oct, 17:42' outside the week that is shown. */
export const moment = (at: Date, zone: string, isNear: boolean): string =>
	isNear
		? format(zone, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at)
		: format(zone, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);

/** '22 Nov 2026, 17:42' */
export const fullMoment = (at: Date, zone: string): string =>
	format(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at);

/** '22 Nov 2026' from '2026-11-22' */
export const day = (text: string): string => `${Number(text.slice(8))} ${monthNameOf(text)} ${yearOf(text)}`;

/** 'Nov 2026' */
export const month = (text: string): string => `${monthNameOf(text)} ${yearOf(text)}`;

/** 'Nov', for axes */
export const monthName = monthNameOf;

/** '16–22 Nov', '28 Dec – 3 Jan' */
export function days(from: string, to: string): string {
	const short = (text: string) => format('UTC', { day: 'numeric', month: 'short' }).format(ofDay(text));
	return from.slice(0, 7) === to.slice(0, 7)
		? `${Number(from.slice(8))}–${short(to)}`
		: `${short(from)} – ${short(to)}`;
}

/** '7 weeks', '14 months', '3 years': how long somebody has been a customer, in whole units. */
export function tenure(numberOfDays: number): string {
	if (numberOfDays < 0) return 'not yet';
	const [n, unit] =
		numberOfDays < 14
			? [numberOfDays, 'day']
			: numberOfDays < 91
				? [Math.floor(numberOfDays / 7), 'week']
				: numberOfDays < 730
					? [Math.floor(numberOfDays / 30.436875), 'month']
					: [Math.floor(numberOfDays / 365.2425), 'year'];
	return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
