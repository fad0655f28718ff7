import type { Db } from '#platform/db/connect.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { asShown } from './as-shown.server.ts';
import { narrowedBy } from './comments-file.ts';
import type { FileComment } from './comments-file.ts';
import type { VoiceFilter } from './filter.ts';
import type { Id } from './queries/comments.server.ts';
import { selectEveryPlace, selectFileRows } from './queries/download.server.ts';
import type { Places } from './queries/download.server.ts';
import { understand } from './search.server.ts';
import type { Reading } from './voice-page.server.ts';

/** Comments of 100,000 characters are possible, so few are held at once. */
const portion = 200;

/**
 * All comments that a filter finds, the newest first, portion by portion and as the page shows them; for somebody whose
 * role includes that. Logged with how many and by what, before the first is handed out. Which ones they are is settled
 * at once; what is erased or withdrawn before its portion comes is erased or missing in it.
 */
export async function commentsToDownload(
	db: Db,
	filter: VoiceFilter,
	{ zone, currency, reader }: Reading
): Promise<AsyncGenerator<FileComment[], void>> {
	if (!can(reader, 'download comments'))
		throw new Refusal('not-allowed', 'Your role does not include downloading comments.');
	const { wanted, search } = await understand(db, filter);
	const places = await selectEveryPlace(db, wanted, { zone, currency, reader: reader.id });
	const count = places.reduce((sum, { responseIds }) => sum + responseIds.length, 0);
	const narrowed = narrowedBy(filter, search !== null);
	await audit(db, reader, 'downloaded comments', `${count}, narrowed by ${narrowed}`);
	return portionsOf(db, places);
}

async function* portionsOf(db: Db, places: readonly Places[]): AsyncGenerator<FileComment[], void> {
	for (const { customerIds, responseIds } of places)
		for (let from = 0; from < responseIds.length; from += portion) {
			const ids = Array.from(responseIds.subarray(from, from + portion), (responseId, i): Id => ({
				customerId: customerIds[from + i],
				responseId
			}));
			yield await asShown(db, await selectFileRows(db, ids));
		}
}
