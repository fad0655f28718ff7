import type { Suppression } from '../voice/keeping/suppression.ts';
import type { Reject } from './import.ts';
import type { Translated, TranslatedBatch } from './translated.ts';

/** Batches without people who asked to be erased; what was left out of which row is handed to `note`. */
export async function* batchesWithoutErased(
	batches: AsyncIterable<TranslatedBatch>,
	suppression: Suppression,
	note: (reject: Reject) => void
): AsyncGenerator<TranslatedBatch> {
	for await (const batch of batches) {
		const records = batch.records.map((record) => {
			const without = withoutErased(record, suppression);
			if (without && toldOfThem(record))
				note({ file: batch.file, row: record.row, field: 'contact_id', reason: leftOut });
			return without ?? record;
		});
		yield { ...batch, records };
	}
}

const leftOut = 'This person asked to be erased. The row was taken in without them and without their words.';

const toldOfThem = ({ contact, response }: Translated): boolean =>
	contact !== null || (response !== null && (response.comment !== null || response.title !== null));

/**
 * A record without a person who asked to be erased: without their contact and words and, for a customer who is the
 * person, under the key that stands in for theirs. Null: it tells of nobody erased.
 */
function withoutErased(record: Translated, suppression: Suppression): Translated | null {
	const key = customerKeyOn(record);
	if (key === null) return null;
	const standIn = suppression.standIn(key);
	if (standIn === null && !suppression.isErased(key, contactKeyOn(record), record.contact?.email ?? null)) return null;

	const { response, invitation } = record;
	const { idSince } = suppression;
	const nobody = { customerKey: standIn ?? key, contactKey: null };
	return {
		...record,
		contact: null,
		invitation: invitation && { ...invitation, ...nobody, sourceId: idSince(invitation.sourceId) },
		response: response && withoutWords({ ...response, ...nobody }, idSince),
		...(standIn === null ? {} : anonymous(record, standIn, idSince))
	};
}

const customerKeyOn = ({ customer, contact, invitation, response, revenue }: Translated): string | null =>
	customer?.key ?? [contact, invitation, response, revenue].find((part) => part !== null)?.customerKey ?? null;

const contactKeyOn = ({ contact, response, invitation }: Translated): string | null =>
	contact?.key ?? response?.contactKey ?? invitation?.contactKey ?? null;

type IdSince = Suppression['idSince'];

/** The books of a customer go on under another key. */
const anonymous = ({ customer, revenue }: Translated, customerKey: string, idSince: IdSince) => ({
	customer: customer && { ...customer, key: customerKey, name: null, endedWhy: null },
	revenue: revenue && { ...revenue, customerKey, sourceId: idSince(revenue.sourceId) }
});

/** The score is nobody's and stays; words alone leave nothing behind. */
const withoutWords = (response: NonNullable<Translated['response']>, idSince: IdSince) =>
	response.score === null
		? null
		: {
				...response,
				sourceId: idSince(response.sourceId),
				invitationId: response.invitationId && idSince(response.invitationId),
				title: null,
				comment: null
			};
