import { addDays } from '../scope/calendar.ts';
import { dayIn, instantOf } from '../scope/zone.ts';
import { firstAt } from '../snapshots/rule.ts';
import type { Quiet, Wish } from './wish.ts';

const hour = 3_600_000;

/**
 * When the quiet hours end in which a moment lies; null: it lies in none. They begin and end when clocks first show the
 * times, so a night in which clocks change is as much longer or shorter; hours that clocks skip are never quiet.
 */
export function quietUntil({ from, to }: Quiet, zone: string, at: Date): Date | null {
	const today = dayIn(at, zone);
	for (const day of [addDays(today, -1), today]) {
		const begins = instantOf(`${day}T${from}`, zone);
		const ends = instantOf(`${to <= from ? addDays(day, 1) : day}T${to}`, zone);
		if (begins <= at && at < ends) return ends;
	}
	return null;
}

/** The first moment at which somebody may be told of what was raised then. */
export function tellAt({ dailyAt, zone, quiet }: Pick<Wish, 'dailyAt' | 'zone' | 'quiet'>, raisedAt: Date): Date {
	const due = dailyAt === null ? raisedAt : firstAt(dailyAt, zone, raisedAt);
	return (quiet && quietUntil(quiet, zone, due)) ?? due;
}

/** What nobody got to tell within so long after it was due is on the page, and not told any more. */
const toldWithin = 24 * hour;

export type Fate = 'wait' | 'tell' | 'too late';

/** What is to become of something that somebody wants to be told. */
export function fateOf(wish: Pick<Wish, 'dailyAt' | 'zone' | 'quiet'>, raisedAt: Date, now: Date): Fate {
	const due = tellAt(wish, raisedAt);
	if (now < due) return 'wait';
	if (now.getTime() - due.getTime() > toldWithin) return 'too late';
	// The hour has come, but a mail server was away until the night: quiet hours hold whenever something is sent.
	return wish.quiet && quietUntil(wish.quiet, wish.zone, now) ? 'wait' : 'tell';
}
