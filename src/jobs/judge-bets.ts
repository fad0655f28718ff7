import { dueForJudging } from '#domain/bets/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { runBeside } from '#platform/beside.ts';
import type { Db } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { regularly } from './regularly.ts';

/**
 * Judges bets soon after all of their outcomes are in, so that nobody can wait for a better day. Thousands of customers
 * take seconds to compare, so it is done in a process beside.
 */
export function keepJudgingBets(db: Db): void {
	regularly('a bet could not be judged', async () => {
		const bets = await dueForJudging(db, await organisationOf(db), new Date());
		if (bets.length === 0) return;
		await runBeside('judge-bets');
		log.info({ bets }, 'judged the bets whose outcomes are complete');
	});
}
