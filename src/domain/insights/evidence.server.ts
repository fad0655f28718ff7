import { day } from '#ui/format/time.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { feelingIn } from '../metrics/loyalty.ts';
import { Refusal } from '../refusal.ts';
import { dayIn } from '../scope/zone.ts';
import { seriesFrom } from '../surveys/series.ts';
import { voiceComments } from '../voice/server.ts';
import type { VoiceComment } from '../voice/voice-comment.ts';
import { idText } from '../voice/voice-comment.ts';
import { goneText } from './evidence.ts';
import type { Pinned, Side, TakenOff } from './evidence.ts';
import type { FigureSeen } from './figure-seen.ts';
import type { Insight } from './insight.ts';
import { insightOf } from './insights.server.ts';
import { oppositeBy, pinsAndRule } from './opposite.server.ts';
import type { Opposite } from './opposite.server.ts';
import { selectWords, takeOffComment, upsertComment } from './queries/evidence.server.ts';
import type { Id, PinRow } from './queries/evidence.server.ts';
import { insertFigure } from './queries/figures.server.ts';

export { selectInsightsOfComments as insightsOfComments } from './queries/evidence.server.ts';
export { selectFigures as figuresPinnedTo } from './queries/figures.server.ts';

type By = { by: Person; now: Date };
type Reading = { zone: string; reader: number };

/** Pins a comment for an insight or against it. Everybody who may discuss may: the other side, too, is evidence. */
export async function pinComment(
	db: Db,
	{ number, side, ...id }: Id & { number: number; side: Side },
	{ by, now }: By
): Promise<void> {
	refuse(by);
	await db.transaction(async (tx) => {
		await insightOf(tx, number);
		const words = await selectWords(tx, id);
		if (!words) throw new Refusal('not-found', 'There is no such comment any more.');
		const { score, series, version } = words;
		const feeling = score === null ? null : feelingIn(seriesFrom(series), score);
		await upsertComment(tx, { number, side, ...id, version, feeling }, { by: by.id, at: now });
		await audit(tx, by, 'pinned a comment', `comment ${idText(id)} ${side} insight ${number}`);
	});
}

/** Takes a comment off again. That it was there stays told. */
export async function unpinComment(
	db: Db,
	{ number, responseId }: { number: number; responseId: number },
	{ by, now }: By
): Promise<void> {
	refuse(by);
	await db.transaction(async (tx) => {
		if (!(await takeOffComment(tx, { number, responseId }, { by: by.id, at: now })))
			throw new Refusal('conflict', 'Somebody has taken it off meanwhile.');
		await audit(tx, by, 'took a comment off', `answer ${responseId}, insight ${number}`);
	});
}

/** Pins a figure as it is told now, for filters and a week. What it is later is shown beside it. */
export async function pinFigure(
	db: Db,
	{ number, figure, week, query }: { number: number; figure: FigureSeen; week: string; query: string },
	{ by, now }: By
): Promise<void> {
	refuse(by);
	await db.transaction(async (tx) => {
		await insightOf(tx, number);
		if (!(await insertFigure(tx, { number, figure, week, query }, { by: by.id, at: now })))
			throw new Refusal('conflict', 'This figure is pinned already, for the same week and customers.');
		await audit(tx, by, 'pinned a figure', `${figure.id} of ${week} to insight ${number}`);
	});
}

function refuse(by: Person): void {
	if (!can(by, 'discuss')) throw new Refusal('not-allowed', 'Your role does not include this.');
}

export type Evidence = { pinned: Pinned[]; takenOff: TakenOff[]; opposite: Opposite };

/** An insight's evidence and what speaks against it, with the words as a reader may have them. */
export async function evidenceOf(db: Db, insight: Insight, reading: Reading) {
	const { pins, rule } = await pinsAndRule(db, insight);
	const on = pins.filter(({ takenOffAt }) => takenOffAt === null);
	const off = pins.filter(({ takenOffAt }) => takenOffAt !== null);
	const [comments, opposite] = await Promise.all([
		voiceComments(db, on, reading),
		'because' in rule ? rule : oppositeBy(db, rule, insight, reading)
	]);
	// Of erased words there is a gap that is counted, but nothing to stand on.
	const told = new Map(comments.filter(({ erasedAt }) => !erasedAt).map((comment) => [comment.responseId, comment]));
	return {
		pinned: on.map((pin) => pinned(pin, told.get(pin.responseId) ?? null, reading.zone)),
		takenOff: off.map(({ customerId, responseId, side, pinnedBy, takenOffBy, takenOffAt }) => ({
			...{ customerId, responseId, side, pinnedBy },
			takenOffBy: takenOffBy!,
			takenOffAt: takenOffAt!
		})),
		opposite
	} satisfies Evidence;
}

const pinned = (pin: PinRow, comment: VoiceComment | null, zone: string): Pinned => ({
	customerId: pin.customerId,
	responseId: pin.responseId,
	side: pin.side,
	pinnedBy: pin.pinnedBy,
	pinnedAt: pin.pinnedAt,
	comment,
	gone: comment ? null : goneText(pin, (moment) => day(dayIn(moment, zone))),
	corrected: comment !== null && pin.versionNow !== pin.version
});
