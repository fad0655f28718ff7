import type { Db } from '#platform/db/connect.ts';
import { giveUpAfter, stateMeaning } from './delivery.ts';
import { editionPath } from './links.ts';
import { selectEdition } from './queries/editions.server.ts';
import { insertDeliveries } from './queries/making.server.ts';
import { selectUnreached, selectUntold } from './queries/trouble.server.ts';

const day = 24 * 3_600_000;

/** An older trouble is on the page, and nobody's news. */
const news = 8 * day;

/** As many as anybody reads in a mail; the page has them all. */
const toldByName = 50;

/** Queues a message to the owner of each edition that is over and did not reach everybody. Says how many. */
export async function tellOwners(db: Db, { now, host }: { now: Date; host: string }): Promise<number> {
	const untold = await selectUntold(db, new Date(now.getTime() - news));
	for (const { editionId, ownerId, owner } of untold) {
		const giveUpAt = new Date(now.getTime() + giveUpAfter);
		const toOwner = { recipientId: null, personId: ownerId, address: owner, dueAt: now, giveUpAt };
		await insertDeliveries(db, [{ ...toOwner, state: 'queued', answer: null }], {
			...{ editionId, kind: 'trouble', host, late: false, now }
		});
	}
	return untold.length;
}

/** What the owner is told: whom an edition did not reach, and why. */
export async function troubleMail(db: Db, editionId: number, origin: string) {
	const edition = await selectEdition(db, editionId);
	const unreached = await selectUnreached(db, editionId, toldByName);
	const [{ of, unreached: count } = { of: 0, unreached: 0 }] = unreached;
	const subject = `Not delivered to ${count} of ${of}: ${edition!.schedule}`;
	const lines = unreached.map(
		({ address, state, answer }) => `${address}: ${state}, ${stateMeaning[state]}.${answer ? ` ${answer}` : ''}`
	);
	const left = count - unreached.length;
	const url = origin + editionPath(editionId);
	const paragraphs = [
		`The snapshot “${edition!.schedule}” about week ${edition!.week} did not reach ${count} of its ${of} recipients.`,
		...lines,
		...(left > 0 ? [`And ${left} more.`] : []),
		`Nothing is sent again unless you ask for it: ${url}`
	];
	const html = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n');
	return {
		subject,
		text: `${paragraphs.join('\n\n')}\n`,
		html: `<!doctype html><html lang="en"><body>${html}</body></html>`,
		images: []
	};
}

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
