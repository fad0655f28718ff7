import type { Db } from '#platform/db/connect.ts';
import { makeDue } from './making.server.ts';
import type { Making } from './make-edition.server.ts';
import { tellMentions } from './mentions.server.ts';
import { forgetLinks } from './queries/links.server.ts';
import { selectSchedules } from './queries/schedules.server.ts';
import { settleAbandoned } from './queries/waiting.server.ts';
import { tellOwners } from './trouble.server.ts';

const day = 24 * 3_600_000;

/** Links that ended are kept for a while, so that a log can still say what they were. */
const linksKept = 90 * day;

/**
 * What the clock asks for, as often as it likes and from as many places: makes what has fallen due, gives up on what a
 * dead worker had in hand, tells owners, and whom somebody has mentioned. One schedule's fault never keeps another's edition.
 */
export async function lookForDue(db: Db, making: Making, onFault: (error: unknown, scheduleId: number) => void) {
	const { now } = making;
	const abandoned = await settleAbandoned(db, now);
	let made = 0;
	for (const { id, pausedAt } of await selectSchedules(db)) {
		if (pausedAt) continue;
		try {
			if (await makeDue(db, id, making)) made++;
		} catch (error) {
			onFault(error, id);
		}
	}
	const told = await tellOwners(db, making);
	await forgetLinks(db, new Date(now.getTime() - linksKept));
	const mentions = await tellMentions(db, making);
	return { made, abandoned, told, mentions };
}
