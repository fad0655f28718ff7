import { askAhead } from '#domain/snapshots/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { runBeside } from '#platform/beside.ts';

/**
 * Has the prices worked out that the next mails will tell, in a process beside, before they are due. Asked again while
 * that goes on, it does nothing.
 */
export function pricingAhead(db: Db, onFault: (error: unknown) => void): () => void {
	let isGoing = false;
	const look = async () => {
		if (await askAhead(db, new Date())) await runBeside('values', 'asked');
	};
	return () => {
		if (isGoing) return;
		isGoing = true;
		void look()
			.catch(onFault)
			.finally(() => (isGoing = false));
	};
}
