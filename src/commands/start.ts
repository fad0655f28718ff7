import type { Database } from '#platform/db/database.ts';
import { settingsFrom } from '#platform/settings.ts';
import type { Settings } from '#platform/settings.ts';
import { stopAll } from '#platform/stopping.ts';
import { addressOf, noteAddress } from './address.ts';
import { buildIfNeeded } from './build.ts';
import { command, explanation } from './fail.ts';
import { builtHandler, stopServing, takePort } from './serve.ts';

const say = (line: string) => console.log(line);

await command(async () => {
	const settings = settingsFrom(process.env);
	const { server, answerWith } = await takePort(settings);

	let database: Database | undefined;
	let forgetAddress = async () => {};
	const stop = async (code: number) => {
		await Promise.all([stopServing(server), stopAll(4_000)]);
		await forgetAddress();
		await database?.leave();
		process.exit(code);
	};
	stopOnSignal(stop);

	try {
		const ready = async () => {
			const { openDatabase, prepare } = await import('./prepare.ts');
			database = await openDatabase(settings, {
				onLost: (isDiskFull) => {
					const remedy = isDiskFull ? ', as its disk is full. Make room, then start' : '. Start';
					console.error(`The database has stopped${remedy} Empty Chair again; nothing that was saved is lost.`);
					void stop(1);
				}
			});
			return { url: database.url, setup: await prepare(database.url, { ...settings, now: () => new Date(), say }) };
		};
		// The first time each takes a while, and neither needs the other; the build does not even wait for our modules.
		const [, { url, setup }] = await Promise.all([buildIfNeeded(say), ready()]);
		answerWith(await builtHandler(settings, url));
		forgetAddress = await noteAddress(settings.dataDir, addressOf(settings));
		welcome(settings, setup);
	} catch (error) {
		console.error(explanation(error));
		await stop(1);
	}
	return 0;
});

function welcome(settings: Settings, setup: string | null): void {
	const address = addressOf(settings);
	say('');
	say(`Empty Chair is at ${address}`);
	if (setup) {
		say('Nobody can sign in yet. Whoever opens this link becomes its administrator (it works once, for 24 hours):');
		say(`${address}/setup/${setup}`);
	} else {
		say(`Sign in at ${address}/login`);
	}
	say('Ctrl-C stops everything.');
}

/** A second signal does not interrupt the first: the database has to be left in order. */
function stopOnSignal(stop: (code: number) => Promise<void>): void {
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			say('\nStopping …');
			// Work that was cut off, such as a half-made demo company, fails now: its transaction is undone, and nobody waits for it.
			for (const cutOff of ['uncaughtException', 'unhandledRejection'] as const) process.on(cutOff, () => {});
			void stop(0);
		});
}
