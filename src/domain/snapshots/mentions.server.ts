import { fullMoment } from '#ui/format/time.ts';
import type { Db } from '#platform/db/connect.ts';
import { can } from '../auth/roles.ts';
import { marksOf, mentionOf, insightOf, noteTold, untoldMentions } from '../insights/server.ts';
import type { MentionTold } from '../insights/server.ts';
import { markPath } from '../reviews/review-charts.ts';
import { organisationOf } from '../scope/server.ts';
import { queueLetter } from './letters.server.ts';
import type { Letters } from './letters.ts';
import { shortMail } from './mail/letter.ts';
import type { Making } from './make-edition.server.ts';
import { insertMentionMail, selectMentionOfMail } from './queries/mentions.server.ts';

/** So many at a time; the others follow a minute later. */
const atOnce = 200;

/** Queues a mail for each mention that none has told yet. Told and queued are one: neither is there without the other. */
export async function tellMentions(db: Db, making: Making): Promise<number> {
	return db.transaction(async (tx) => {
		const untold = await untoldMentions(tx, atOnce);
		for (const { number, personId, at } of untold) {
			const asked = { kind: 'mention', personId, about: `mention ${number}`, dueAt: at } as const;
			await insertMentionMail(tx, number, await queueLetter(tx, asked, making));
			await noteTold(tx, number, making.now);
		}
		return untold.length;
	});
}

/** Mails that tell somebody who said what to them, and where. */
export const mentionLetters: Letters = {
	async whyNot(db, { deliveryId }) {
		const mention = await told(db, deliveryId);
		if (mention.seenAt) return 'They had seen it before it was sent.';
		if (mention.isOff) return 'They have switched mails about mentions off.';
		if (!can(mention.to, 'read')) return 'Their role does not include the page on which they were mentioned.';
		return (await placeOf(db, mention)) === null ? 'What they were mentioned in is not shown any more.' : null;
	},
	async write(db, { deliveryId, to }, { origin }) {
		const mention = await told(db, deliveryId);
		const [{ timeZone: zone }, place] = await Promise.all([organisationOf(db), placeOf(db, mention)]);
		const { by, at, text } = mention;
		return {
			mail: shortMail({
				subject: `${by} mentioned you ${place!.in}`,
				said: `${by} mentioned you ${place!.in}, on ${fullMoment(at, zone)}, ${zone}: ${place!.about}`,
				words: text,
				link: { text: 'Read it and answer', url: origin + place!.path },
				why: 'You get this as you were mentioned by name. Whoever answers there, or has seen it, is not told again.',
				stop: { text: 'Want no mails about mentions', url: `${origin}/insights/mentions#mails` },
				to
			}),
			unsubscribeUrl: null
		};
	}
};

async function told(db: Db, deliveryId: number): Promise<MentionTold> {
	const number = await selectMentionOfMail(db, deliveryId);
	const mention = number === null ? null : await mentionOf(db, number);
	if (!mention) throw new Error(`message ${deliveryId} tells of no mention`);
	return mention;
}

type Place = { in: string; about: string; path: string };

/** Where somebody was mentioned; null: it was about the made-up company, or another than the one that is here now. */
async function placeOf(db: Db, { kind, id }: MentionTold): Promise<Place | null> {
	const ofDemo = (await organisationOf(db)).demoSince !== null;
	if (kind === 'insight') {
		const insight = await insightOf(db, id);
		const about = `“${insight.current.claim}”`;
		return insight.ofDemo === ofDemo ? { in: `in insight ${id}`, about, path: `/insights/${id}` } : null;
	}
	const [mark] = await marksOf(db, { charts: null, ofDemo, id });
	return mark ? { in: `on a chart, mark ${id}`, about: mark.pointsAt, path: markPath(mark) } : null;
}
