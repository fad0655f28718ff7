import type { Db } from '#platform/db/connect.ts';
import { giveUpAfter } from './delivery.ts';
import type { LetterKind } from './letters.ts';
import type { Making } from './make-edition.server.ts';
import { insertLetter } from './queries/letters.server.ts';
import { wake } from './queries/posting.server.ts';

type Asked = { kind: LetterKind; personId: number; about: string; dueAt: Date };

/**
 * Queues a message that is about no edition, to somebody with an account, and says which delivery it is. `about`: what
 * it is about; the Message-ID follows from it, and a second message about the same is refused by the database.
 */
export async function queueLetter(db: Db, asked: Asked, { now, host }: Making): Promise<number> {
	const giveUpAt = new Date(now.getTime() + giveUpAfter);
	const id = await insertLetter(db, { ...asked, now, giveUpAt, host });
	await wake(db);
	return id;
}
