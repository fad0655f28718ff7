import type { Db } from '#platform/db/connect.ts';
import { giveUpAfter } from './delivery.ts';
import { insertLetter, wake, withdrawLetters } from './queries/letters.server.ts';
import type { Making } from './make-edition.server.ts';

type Asked = { personId: number; about: string; dueAt: Date };

/**
 * Queues a message that is about no edition, to somebody with an account. `about`: what it is about; the Message-ID
 * follows from it, and a second message about the same is refused by the database.
 */
export async function queueLetter(db: Db, asked: Asked, { now, host }: Making): Promise<number> {
	const giveUpAt = new Date(now.getTime() + giveUpAfter);
	const id = await insertLetter(db, { ...asked, now, giveUpAt, host });
	await wake(db);
	return id;
}

/** Takes back what has not gone out yet: whoever has it in hand finds so before the first byte. */
export const withdrawLettersTo = (db: Db, personId: number, { why, now }: { why: string; now: Date }): Promise<void> =>
	withdrawLetters(db, personId, { why, now });
