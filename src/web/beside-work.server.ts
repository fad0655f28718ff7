import { setTimeout as pause } from 'node:timers/promises';
import { isBeingWorkedOut } from '#domain/money/price/asked.ts';
import { runBeside } from '#platform/beside.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';

/*
 * What keeps a processor busy for seconds is done in a process beside this one, which goes on answering.
 */

/** One at a time; what is asked for meanwhile is done by another one right after it. Each begins `afterMs` later. */
function oneAtATime(work: () => Promise<void>, afterMs = 0): () => Promise<void> {
	let going: Promise<void> | null = null;
	let again = false;
	const run = async () => {
		do {
			await pause(afterMs);
			again = false;
			await work().catch((error: unknown) =>
				log.error({ error: safeError(error) }, 'prices and lifetime values could not be worked out')
			);
		} while (again);
		going = null;
	};
	return () => {
		if (going) again = true;
		return (going ??= run());
	};
}

let afterwards = async (): Promise<void> => {};

/** What is to be done whenever prices, or prices and values, have been worked out. */
export const whenRevalued = (then: () => Promise<void>): void => void (afterwards = then);

/** Prices and values follow from the books, a little later: nobody waits for it, and the next start tries again. */
export const revalue = oneAtATime(async () => {
	await runBeside('values');
	await afterwards();
});

/** The page that asks is sent before: a process that starts takes half of a small machine away from it. */
const pageFirstMs = 200;

const workOutAsked = oneAtATime(async () => {
	await runBeside('values', 'asked');
	await afterwards();
}, pageFirstMs);

/** Whether a price is not there yet; it is then worked out, while the reader goes on reading. */
export function pricedBeside(now: Parameters<typeof isBeingWorkedOut>[0]): boolean {
	const isOnItsWay = isBeingWorkedOut(now);
	if (isOnItsWay) void workOutAsked();
	return isOnItsWay;
}
