import { instantOf } from '../scope/zone.ts';
import { firstAt, occurrencesBetween, weekToldOn } from './rule.ts';
import type { Rule } from './rule.ts';
import type { ZoneOf } from './schedule.ts';

const hour = 3_600_000;

/** Later than this is called late. */
const lateAfter = hour / 4;

/** Something that has fallen due: by the clock or after a review. */
export type Due = { occurrence: string; at: Date; week: string };

type Timed = { rule: Rule; zone: string; zoneOf: ZoneOf; ruleSince: Date };
type Closed = { week: string; closedAt: Date };

/**
 * The occurrences between the moment since which a rule holds and now, earliest first. `zones`: of the recipients, where
 * each gets it by their own clock; the edition is made for the first of them.
 */
export function fallenDue(
	schedule: Timed,
	{ zones, closed, since, now }: { zones: readonly string[]; closed: readonly Closed[]; since: Date; now: Date }
): Due[] {
	const { rule, zone } = schedule;
	if (rule.every === 'review closed')
		return closed
			.map(({ week, closedAt }) => ({
				occurrence: week,
				week,
				at: rule.time === null ? closedAt : firstAt(rule.time, zone, closedAt)
			}))
			.filter(({ at }) => at > since && at <= now);

	const ahead = schedule.zoneOf === 'recipient' ? 24 * hour : 0;
	return occurrencesBetween(rule, zone, since, new Date(now.getTime() + ahead))
		.map(({ day, at }) => ({
			occurrence: day,
			week: weekToldOn(day),
			at: ahead === 0 ? at : firstDue({ day, time: rule.time, zone, zones })
		}))
		.filter(({ at }) => at <= now);
}

/** Nobody gets an edition before its day has begun where the schedule is: until then the week before may not be over. */
function firstDue({
	day,
	time,
	zone,
	zones
}: {
	day: string;
	time: string;
	zone: string;
	zones: readonly string[];
}): Date {
	const moments = [...new Set([zone, ...zones])].map((one) => instantOf(`${day}T${time}`, one).getTime());
	return new Date(Math.max(Math.min(...moments), instantOf(day, zone).getTime()));
}

/** When one recipient is to have an edition. */
export function dueFor({ rule, zone, zoneOf }: Timed, due: Due, recipientZone: string | null): Date {
	if (zoneOf === 'schedule' || rule.every === 'review closed') return due.at;
	const own = instantOf(`${due.occurrence}T${rule.time}`, recipientZone ?? zone);
	return own < due.at ? due.at : own;
}

/** Whether something that nobody got to in time is no longer worth sending. */
export const isTooOld = (at: Date, { now, lateWithinHours }: { now: Date; lateWithinHours: number }): boolean =>
	now.getTime() - at.getTime() > lateWithinHours * hour;

/** Of what fell due, the last is sent unless it is too old; all before it, and it if too old, are missed. Never a burst. */
export function sendAndMiss(due: readonly Due[], { now, lateWithinHours }: { now: Date; lateWithinHours: number }) {
	const last = due.at(-1) ?? null;
	const isInTime = last !== null && !isTooOld(last.at, { now, lateWithinHours });
	return { send: isInTime ? last : null, missed: isInTime ? due.slice(0, -1) : [...due] };
}

export const isLate = (dueAt: Date, now: Date): boolean => now.getTime() - dueAt.getTime() > lateAfter;
