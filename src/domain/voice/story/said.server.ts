import type { Db } from '#platform/db/connect.ts';
import { asShown } from '../as-shown.server.ts';
import type { Comment } from '../feed.ts';
import { selectSaidEntries } from './queries.server.ts';
import type { SaidRow } from './queries.server.ts';

/** What a customer answered, as a reader may have it. */
export type SaidEntry = Omit<SaidRow, 'version'> & Pick<Comment, 'responseId' | 'hidden' | 'earlier'>;

export async function saidEntries(db: Db, asked: Parameters<typeof selectSaidEntries>[1]): Promise<SaidEntry[]> {
	const found = await selectSaidEntries(db, asked);
	return asShown(
		db,
		found.map((one) => ({ ...one, responseId: one.id }))
	);
}
