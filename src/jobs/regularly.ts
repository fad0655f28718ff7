import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';

const everyTenMinutes = 600_000;

/** Looks now and every ten minutes whether there is something to do, one look after the other. */
export function regularly(whatFailed: string, look: () => Promise<void>): void {
	let looking = false;
	const tick = async () => {
		if (looking) return;
		looking = true;
		await look().catch((error: unknown) => log.error({ error: safeError(error) }, whatFailed));
		looking = false;
	};
	void tick();
	setInterval(() => void tick(), everyTenMinutes).unref();
}
