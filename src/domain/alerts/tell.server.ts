import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import { queueLetter } from '../snapshots/server.ts';
import type { Making } from '../snapshots/server.ts';
import type { AlertFacts } from './alert.ts';
import { dropHeld, lockHeld, putInMail, selectHeld } from './queries/tell.server.ts';
import type { Held } from './queries/tell.server.ts';
import { forgetStopLinks, selectWish } from './queries/wishes.server.ts';
import type { KeptWish } from './queries/wishes.server.ts';
import { dataOf } from './watch.server.ts';
import { fateOf, tellAt } from './when.ts';
import { wants } from './wish.ts';

/**
 * Tells everybody whose hour has come: all that waited for it in one mail. What may not be told any more, or came too
 * late, says why. Says how many mails were queued.
 */
export async function tell(db: Db, making: Making, onFault: (error: unknown) => void): Promise<number> {
	const ofDemo = dataOf(await organisationOf(db));
	let mails = 0;
	for (const held of Map.groupBy(await selectHeld(db), ({ personId }) => personId).values())
		try {
			if (await tellOne(db, held, { ofDemo, making })) mails++;
		} catch (error) {
			onFault(error);
		}
	await forgetStopLinks(db, making.now);
	return mails;
}

/** One person’s trouble keeps nothing from another. */
async function tellOne(db: Db, held: readonly Held[], { ofDemo, making }: { ofDemo: string; making: Making }) {
	const wish = await selectWish(db, held[0].personId);
	const { ready, dropped } = settled(wish, held, { ofDemo, now: making.now });
	if (ready.length + dropped.length === 0) return false;
	return db.transaction(async (tx) => {
		if (dropped.length > 0) await dropHeld(tx, dropped, making.now);
		return wish !== null && ready.length > 0 && queue(tx, wish, ready, making);
	});
}

export const switchedOff = 'It was switched off before it was told.';

type Dropped = { alertId: number; personId: number; why: string };

/** What of all that waits is to be told now, and what never. */
export function settled(
	wish: KeptWish | null,
	held: readonly Held[],
	{ ofDemo, now }: { ofDemo: string; now: Date }
): { ready: Held[]; dropped: Dropped[] } {
	const ready: Held[] = [];
	const dropped: Dropped[] = [];
	for (const one of held) {
		const why = whyNever(wish, one, { ofDemo, now });
		if (why !== null) dropped.push({ alertId: one.alertId, personId: one.personId, why });
		else if (fateOf(wish!, one.raisedAt, now) === 'tell') ready.push(one);
	}
	return { ready, dropped };
}

function whyNever(wish: KeptWish | null, held: Held, { ofDemo, now }: { ofDemo: string; now: Date }): string | null {
	if (held.personDisabled) return 'This account was closed before it was told.';
	if (!wish || !wants(wish, { kind: held.kind, facts: JSON.parse(held.facts) as AlertFacts })) return switchedOff;
	if (held.ofDemo !== ofDemo) return 'It was about data that are not here any more.';
	return fateOf(wish, held.raisedAt, now) === 'too late'
		? 'Nothing ran when it was to be told, and by then it was too late.'
		: null;
}

/** One mail for all of it. Nobody else can have queued it: each alert is held until it is in a mail. */
async function queue(tx: Db, wish: KeptWish, ready: readonly Held[], making: Making): Promise<boolean> {
	const { personId } = wish;
	const mine = await lockHeld(
		tx,
		personId,
		ready.map(({ alertId }) => alertId)
	);
	const first = ready.find(({ alertId }) => mine.includes(alertId));
	if (!first) return false;
	const dueAt = tellAt(wish, first.raisedAt);
	const deliveryId = await queueLetter(
		tx,
		{ kind: 'alert', personId, about: `alerts ${mine.join(' ')}`, dueAt },
		making
	);
	await putInMail(tx, mine, { personId, deliveryId, now: making.now });
	return true;
}
