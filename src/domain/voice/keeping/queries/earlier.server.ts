import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { EarlierVersion } from '../../feed.ts';

/** What these answers said before their source corrected them, the latest first. */
export const selectEarlier = (db: Db, responseIds: readonly number[]) =>
	rows<Omit<EarlierVersion, 'hidden'> & { responseId: number }>(
		db,
		sql`
			select response_id as "responseId", score, title, comment, replaced_at as "replacedAt"
			from earlier_words
			where response_id in ${responseIds}
			order by response_id, version desc
		`
	);
