import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenRefreshed, givenResponse } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenCorrected, givenErased, givenTakenBack } from '#tests/factories/words.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { makeTheme } from '../voice/themes/server.ts';
import {
	changeInsight,
	endedInsights,
	endInsight,
	evidenceOf,
	figuresPinnedTo,
	insightOf,
	insightsOfComments,
	insightsOfWeek,
	makeInsight,
	openInsights,
	pinComment,
	pinFigure,
	replyToInsight,
	saidToInsight,
	unpinComment,
	unseenMentions,
	versionsOfInsight
} from './server.ts';

const now = new Date('2026-11-23T08:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const seen = { week: '2026-W47', population: 'survey=nps%3Arelationship', ofDemo: false };

async function givenInsight(db: Db, words = '') {
	const dana = await givenPerson(db, { role: 'cco', name: 'Dana' });
	const owner = await givenPerson(db, { role: 'executive', name: 'Omar' });
	const claimed = { claim: 'Invoices annoy whom we want to keep', ownerId: owner.id, words };
	const number = await makeInsight(db, claimed, seen, { by: dana, now });
	return { number, dana, owner, claimed };
}

describe('an insight', () => {
	test('is changed by its owner and the chief customer officer, who have seen what it says, and keeps all of it', async ({
		db
	}) => {
		const { number, dana, owner, claimed } = await givenInsight(db);
		const analyst = await givenPerson(db, { role: 'analyst' });
		await expect(makeInsight(db, claimed, seen, { by: owner, now })).rejects.toThrow('chief customer officer');
		const ownedBy = (ownerId: number) => makeInsight(db, { ...claimed, ownerId }, seen, { by: dana, now });
		await expect(ownedBy(analyst.id + 1)).rejects.toThrow('somebody who can sign in');

		const change = { ...claimed, state: 'being worked on' } as const;
		await changeInsight(db, { number, seen: 1, change }, { by: owner, now: later(1) });
		await expect(
			changeInsight(db, { number, seen: 1, change: { ...change, claim: 'Mine' } }, { by: dana, now })
		).rejects.toThrow('Omar has meanwhile written “Invoices annoy whom we want to keep” (being worked on, Omar)');
		const end = { kind: 'no action', text: 'the new system comes in May' } as const;
		await expect(endInsight(db, { number, seen: 2, end }, { by: analyst, now })).rejects.toThrow('its owner');
		await endInsight(db, { number, seen: 2, end }, { by: owner, now: later(3) });

		expect(await insightOf(db, number)).toMatchObject({
			current: { version: 3, state: 'ended', end },
			lastWordAt: later(3)
		});
		expect((await versionsOfInsight(db, number)).map(({ state, by, end }) => [state, by, end?.kind])).toEqual([
			['ended', 'Omar', 'no action'],
			['being worked on', 'Omar', undefined],
			['open', 'Dana', undefined]
		]);
		expect(await openInsights(db, false)).toEqual([]);
		expect(await endedInsights(db, false, { before: null, limit: 5 })).toMatchObject([{ number }]);
		expect(await endedInsights(db, false, { before: number, limit: 5 })).toEqual([]);
		for (const week of ['2026-W47', '2026-W48'])
			expect(await insightsOfWeek(db, week, { zone: 'UTC', ofDemo: false }), week).toMatchObject([{ number }]);
		expect(await insightsOfWeek(db, '2026-W49', { zone: 'UTC', ofDemo: false })).toEqual([]);
		expect(await insightsOfWeek(db, '2026-W47', { zone: 'UTC', ofDemo: true })).toEqual([]);

		await changeInsight(db, { number, seen: 3, change: { ...claimed, state: 'open' } }, { by: dana, now: later(9) });
		expect((await openInsights(db, false))[0].current).toMatchObject({ version: 4, end: null });
		await expect(db.transaction((tx) => tx.execute(sql`update insight_version set claim = 'x'`))).rejects.toMatchObject(
			{ cause: { message: expect.stringContaining('never changed') } }
		);
	});

	test('is discussed by everybody, and who is mentioned learns of it', async ({ db }) => {
		const { number, owner, dana } = await givenInsight(db);
		await replyToInsight(db, { number, text: '@Dana, since when?' }, { by: owner, now: later(2) });
		expect(await saidToInsight(db, number)).toMatchObject([{ by: 'Omar', text: '@Dana, since when?' }]);
		expect(await insightOf(db, number)).toMatchObject({ replies: 1, lastWordAt: later(2) });
		expect(await unseenMentions(db, dana.id)).toBe(1);
		await expect(replyToInsight(db, { number: number + 1, text: 'x' }, { by: dana, now })).rejects.toThrow(
			'no such insight'
		);
	});

	test('keeps a figure as it was seen, with its doubt, and without a value its reason', async ({ db }) => {
		const { number, dana } = await givenInsight(db);
		const figure = {
			...{ id: 'nps', name: 'NPS', value: 41.25, low: 38, high: 44.5, n: 312, unit: 'points' as const },
			...{ definition: 'Promoters less detractors.', version: 2, population: '90 days', grade: 'D' as const }
		};
		const where = { number, week: '2026-W47', query: 'segment=Team' };
		await pinFigure(db, { ...where, figure }, { by: dana, now });
		const none = { ...figure, value: null, low: null, high: null, n: 0, reason: 'too few answers' };
		await pinFigure(db, { ...where, week: '2026-W46', figure: none }, { by: dana, now });
		expect(await figuresPinnedTo(db, number)).toMatchObject([
			{ ...figure, week: '2026-W47', query: 'segment=Team', pinnedBy: 'Dana', reason: null },
			{ value: null, reason: 'too few answers', week: '2026-W46' }
		]);
		await expect(pinFigure(db, { ...where, figure }, { by: dana, now })).rejects.toThrow('pinned already');
	});
});

/** Three who complain of invoices, two who praise them, and one who speaks of something else. */
async function givenWords(db: Db, by: Awaited<ReturnType<typeof givenPerson>>) {
	const said: [string, number][] = [
		['The invoice is wrong again', 2],
		['Invoices late', 3],
		['Another invoice, another error', 1],
		['Your invoice is a pleasure', 10],
		['Invoices on time', 9],
		['Lovely people', 10]
	];
	const ids: { customerId: number; responseId: number }[] = [];
	for (const [comment, score] of said) {
		const { customerId, id } = await givenResponse(db, {
			comment,
			score,
			respondedAt: new Date('2026-11-10T12:00:00Z')
		});
		ids.push({ customerId, responseId: id });
	}
	await givenRefreshed(db);
	await makeTheme(db, { name: 'Invoices', rules: [{ language: '', text: 'invoice\ninvoices' }] }, { by, now });
	return ids;
}

describe('evidence', () => {
	test('is told with what says the opposite, and how much of that there is, pinned or not', async ({ db }) => {
		const { number, dana, owner } = await givenInsight(db);
		const [bad, late, , praise, onTime, lovely] = await givenWords(db, dana);
		const read = async () => evidenceOf(db, await insightOf(db, number), { zone: 'UTC', reader: dana.id });

		expect((await read()).opposite).toEqual({ because: expect.stringContaining('Pin a comment') });
		await pinComment(db, { number, side: 'for', ...bad }, { by: dana, now });
		await pinComment(db, { number, side: 'for', ...late }, { by: owner, now });
		const before = await read();
		expect(before.pinned).toMatchObject([
			{ side: 'for', pinnedBy: 'Dana', comment: { comment: 'The invoice is wrong again', score: 2 } },
			{ side: 'for', pinnedBy: 'Omar', comment: { comment: 'Invoices late' } }
		]);
		expect(before.opposite).toMatchObject({ found: 2, rule: { feeling: 'high', themes: [{ name: 'Invoices' }] } });
		if ('because' in before.opposite) throw new Error(before.opposite.because);
		expect(before.opposite.offered.map(({ responseId }) => responseId)).toEqual([onTime.responseId, praise.responseId]);

		await pinComment(db, { number, side: 'against', ...praise }, { by: owner, now: later(1) });
		const after = await read();
		expect(after.opposite).toMatchObject({ found: 2, offered: [{ comment: 'Invoices on time' }] });
		expect(await insightOf(db, number)).toMatchObject({ evidence: { for: 2, against: 1 }, lastWordAt: later(1) });
		expect(await insightsOfComments(db, [praise.responseId, lovely.responseId])).toMatchObject([
			{ responseId: praise.responseId, number, claim: 'Invoices annoy whom we want to keep' }
		]);

		await unpinComment(db, { number, responseId: praise.responseId }, { by: dana, now });
		await expect(unpinComment(db, { number, responseId: praise.responseId }, { by: dana, now })).rejects.toThrow(
			'meanwhile'
		);
		expect((await read()).takenOff).toMatchObject([
			{ responseId: praise.responseId, pinnedBy: 'Omar', takenOffBy: 'Dana' }
		]);

		// Words that somebody gave find what has no theme in common.
		const { current } = await insightOf(db, number);
		const change = { claim: current.claim, ownerId: owner.id, words: 'lovely', state: 'open' } as const;
		await changeInsight(db, { number, seen: 1, change }, { by: dana, now });
		expect((await read()).opposite).toMatchObject({ found: 3 });
	});

	test('that was erased, taken back or corrected says so in its place', async ({ db }) => {
		const { number, dana } = await givenInsight(db);
		const [erased, withdrawn, corrected] = await givenWords(db, dana);
		for (const id of [erased, withdrawn, corrected])
			await pinComment(db, { number, side: 'for', ...id }, { by: dana, now });
		await givenErased(db, erased.responseId);
		await givenTakenBack(db, withdrawn.responseId);
		await givenCorrected(db, corrected.responseId, { comment: 'No, the invoice is right' });

		const { pinned } = await evidenceOf(db, await insightOf(db, number), { zone: 'UTC', reader: dana.id });
		expect(pinned).toMatchObject([
			{
				comment: null,
				gone: expect.stringContaining('erased at the person’s request on 23 Nov 2026'),
				corrected: false
			},
			{ comment: null, gone: expect.stringContaining('taken back with the import'), corrected: false },
			{ comment: { comment: 'No, the invoice is right' }, gone: null, corrected: true }
		]);
		expect(JSON.stringify(pinned)).not.toContain('wrong again');
		await expect(pinComment(db, { number, side: 'for', ...erased }, { by: dana, now })).rejects.toThrow(
			'no such comment'
		);
	});
});
