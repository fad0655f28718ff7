import { createServer } from 'vite';
import { setupToken } from '#domain/auth/server.ts';
import { loadDemoIfEmpty } from '#domain/imports/server.ts';
import { connect } from '#platform/db/connect.ts';
import { openDatabase } from '#platform/db/database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { stopAll } from '#platform/stopping.ts';
import { command } from './fail.ts';
import { projectFolder } from './project.ts';

/** The product for whoever works on it: the same database, pages that change while one edits. */
await command(async () => {
	const settings = settingsFrom(process.env);
	const database = await openDatabase(settings, { onLost: () => process.exit(1) });
	const { db, close } = connect(database.url, { connections: 1 });
	const now = () => new Date();
	await loadDemoIfEmpty(db, { now, say: console.log });
	const setup = await setupToken(db, now());
	await close();

	process.env.DATABASE_URL = database.url;
	process.env.DATA_DIR = settings.dataDir;
	const vite = await createServer({ root: projectFolder, server: { port: settings.port } });
	await vite.listen();
	vite.printUrls();
	if (setup) console.log(`  Set up: http://localhost:${settings.port}/setup/${setup}`);

	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, async () => {
			await stopAll(4_000);
			await vite.close();
			await database.leave();
			process.exit(0);
		});
	return 0;
});
