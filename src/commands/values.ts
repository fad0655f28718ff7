import { setPriority } from 'node:os';
import { workOutAfterRefresh } from '#domain/money/server.ts';
import { endWithParent } from '#platform/beside.ts';
import { command } from './fail.ts';
import { withDatabase } from './with-database.ts';

/** Readers come first: below the server, and above what a machine does when it has nothing to do. */
const belowServer = 10;

/** Works out prices and lifetime values where a refresh has left that open; the server runs it in a process beside. */
await command(async () => {
	endWithParent();
	setPriority(belowServer);
	await withDatabase('values', (db) => workOutAfterRefresh(db, { now: () => new Date() }));
	return 0;
});
