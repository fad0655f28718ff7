import type { Db } from '#platform/db/connect.ts';
import { can } from '../auth/roles.ts';
import type { Person } from '../auth/person.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { replaceHeadline, selectHeadline } from './queries/headline.server.ts';
import { refuseClosed } from './closed.server.ts';

export { selectHeadline as headlineOf } from './queries/headline.server.ts';

/**
 * Writes the week's headline in the place of the version that the writer saw (0: none yet).
 *
 * @throws Refusal when somebody else has written meanwhile, when the week is closed, or when it is not theirs to write.
 */
export async function writeHeadline(
	db: Db,
	{ week, text, seen }: { week: string; text: string; seen: number },
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer writes the headline.');
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'its headline stays as it was');
		if (!(await replaceHeadline(tx, { week, text, seen, by: by.id, at: now }))) {
			const theirs = await selectHeadline(tx, week);
			throw new Refusal(
				'conflict',
				`${theirs!.writtenBy} has meanwhile written “${theirs!.text}”. Yours is still here: save it again to put it in its place.`
			);
		}
		await audit(tx, by, 'wrote a headline', week);
	});
}
