import { momentAt, weekday } from './calendar.ts';
import type { Chance } from './chance.ts';

/** Requests go out on the morning of a working day where the customer is. */
export function sending(day: number, zone: string, chance: Chance): { day: number; minute: number; moment: number } {
	const onWeekday = day + Math.max(0, 7 - weekday(day) - (weekday(day) < 5 ? 7 : 0));
	const minute = chance.between(7 * 60 + 30, 16 * 60);

	return { day: onWeekday, minute, moment: momentAt(onWeekday, minute, zone) + chance.between(0, 59_999) };
}

/**
 * Nearly half answer the same day and the rest over two weeks; most in working hours, some at night and on Sundays.
 */
export function answering(sent: { day: number; minute: number }, zone: string, chance: Chance): number {
	const later = chance.yes(0.46) ? 0 : 1 + Math.min(13, Math.floor(-3.2 * Math.log(1 - chance.unit())));
	const free = weekday(sent.day + later) > 4;
	const day = sent.day + later + (free && chance.yes(0.65) ? 7 - weekday(sent.day + later) + chance.between(0, 2) : 0);
	const minute = minuteOfDay(weekday(day) > 4, chance);
	const soon = sent.minute + 2 - Math.round(70 * Math.log(1 - chance.unit()));
	const sameDay = day === sent.day && minute < soon;

	return momentAt(day, sameDay ? soon : minute, zone) + chance.between(0, 59_999);
}

function minuteOfDay(weekend: boolean, chance: Chance): number {
	const kind = chance.unit();
	if (!weekend && kind < 0.8)
		return 60 * 12.5 + 150 * Math.max(-1.9, Math.min(1.9, chance.normal())) + chance.between(0, 9);
	if (kind < 0.94) return chance.between(17 * 60 - (weekend ? 420 : 0), 22 * 60 + 59);
	return chance.between(0, 6 * 60 + 40);
}
