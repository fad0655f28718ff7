import { closeOverdueWeeks } from '#domain/reviews/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { log } from '#platform/log.ts';
import { regularly } from './regularly.ts';

/** Closes the weeks that nobody closed, soon after they are due; what fell due while nothing ran, at the start. */
export function keepClosingWeeks(db: Db): void {
	regularly('a week could not be closed', async () => {
		const weeks = await closeOverdueWeeks(db, await organisationOf(db), new Date());
		if (weeks.length > 0) log.info({ weeks }, 'closed the weeks that nobody had closed');
	});
}
