import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { refuseClosed } from './closed.server.ts';
import { inOrder, partName } from './parts.ts';
import type { Arrangement, Part } from './parts.ts';
import { replaceArrangement, selectArrangement } from './queries/arrangement.server.ts';

export async function arrangementOf(db: Db, week: string): Promise<Arrangement> {
	const found = await selectArrangement(db, week);
	return {
		parts: inOrder(found?.parts ?? []),
		version: found?.version ?? 0,
		arrangedBy: found?.arrangedBy ?? null
	};
}

/**
 * Puts the parts of a week's page in an order, in the place of the one that was seen (0: the usual one).
 *
 * @throws Refusal when somebody else has arranged it meanwhile, when the week is closed, or when it is not theirs to do.
 */
export async function arrange(
	db: Db,
	{ week, parts, seen }: { week: string; parts: readonly Part[]; seen: number },
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer arranges the page.');
	const order = inOrder(parts);
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'its page stays as it was');
		if (!(await replaceArrangement(tx, { week, parts: order, seen, by: by.id, at: now }))) {
			const theirs = await arrangementOf(tx, week);
			throw new Refusal(
				'conflict',
				`${theirs.arrangedBy} has arranged the page meanwhile: “${partName[theirs.parts[0]]}” leads now. Nothing of yours is saved yet.`
			);
		}
		await audit(tx, by, 'arranged a review', `${week}: ${partName[order[0]]} leads`);
	});
}
