import { PgBoss } from 'pg-boss';
import type { ConstructorOptions } from 'pg-boss';

/** Jobs that live in the same database as everything else, so that they survive what it survives. */
export type Queue = {
	/** Does `work` whenever somebody adds to `name`, in whichever process is free. One waiting job is enough: it does all. */
	on(name: string, work: () => Promise<void>): Promise<void>;
	/** Adds to `name` once a minute, once for all processes together. */
	everyMinute(name: string): Promise<void>;
	add(name: string): Promise<void>;
	/** Lets what runs finish, but not for longer than this. */
	stop(patienceMs: number): Promise<void>;
};

/** Opens the queue, and brings its own schema (`pgboss`) up to its version. Troubles are told and never thrown. */
export async function openQueue(url: string, onTrouble: (error: unknown) => void): Promise<Queue> {
	const boss = new PgBoss({
		...connectionTo(url),
		application_name: 'empty-chair queue',
		max: 2,
		// What a job was about is in our own rows; its traces here need not grow.
		persistWarnings: false,
		superviseIntervalSeconds: 300,
		cronWorkerIntervalSeconds: 5
	});
	boss.on('error', onTrouble);
	try {
		await boss.start();
	} catch (error) {
		await boss.stop({ graceful: false, close: true }).catch(() => {});
		throw error;
	}
	return {
		async on(name, work) {
			await boss.createQueue(name, {
				policy: 'short',
				retryLimit: 0,
				deleteAfterSeconds: 3_600,
				expireInSeconds: 3_600
			});
			await boss.work(name, { pollingIntervalSeconds: 2 }, async () => {
				// A job that fails would be noted and forgotten there; the clock asks again in a minute.
				await work().catch(onTrouble);
			});
		},
		everyMinute: (name) => boss.schedule(name, '* * * * *', null, { tz: 'UTC' }),
		async add(name) {
			await boss.send(name, null);
		},
		stop: (timeout) => boss.stop({ graceful: true, close: true, timeout })
	};
}

/** The same address, read by another driver: `sslmode=require` encrypts there as here, without asking who answers. */
function connectionTo(url: string): ConstructorOptions {
	const address = new URL(url);
	const mode = address.searchParams.get('sslmode') ?? address.searchParams.get('ssl');
	address.searchParams.delete('sslmode');
	address.searchParams.delete('ssl');
	const connectionString = address.href;
	if (!mode || ['disable', 'false', 'allow', 'prefer'].includes(mode)) return { connectionString };
	return { connectionString, ssl: { rejectUnauthorized: ['verify-ca', 'verify-full'].includes(mode) } };
}
