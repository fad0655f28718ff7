import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { cursorFrom } from './feed.ts';
import type { FeedScope } from './feed.ts';
import { arrivedIn, feed, feedPage, inAct, markAsRead, newestWords, sealEndedDays } from './server.ts';

const week: FeedScope = {
	from: '2026-01-05',
	to: '2026-01-11',
	segment: null,
	region: null,
	plan: null,
	series: null,
	scores: null
};
const now = new Date('2026-01-12T08:00:00Z');
const at = (moment: string) => new Date(`2026-01-${moment}Z`);

const reading = async (db: Db, zone = 'UTC') => ({ zone, reader: await givenPerson(db) });

describe('the feed', () => {
	test('is every comment of the time, newest first, and nothing else', async ({ db }) => {
		await givenResponse(db, { comment: 'first', respondedAt: at('05T00:00:00') });
		await givenResponse(db, { comment: 'second', score: 3, respondedAt: at('07T10:00:00') });
		await givenResponse(db, { title: 'only a title', respondedAt: at('11T23:59:59') });
		await givenResponse(db, { score: 9, respondedAt: at('07T11:00:00') });
		await givenResponse(db, { comment: 'too early', respondedAt: new Date('2026-01-04T23:59:59Z') });
		await givenResponse(db, { comment: 'too late', respondedAt: at('12T00:00:00') });

		const { comments, counts } = await feed(db, week, await reading(db));
		expect(comments.map(({ title, comment }) => title ?? comment)).toEqual(['only a title', 'second', 'first']);
		expect(counts).toEqual({ all: 3, matching: 3, readByMe: 0, readByTeam: 0, erased: 0, withdrawn: [], holds: null });

		const newest = (from: string, before: string, zone = 'UTC') => newestWords(db, { from, before, zone });
		expect([await newest('2026-01-05', '2026-01-12'), await newest('2026-01-05', '2026-01-11')]).toEqual([
			'2026-01-11',
			'2026-01-07'
		]);
		expect(await newest('2026-01-05', '2026-01-12', 'Pacific/Auckland')).toBe('2026-01-07');
		expect(await newest('2026-01-08', '2026-01-11')).toBe(null);
	});

	test('says how many of its words have come in since it was shown', async ({ db }) => {
		await givenResponse(db, { comment: 'there', score: 3 });
		await givenRefreshed(db);
		const { latest } = await feed(db, week, await reading(db));
		const arrived = (scope: FeedScope) => arrivedIn(db, scope, { zone: 'UTC', since: latest });
		expect(await arrived(week)).toBe(0);
		await givenResponse(db, { comment: 'new and low', score: 2 });
		await givenResponse(db, { comment: 'another week', respondedAt: at('12T00:00:00') });
		await givenRefreshed(db);
		const low = { series: 'nps:relationship', scores: { lowest: 0, highest: 6 } };
		const high = { series: 'nps:relationship', scores: { lowest: 9, highest: 10 } };
		expect([await arrived(week), await arrived({ ...week, ...low }), await arrived({ ...week, ...high })]).toEqual([
			1, 1, 0
		]);
	});

	test('follows the organisation’s days', async ({ db }) => {
		await givenResponse(db, { comment: 'Monday in Auckland', respondedAt: new Date('2026-01-04T20:00:00Z') });
		expect((await feed(db, week, await reading(db, 'Pacific/Auckland'))).counts.all).toBe(1);
		expect((await feed(db, week, await reading(db, 'UTC'))).counts.all).toBe(0);
	});

	test('shows who wrote: since when a customer, and what they paid a year then', async ({ db }) => {
		const customerId = await givenCustomer(db, { name: 'Alpha', segment: 'Team', startedOn: '2025-12-08' });
		await givenRevenue(db, { customerId, bookedOn: '2025-12-10', amountMinor: 480_00 });
		await givenResponse(db, { customerId, comment: 'hello', score: 4, respondedAt: at('05T12:00:00') });
		await givenRefreshed(db);

		expect((await feed(db, week, await reading(db))).comments).toMatchObject([
			{ customer: 'Alpha', segment: 'Team', tenureDays: 28, perYearMinor: 480_00, score: 4, about: 'relationship' }
		]);
	});

	test('a pick narrows it and says of how many', async ({ db }) => {
		await givenResponse(db, { comment: 'low', score: 2 });
		await givenResponse(db, { comment: 'high', score: 9 });
		await givenResponse(db, { comment: 'no score' });
		await givenResponse(db, {
			comment: 'another survey',
			score: 2,
			survey: { name: 'S', kind: 'transactional', metric: 'csat', touchpoint: 'support' }
		});

		const picked = { ...week, series: 'nps:relationship', scores: { lowest: 0, highest: 6 } };
		const { comments, counts } = await feed(db, picked, await reading(db));
		expect(comments.map(({ comment }) => comment)).toEqual(['low']);
		expect(counts).toMatchObject({ matching: 1, all: 4 });
	});

	test('pages by key: what comes in meanwhile neither repeats nor hides anything', async ({ db }) => {
		for (let i = 0; i < 65; i++) await givenResponse(db, { comment: `c${i}`, respondedAt: at('07T10:00:00') });
		const by = await reading(db);
		const seen: (string | null)[] = [];
		let page = await feedPage(db, week, by, null);
		for (;;) {
			seen.push(...page.comments.map(({ comment }) => comment));
			if (!page.next) break;
			await givenResponse(db, { comment: 'just now', respondedAt: at('10T10:00:00') });
			page = await feedPage(db, week, by, cursorFrom(page.next));
		}
		expect(seen).toHaveLength(65);
		expect(new Set(seen).size).toBe(65);
	});

	test('words come out exactly as they went in', async ({ db }) => {
		const words = [
			'<script>alert(1)</script>',
			'=HYPERLINK("x")',
			'‮אבג',
			'a\u200bb',
			'👩‍👩‍👧',
			'\ufffd',
			'  spaces  ',
			'\ttab\nline'
		];
		for (const comment of words) await givenResponse(db, { comment });
		const { comments } = await feed(db, week, await reading(db));
		expect(comments.map(({ comment }) => comment).reverse()).toEqual(words);
	});
});

describe('read receipts', () => {
	test('are counted by person and by team, once each', async ({ db }) => {
		const [one, two] = [await givenResponse(db, { comment: 'one' }), await givenResponse(db, { comment: 'two' })];
		const dana = await givenPerson(db, { name: 'Dana' });
		const eve = await givenPerson(db, { name: 'Eve' });
		for (const by of [dana, dana, eve])
			await markAsRead(db, { customerId: one.customerId, responseId: one.id, by, now });
		await markAsRead(db, { customerId: two.customerId, responseId: two.id, by: eve, now });

		const { comments, counts } = await feed(db, week, { zone: 'UTC', reader: dana });
		expect(counts).toMatchObject({ readByMe: 1, readByTeam: 2 });
		expect(comments.map(({ comment, readByMe, readers, source }) => [comment, readByMe, readers, source])).toEqual([
			['two', false, ['Eve'], 'test'],
			['one', true, ['Dana', 'Eve'], 'test']
		]);
	});

	test('cannot be given for what has no words, or is not there', async ({ db }) => {
		const silent = await givenResponse(db, { score: 9 });
		const by = await givenPerson(db);
		await expect(markAsRead(db, { customerId: silent.customerId, responseId: silent.id, by, now })).rejects.toThrow(
			'no such comment'
		);
		await expect(markAsRead(db, { customerId: 0, responseId: 0, by, now })).rejects.toThrow('no such comment');
	});
});

describe('words that are gone', () => {
	test('erased ones leave a gap in their place that says so, and are counted', async ({ db }) => {
		await givenResponse(db, { comment: 'first', respondedAt: at('07T10:00:00') });
		const second = await givenResponse(db, { comment: 'second', score: 3, respondedAt: at('08T10:00:00') });
		await inAct(db, { kind: 'erasure', by: null, reason: 'asked', importId: null, at: now, zone: 'UTC' }, () =>
			db.execute(sql`update response set comment = null, erased_at = ${now.toISOString()} where id = ${second.id}`)
		);
		const { comments, counts } = await feed(db, week, await reading(db));
		expect(comments.map(({ comment, erasedAt, score }) => ({ comment, erasedAt, score }))).toEqual([
			{ comment: null, erasedAt: now, score: 3 },
			{ comment: 'first', erasedAt: null, score: null }
		]);
		expect(counts).toMatchObject({ all: 2, matching: 2, erased: 1, withdrawn: [] });
	});

	test('withdrawn ones are counted in the time they were of, with who and why', async ({ db }) => {
		const ann = await givenPerson(db, { name: 'Ann' });
		const given = { comment: 'withdrawn', importId: 7, receivedAt: at('08T10:00:00') };
		for (const respondedAt of [at('07T10:00:00'), at('08T10:00:00'), at('20T10:00:00')])
			await givenResponse(db, { ...given, respondedAt });
		await sealEndedDays(db, { zone: 'UTC', now });
		await inAct(db, { kind: 'undo', by: ann, reason: 'The wrong file.', importId: 7, at: now, zone: 'UTC' }, () =>
			db.execute(sql`delete from response where import_id = 7`)
		);
		const { comments, counts } = await feed(db, week, await reading(db));
		expect(comments).toEqual([]);
		expect(counts.withdrawn).toMatchObject([
			{ kind: 'undo', by: 'Ann', reason: 'The wrong file.', importId: 7, comments: 2 }
		]);
	});
});
