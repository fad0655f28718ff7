import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { openDatabase } from '#platform/db/database.ts';
import { settingsFrom } from '#platform/settings.ts';
import type { Settings } from '#platform/settings.ts';

/** Opens the database for one command, beside a running server or alone, and leaves it as it was. */
export async function withDatabase<Result>(
	name: string,
	work: (db: Db, settings: Settings) => Promise<Result>
): Promise<Result> {
	const settings = settingsFrom(process.env);
	const database = await openDatabase(settings, {
		onLost: (isDiskFull) => {
			const [why, remedy] = isDiskFull ? [', as its disk is full', 'make room, then run'] : ['', 'run'];
			console.error(`The database has stopped${why}. Nothing half-done was saved; ${remedy} the command again.`);
			process.exit(1);
		}
	});
	const { db, close } = connect(database.url, { connections: 4, name: `empty-chair ${name}` });
	try {
		return await work(db, settings);
	} finally {
		await close();
		await database.leave();
	}
}
