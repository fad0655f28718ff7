import { judgeDue } from '#domain/bets/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { endWithParent } from '#platform/beside.ts';
import { command } from './fail.ts';
import { withDatabase } from './with-database.ts';

/** Judges the bets whose outcomes are complete; the server runs it in a process beside. */
await command(async () => {
	endWithParent();
	await withDatabase('judge-bets', async (db) => judgeDue(db, await organisationOf(db), new Date()));
	return 0;
});
