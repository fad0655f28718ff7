import { judgeDue } from '#domain/bets/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { regularly } from './regularly.ts';

/** Judges bets soon after all of their outcomes are in, so that nobody can wait for a better day. */
export function keepJudgingBets(db: Db): void {
	regularly('a bet could not be judged', async () => {
		const bets = await judgeDue(db, await organisationOf(db), new Date());
		if (bets.length > 0) log.info({ bets }, 'judged the bets whose outcomes are complete');
	});
}
