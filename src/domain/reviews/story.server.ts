import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';
import { firstDrawn } from '../voice/server.ts';
import { refuseClosed } from './closed.server.ts';
import { deleteStory, selectStory, upsertStory } from './queries/story.server.ts';

/** With whose words a week's meeting opens: somebody chose them, or chance did, by a seed that anybody can check. */
export type OpeningStory = {
	customerId: number;
	responseId: number;
	/** By name; null: drawn. */
	chosenBy: string | null;
	/** Null: chosen. */
	seed: string | null;
};

/** Null: nobody wrote anything in the week. */
export async function storyOf(db: Db, week: string, zone: string): Promise<OpeningStory | null> {
	const chosen = await selectStory(db, week);
	if (chosen) return { ...chosen, seed: null };
	const drawn = await firstDrawn(db, week, zone);
	return drawn && { ...drawn, chosenBy: null };
}

type Choosing = { by: Person; now: Date; zone: string };

/** `instead`: whoever asks has seen that somebody else had chosen other words, and wants these in their place. */
type Telling = { week: string; customerId: number; responseId: number; instead?: boolean };

/** Tells these words as the week's story in the place of those that chance draws. Only words of the week itself. */
export async function tellStory(
	db: Db,
	{ week, instead = false, ...words }: Telling,
	{ by, now, zone }: Choosing
): Promise<void> {
	refuseUnlessWriting(by);
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'the story it opened with stays');
		const theirs = await selectStory(tx, week);
		if (theirs && theirs.chosenBy !== by.name && theirs.responseId !== words.responseId && !instead)
			throw new Refusal('conflict', `${theirs.chosenBy} has chosen other words for this week.`);
		const days = { from: mondayOfWeek(week), to: sundayOfWeek(week), zone };
		if (!(await upsertStory(tx, { week, ...words, by: by.id, at: now, days })))
			throw new Refusal('not-found', 'There are no such words in this week.');
		await audit(tx, by, 'chose the week’s story', `${week}: answer ${words.responseId}`);
	});
}

/** Leaves the story to chance again. */
export async function leaveStoryToChance(db: Db, week: string, { by }: Pick<Choosing, 'by'>): Promise<void> {
	refuseUnlessWriting(by);
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'the story it opened with stays');
		if (await deleteStory(tx, week)) await audit(tx, by, 'left the week’s story to chance', week);
	});
}

function refuseUnlessWriting(by: Person): void {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'The chief customer officer chooses the story.');
}
