import { addDays } from './calendar.ts';
import type { Week } from './week.ts';
import { mondayOfWeek } from './week.ts';
import { instantOf } from './zone.ts';

const hour = 3_600_000;

/** How long a week lasts in a zone: 168 hours, unless the clocks change in it. */
export function hoursOf(week: Week, zone: string): number {
	const monday = mondayOfWeek(week);
	return (instantOf(addDays(monday, 7), zone).getTime() - instantOf(monday, zone).getTime()) / hour;
}

/** What is unlike in a week, for whoever compares it with others: the clocks change in it, or it is a week 53. */
export function weekNotes(week: Week, zone: string): string[] {
	const hours = hoursOf(week, zone);
	const usual = 7 * 24;
	return [
		...(hours === usual
			? []
			: [
					`The clocks change in this week: it has ${hours} hours, ${Math.abs(hours - usual)} ${hours < usual ? 'fewer' : 'more'} than others.`
				]),
		...(week.endsWith('-W53')
			? ['A week 53: most years have none, so there may be no such week a year before or after.']
			: [])
	];
}
