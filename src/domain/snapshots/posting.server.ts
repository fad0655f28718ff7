import type { Db } from '#platform/db/connect.ts';
import { nextTry } from './delivery.ts';
import { isLate } from './due.ts';
import type { LetterKind } from './letters.ts';
import { beginSending, claimNext, settleDelivery } from './queries/posting.server.ts';
import type { Claimed } from './queries/posting.server.ts';
import { countBounce, forgetBounces } from './queries/recipients.server.ts';
import { deferWaiting } from './queries/waiting.server.ts';
import { bouncesToPause } from './schedule.ts';
import { whyNot } from './why-not.ts';
import type { WhyNot } from './why-not.ts';
import { written } from './written.server.ts';
import type { Reading, Writer } from './written.server.ts';

type Outcome = { outcome: 'sent' | 'deferred' | 'failed' | 'unknown' | 'withdrawn'; answer: string };

/** All that somebody who sends mail needs. */
export type Postman = Writer & {
	/** Null: no mail server is set, and mail stays in the outbox. `begin` is asked before the content's first byte goes out. */
	line: {
		/** Null, or why there is no connection. */
		open(): Promise<string | null>;
		send(to: string, content: Uint8Array, begin: () => Promise<boolean>): Promise<Outcome>;
	} | null;
	/** So long a worker may be silent before it is taken for dead; longer than a line's patience. */
	leaseMs: number;
	newClaim(): string;
	/** A mail that could not be made: a fault of ours, for the log. */
	onFault(error: unknown, deliveryId: number): void;
};

/** Sends the message that has waited longest. Null: none is due. */
export async function deliverNext(db: Db, postman: Postman, reading: Reading): Promise<Claimed | null> {
	const startedAt = postman.now();
	const claimed = await claimNext(db, { claim: postman.newClaim(), now: startedAt, leaseUntil: leaseFrom(postman) });
	if (!claimed) return null;

	const settle = settlerOf(db, claimed, postman, startedAt);
	const no = whyNot(claimed, startedAt) ?? (await letterStopped(db, claimed, postman));
	if (no === 'not known') await settle.later(notMade);
	else if (no) await settle.without(no.state, no.answer);
	else if (postman.line) await send(db, claimed, postman, { settle, reading });
	else await settle.as('in outbox', 'No mail server is set (SMTP_URL): it is kept here.');
	return claimed;
}

const notMade = 'The mail could not be made: an error on our side; the log says which.';

/** Whoever tells a letter is asked at the moment of sending whether it may still go; a fault of theirs holds up nobody else. */
async function letterStopped(
	db: Db,
	{ id, editionId, kind, address }: Claimed,
	{ letters, now, onFault }: Postman
): Promise<WhyNot | 'not known' | null> {
	if (editionId !== null) return null;
	try {
		const answer = await letters[kind as LetterKind].whyNot(db, { deliveryId: id, to: address }, now());
		return answer === null ? null : { state: 'unsubscribed', answer };
	} catch (error) {
		onFault(error, id);
		return 'not known';
	}
}

const leaseFrom = ({ now, leaseMs }: Postman) => new Date(now().getTime() + leaseMs);

type Settler = ReturnType<typeof settlerOf>;

function settlerOf(db: Db, claimed: Claimed, { now }: Postman, startedAt: Date) {
	const settle = (
		state: Parameters<typeof settleDelivery>[2]['state'],
		answer: string,
		{ nextAt = null, attempted = true }: { nextAt?: Date | null; attempted?: boolean } = {}
	) => {
		const late = !claimed.isAskedFor && isLate(claimed.dueAt, now());
		return settleDelivery(db, claimed, { state, answer, nextAt, attempted, late }, { now: now(), startedAt });
	};
	return {
		as: settle,
		without: (state: 'unsubscribed' | 'missed', answer: string) => settle(state, answer, { attempted: false }),
		/** Again after a pause, unless it would be too late. */
		later: (answer: string) => {
			const nextAt = nextTry(claimed.tries + 1, { now: now(), giveUpAt: claimed.giveUpAt });
			return nextAt
				? settle('deferred', answer, { nextAt })
				: settle('failed', `Given up after ${claimed.tries + 1} attempts. ${answer}`);
		}
	};
}

type Sending = { settle: Settler; reading: Reading };

async function send(db: Db, claimed: Claimed, postman: Postman, { settle, reading }: Sending): Promise<void> {
	const down = await postman.line!.open();
	if (down !== null) {
		await settle.later(down);
		// The others that are due would hear the same, each after a while of its own.
		return deferWaiting(db, down, postman.now());
	}
	let content: Uint8Array;
	try {
		content = await written(db, claimed, postman, reading);
	} catch (error) {
		postman.onFault(error, claimed.id);
		return settle.later(notMade);
	}
	const begin = () => beginSending(db, claimed, { now: postman.now(), leaseUntil: leaseFrom(postman) });
	const { outcome, answer } = await postman.line!.send(claimed.address, content, begin);
	const { recipientId } = claimed;
	switch (outcome) {
		case 'sent':
			await settle.as('sent', answer);
			if (recipientId !== null) await forgetBounces(db, recipientId);
			return;
		case 'deferred':
			return settle.later(answer);
		case 'failed':
			await settle.as('failed', answer);
			if (recipientId !== null) await countBounce(db, recipientId, { toPause: bouncesToPause, now: postman.now() });
			return;
		case 'unknown':
			return settle.as('unknown', answer);
		case 'withdrawn':
			// Somebody else has it in hand, or the recipient has stopped this very moment; the next look tells which.
			return settle.as(claimed.tries === 0 ? 'queued' : 'deferred', 'Withdrawn before it went out.', {
				nextAt: postman.now(),
				attempted: false
			});
	}
}
