import { workOutAfterRefresh, workOutAsked } from '#domain/money/server.ts';
import { endWithParent } from '#platform/beside.ts';
import { command } from './fail.ts';
import { withDatabase } from './with-database.ts';

/**
 * Works out prices and lifetime values where a refresh has left that open, or only the prices that readers have `asked`
 * for; the server runs it in a process beside.
 */
await command(async () => {
	endWithParent();
	const [which] = process.argv.slice(2);
	await withDatabase('values', (db) =>
		which === 'asked' ? workOutAsked(db) : workOutAfterRefresh(db, { now: () => new Date() })
	);
	return 0;
});
