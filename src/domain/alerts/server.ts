import type { Db } from '#platform/db/connect.ts';
import type { Organisation } from '../scope/organisation.ts';
import { mentionLetters } from '../snapshots/server.ts';
import type { LettersOf, Making } from '../snapshots/server.ts';
import { alertLetters } from './letters.server.ts';
import { selectAlerts } from './queries/read.server.ts';
import { selectLastLook } from './queries/watch.server.ts';
import { tell } from './tell.server.ts';
import { dataOf, watch } from './watch.server.ts';

export { noteBounce } from './bounces.server.ts';
export { hasComeBack } from './letters.server.ts';
export { eraseGoneWords as eraseFromAlerts, eraseWordsOfFollowUps } from './queries/erasing.server.ts';
export type { ListedAlert, MyTelling } from './queries/read.server.ts';
export { saveWish, stopAlertsBy, whomAlertsReach, wishOf } from './wishes.server.ts';

/** Who tells what goes by the post and is about no edition, for whoever sends. */
export const allLetters: LettersOf = { mention: mentionLetters, alert: alertLetters };

/**
 * What the clock asks for, as often as it likes and from as many places: finds what has happened, and tells of it. A
 * fault in looking keeps nobody from being told of what was found before.
 */
export async function lookForAlerts(db: Db, making: Making, onFault: (error: unknown) => void) {
	let raised = 0;
	try {
		raised = await watch(db, making.now);
	} catch (error) {
		onFault(error);
	}
	return { raised, mails: await tell(db, making, onFault) };
}

/** What was raised, the latest first, with what one reader was told; and the last look. */
export async function alertsFor(
	db: Db,
	organisation: Organisation,
	{ personId, before, limit }: { personId: number; before: number | null; limit: number }
) {
	const ofDemo = dataOf(organisation);
	const [alerts, look] = await Promise.all([
		selectAlerts(db, { ofDemo, personId, before, limit }),
		selectLastLook(db, ofDemo)
	]);
	return { alerts, look };
}
