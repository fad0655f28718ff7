import { createServer } from 'vite';
import { settingsFrom } from '#platform/settings.ts';
import { stopAll } from '#platform/stopping.ts';
import { noteAddress } from './address.ts';
import { command } from './fail.ts';
import { openDatabase, prepare } from './prepare.ts';
import { projectFolder } from './project.ts';

/** The product for whoever works on it: the same database, pages that change while one edits. */
await command(async () => {
	const settings = settingsFrom(process.env);
	const database = await openDatabase(settings, { onLost: () => process.exit(1) });
	const setup = await prepare(database.url, { ...settings, now: () => new Date(), say: console.log });

	process.env.DATABASE_URL = database.url;
	process.env.DATA_DIR = settings.dataDir;
	const vite = await createServer({ root: projectFolder, server: { port: settings.port } });
	await vite.listen();
	vite.printUrls();
	// Where the port is taken, Vite goes on to the next.
	const address = (vite.resolvedUrls?.local[0] ?? `http://localhost:${settings.port}`).replace(/\/$/, '');
	const forgetAddress = await noteAddress(settings.dataDir, address);
	if (setup) console.log(`  Set up: ${address}/setup/${setup}`);

	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, async () => {
			await stopAll(4_000);
			await vite.close();
			await forgetAddress();
			await database.leave();
			process.exit(0);
		});
	return 0;
});
