import type { Db } from '#platform/db/connect.ts';
import type { DeliveryKind } from './delivery.ts';
import type { Mail } from './mail/mail.server.ts';

/** What goes by the same post and is about no edition. */
export type LetterKind = Exclude<DeliveryKind, 'edition' | 'trouble'>;

/** A message that is about no edition, as the post has it in hand. */
export type Letter = { deliveryId: number; to: string };

/** What is told by somebody else: whether it may still go, and what it says now. Both are asked when it is sent. */
export type Letters = {
	/** Why it must not go out any more, in a sentence; null: it may. */
	whyNot(db: Db, letter: Letter, now: Date): Promise<string | null>;
	write(
		db: Db,
		letter: Letter,
		place: { origin: string; now: Date }
	): Promise<{ mail: Mail; unsubscribeUrl: string | null }>;
};

/** Who tells what, for whoever sends. */
export type LettersOf = Record<LetterKind, Letters>;
