import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { noteCameBack } from '../snapshots/server.ts';
import type { CameBack, NotedBounce } from '../snapshots/server.ts';
import { stopAlertsTo } from './wishes.server.ts';

/** Notes that a mail came back, whatever it was about. Who complains about alerts gets none any more. */
export const noteBounce = (db: Db, cameBack: CameBack, { by, now }: { by: Person; now: Date }): Promise<NotedBounce> =>
	db.transaction(async (tx) => {
		const noted = await noteCameBack(tx, cameBack, { by, now });
		if (noted.isNew && noted.kind === 'alert' && cameBack.kind === 'complained')
			await stopAlertsTo(tx, noted.personId!, { now, action: 'was taken off alerts after a complaint' });
		return noted;
	});
