import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { coverageOfWeek } from '../voice/server.ts';
import { refuseClosed } from './closed.server.ts';
import { selectHeadline } from './queries/headline.server.ts';
import { selectSignOffs, upsertSignOff } from './queries/sign-offs.server.ts';
import type { ReadingOfWeek } from './reading.ts';

/** Who has read a week, by name: what they have not read of its comments, and whether they signed it off. */
export async function readingOf(db: Db, week: string, zone: string): Promise<ReadingOfWeek> {
	const [{ comments, readByTeam, people }, signOffs] = await Promise.all([
		coverageOfWeek(db, week, zone),
		selectSignOffs(db, week)
	]);
	const signedBy = new Map(signOffs.map(({ personId, ...signed }) => [personId, signed]));
	return {
		comments,
		unreadByAll: comments - readByTeam,
		readers: people.map(({ id, name, role, read }) => ({
			id,
			name,
			role,
			unread: comments - read,
			signed: signedBy.get(id) ?? null
		}))
	};
}

/**
 * Somebody has read a week, with the headline of version `seen` before them (0: there was none). Again: they have read
 * what changed since.
 *
 * @throws Refusal when the headline is another by now, which they would then sign unread, or when the week is closed.
 */
export async function signOffWeek(
	db: Db,
	{ week, seen, zone }: { week: string; seen: number; zone: string },
	{ by, now }: { by: Person; now: Date }
): Promise<void> {
	if (!can(by, 'mark as read')) throw new Refusal('not-allowed', 'Your role does not include this.');
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'who had read it by then stays');
		const headline = await selectHeadline(tx, week);
		if ((headline?.version ?? 0) !== seen)
			throw new Refusal(
				'conflict',
				`The headline is another by now: “${headline?.text}”, by ${headline?.writtenBy}. Say once more that you have read it.`
			);
		const { readers, comments } = await readingOf(tx, week, zone);
		const unread = readers.find(({ id }) => id === by.id)?.unread ?? comments;
		await upsertSignOff(tx, { week, personId: by.id, at: now, headlineVersion: seen, unread });
		await audit(tx, by, 'signed off a review', `${week}, ${unread} of ${comments} comments unread`);
	});
}
