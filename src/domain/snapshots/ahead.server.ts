import type { Db } from '#platform/db/connect.ts';
import { isBeingWorkedOut } from '../money/price/asked.ts';
import { priceSoon, whatIsKnown } from '../money/server.ts';
import { seriesInScope } from '../reviews/server.ts';
import { weekNow } from './editions.server.ts';
import { selectSchedules } from './queries/schedules.server.ts';
import type { Schedule } from './schedule.ts';

/** After a review the price is told that was frozen with it. */
const tellsPriceOfNow = ({ rule, sections, pausedAt }: Schedule) =>
	rule.every !== 'review closed' && sections.includes('money') && pausedAt === null;

/**
 * Asks for the prices that the next editions will tell, so that none has to wait for thousands of draws. True: some are
 * not there yet.
 */
export async function askAhead(db: Db, now: Date): Promise<boolean> {
	const schedules = (await selectSchedules(db)).filter(tellsPriceOfNow);
	const known = schedules.length === 0 ? null : await whatIsKnown(db);
	if (!known) return false;

	const scopes = await Promise.all(
		schedules.map(async (schedule) => ({ ...schedule.filter, week: await weekNow(db, schedule, now) }))
	);
	let isSomeMissing = false;
	for (const scope of new Map(scopes.map((one) => [JSON.stringify(one), one])).values()) {
		const found = await seriesInScope(db, scope);
		if (found && isBeingWorkedOut(await priceSoon(db, scope, found.series, known.revenueThrough))) isSomeMissing = true;
	}
	return isSomeMissing;
}
