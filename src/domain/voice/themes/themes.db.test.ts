import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue, givenSurvey } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { givenCorrected, givenTakenBack } from '#tests/factories/words.ts';
import { test } from '#tests/db/test.ts';
import { sourceNamed } from '#domain/customers/server.ts';
import { addMonths } from '#domain/scope/calendar.ts';
import { response } from '#domain/surveys/tables.server.ts';
import { refreshKeptSums } from '#domain/money/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { nps } from '#stats/scores/nps.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { foundIn } from './match.ts';
import { selectRepeatedComments } from './queries/read.server.ts';
import { ruleFrom } from './rule.ts';
import type { WrittenRule } from './rule.ts';
import {
	changeTheme,
	checkTheme,
	commentsAbout,
	commentsToCheck,
	makeTheme,
	removeTheme,
	suggestedFor,
	themesToldOf
} from './server.ts';

const now = new Date('2026-01-20T08:00:00Z');
const scope = { week: '2026-W03' as const, segment: null, region: null, plan: null, survey: null };
const known = { answersThrough: '2026-01-19', revenueThrough: '2026-01-19' };

const anyLanguage = (text: string): WrittenRule[] => [{ language: '', text }];
const by = async (db: Db) => ({ by: await givenPerson(db, { role: 'analyst' }), now });
const about = async (db: Db, id: number) => (await commentsAbout(db, id, null)).comments.map(({ comment }) => comment);
const told = async (db: Db, id: number) =>
	(await themesToldOf(db, scope, known)).themes.find((theme) => theme.id === id)!.figures;

describe('a theme', () => {
	test('is found in old comments when it is made, and in new ones when they come in', async ({ db }) => {
		await givenResponse(db, { comment: 'Third INVOICE in a row', score: 2 });
		for (const i of [1, 2, 3, 4, 5]) await givenResponse(db, { comment: `all well ${i}`, score: 9 });
		await givenRefreshed(db);
		const id = await makeTheme(db, { name: 'Invoices', rules: anyLanguage('invoice*') }, await by(db));
		expect(await about(db, id)).toEqual(['Third INVOICE in a row']);

		await givenResponse(db, { comment: 'invoices again', importId: 7, respondedAt: now });
		await refreshKeptSums(db, { importId: 7 }, { zone: 'UTC', now: () => now });
		expect(await about(db, id)).toEqual(['invoices again', 'Third INVOICE in a row']);
		expect((await told(db, id)).comments).toBe(2);
		expect((await themesToldOf(db, scope, known)).all.comments).toBe(7);
	});

	test('whose rule changes is looked for anew, and counts as not checked', async ({ db }) => {
		await givenResponse(db, { comment: 'slow board' });
		await givenResponse(db, { comment: 'slow answer' });
		await givenRefreshed(db);
		const who = await by(db);
		const id = await makeTheme(db, { name: 'Speed', rules: anyLanguage('slow') }, who);
		const [first] = await commentsToCheck(db, id, 1);
		await checkTheme(db, { id, ...first, isRight: true }, who);
		expect((await told(db, id)).precision).toMatchObject({ reason: 'only 1 read: 1 right' });

		await changeTheme(db, id, { name: 'Slow answers', rules: anyLanguage('slow -board') }, who);
		expect(await about(db, id)).toEqual(['slow answer']);
		expect((await told(db, id)).precision).toMatchObject({ reason: 'not checked' });
		await changeTheme(db, id, { name: 'Waiting', rules: anyLanguage('slow -board') }, who);
		expect((await themesToldOf(db, scope, known)).themes).toMatchObject([{ name: 'Waiting', version: 2 }]);

		await removeTheme(db, id, who.by);
		expect((await themesToldOf(db, scope, known)).themes).toEqual([]);
		expect(await rows(db, sql`select from theme_cell where theme_id = ${id}`)).toEqual([]);
	});

	test('follows a comment that is corrected or taken back', async ({ db }) => {
		const { id: responseId } = await givenResponse(db, { comment: 'the price is too high' });
		const { id: second } = await givenResponse(db, { comment: 'a fair price' });
		await givenRefreshed(db);
		const id = await makeTheme(db, { name: 'Price', rules: anyLanguage('price') }, await by(db));
		await givenCorrected(db, responseId, { comment: 'never mind' });
		await givenTakenBack(db, second);
		await givenRefreshed(db);
		expect(await about(db, id)).toEqual([]);
		expect((await told(db, id)).comments).toBe(0);
	});

	test('touches the revenue of the customers who wrote about it, each once', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenRevenue(db, { customerId, bookedOn: '2025-12-10', amountMinor: 480_00 });
		for (const comment of ['the price', 'the price again']) await givenResponse(db, { customerId, comment, score: 3 });
		await givenResponse(db, { comment: 'the price, from somebody who pays nothing' });
		await givenRefreshed(db);
		const id = await makeTheme(db, { name: 'Price', rules: anyLanguage('price') }, await by(db));
		expect(await told(db, id)).toMatchObject({ comments: 3, money: { customers: 1, perYearMinor: 480_00 } });
	});

	test('is refused without a rule that can be meant, or with a name that is taken', async ({ db }) => {
		const who = await by(db);
		await makeTheme(db, { name: 'Price', rules: anyLanguage('price') }, who);
		await expect(makeTheme(db, { name: 'Price', rules: anyLanguage('cost') }, who)).rejects.toThrow('already');
		await expect(makeTheme(db, { name: 'Empty', rules: anyLanguage('-only') }, who)).rejects.toThrow('at least one');
		await expect(makeTheme(db, { name: 'None', rules: [] }, who)).rejects.toThrow('at least one language');
		await expect(checkTheme(db, { id: 0, customerId: 1, responseId: 1, isRight: true }, who)).rejects.toThrow(
			'do not find'
		);
	});
});

describe('several comments of one customer', () => {
	/** A customer's comments by month: what each is about, and its score. */
	type Said = { customer: number; month: string; isAbout: boolean; score: number | null };
	const said = fc.record({
		customer: fc.integer({ min: 0, max: 4 }),
		month: fc.integer({ min: 0, max: 17 }).map((i) => addMonths('2024-08-01', i)),
		isAbout: fc.boolean(),
		score: fc.constantFrom(null, 2, 8, 10, 10)
	});
	const companies = fc.sample(fc.array(said, { minLength: 20, maxLength: 40 }), { numRuns: 3, seed: 5 });

	/** Straight from the definition: each comment with each other one of its customer. */
	function inPairs(comments: Said[], code: (one: Said) => number) {
		const sums = { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
		for (const own of Map.groupBy(comments, ({ customer }) => customer).values()) {
			sums.repeats += own.length - 1;
			for (const [i, one] of own.entries())
				for (const other of own.toSpliced(i, 1)) {
					sums.pairs++;
					sums.pairSums += code(other);
					sums.pairProducts += code(one) * code(other);
				}
		}
		return sums;
	}
	const scored = (comments: Said[]) => comments.filter(({ score }) => score !== null);
	const feeling = ({ score }: Said) => (score! >= 9 ? 1 : score! <= 6 ? -1 : 0);

	test('go together in the sums that are kept, however they came in', async ({ db }) => {
		const who = await by(db);
		const all: { comments: Said[]; theme: number; ids: number[] }[] = [];
		for (const [i, comments] of companies.entries()) {
			const ids: number[] = [];
			for (let c = 0; c < 5; c++) ids.push(await givenCustomer(db, { segment: `S${i}`, region: c < 2 ? 'A' : 'B' }));
			const give = (some: Said[], importId: number) =>
				Promise.all(
					some.map(({ customer, month, isAbout, score }) =>
						givenResponse(db, {
							...{ customerId: ids[customer], score, importId, respondedAt: new Date(`${month}T12:00:00Z`) },
							comment: isAbout ? `the price${i}` : 'all well'
						})
					)
				);
			await give(comments.slice(0, 10), 100 + i);
			await givenRefreshed(db);
			const rules = anyLanguage(`price${i}`);
			const theme = await makeTheme(db, { name: `Price ${i}`, rules }, who);
			await give(comments.slice(10), 200 + i);
			await refreshKeptSums(db, { importId: 200 + i }, { zone: 'UTC', now: () => now });
			all.push({ comments, theme, ids });
		}
		const cells = () => rows(db, sql`select * from repeated_comment_cell order by 1, 2, 3, 4, 5, 6, 7, 8`);
		const piecewise = await cells();
		await givenRefreshed(db);
		expect(piecewise).toEqual(await cells());

		for (const [i, { comments, theme }] of all.entries())
			for (const asOf of ['2024-08-01', '2025-03-01', '2025-12-01', '2026-01-01'])
				for (const region of ['A', 'B', null]) {
					const slice = { ...scope, segment: `S${i}`, region };
					const found = await selectRepeatedComments(db, slice, [asOf]);
					const sums = (of: 'score' | 'share', months: number, themeId: number) => {
						const { repeats, pairs, pairSums, pairProducts } = found.find(
							(one) => one.of === of && one.months === months && one.themeId === themeId
						) ?? { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
						return { repeats, pairs, pairSums, pairProducts };
					};
					const last = (months: number) =>
						comments.filter(
							({ month, customer }) =>
								month <= asOf &&
								addMonths(month, months) > asOf &&
								(region === null || (region === 'A') === customer < 2)
						);
					const about = last(12).filter(({ isAbout }) => isAbout);
					expect(sums('score', 12, theme)).toEqual(inPairs(scored(about), feeling));
					expect(sums('score', 12, 0)).toEqual(inPairs(scored(last(12)), feeling));
					for (const months of [3, 12]) {
						const shares = inPairs(last(months), ({ isAbout }) => (isAbout ? 1 : 0));
						expect(sums('share', months, 0)).toMatchObject({ repeats: shares.repeats, pairs: shares.pairs });
						const { pairSums, pairProducts } = shares;
						expect(sums('share', months, theme)).toMatchObject({ pairSums, pairProducts });
					}
				}
	});

	test('tell as much of the share and the score as they do of how many customers there are', async ({ db }) => {
		for (let c = 0; c < 30; c++) {
			const customerId = await givenCustomer(db);
			for (let i = 0; i < 3; i++)
				await givenResponse(db, { customerId, comment: c < 15 ? 'the price' : 'all well', score: c < 20 ? 9 : 3 });
		}
		await givenRefreshed(db);
		const id = await makeTheme(db, { name: 'Price', rules: anyLanguage('price') }, await by(db));
		const { share, loyalty } = await told(db, id);
		// Ninety comments of thirty customers who each say the same three times: G/(G − 1) · Σ (3 (x − x̄))² = 90/29.
		const once = (n: number) => proportion({ count: n / 2, n });
		expect(share).toMatchObject({ n: 90, low: expect.closeTo((once(29) as { low: number }).low, 9) });
		// All of them promoters: each customer's comments are taken as one.
		expect(loyalty).toMatchObject({
			value: 100,
			n: 45,
			low: (nps({ promoters: 15, detractors: 0, answers: 15 }) as { low: number }).low
		});
	});
});

describe('the sample that is checked', () => {
	test('is drawn from all that the rules find, each comment once, in the same order for everybody', async ({ db }) => {
		for (let i = 0; i < 12; i++) await givenResponse(db, { comment: `price ${i}` });
		await givenRefreshed(db);
		const who = await by(db);
		const id = await makeTheme(db, { name: 'Price', rules: anyLanguage('price') }, who);
		expect(await commentsToCheck(db, id, 1)).toEqual(await commentsToCheck(db, id, 1));
		const read = new Set<number>();
		for (let i = 0; i < 12; i++) {
			const [next] = await commentsToCheck(db, id, 1);
			read.add(next.responseId);
			await checkTheme(db, { id, ...next, isRight: i !== 0 }, who);
			// Changing one's mind counts once.
			await checkTheme(db, { id, ...next, isRight: i !== 0 }, who);
		}
		expect(read.size).toBe(12);
		expect(await commentsToCheck(db, id, 1)).toEqual([]);
		expect((await told(db, id)).precision).toMatchObject({ status: 'ok', value: 11 / 12, n: 12 });
	});
});

test('the database finds exactly what the page marks', async ({ db }) => {
	const piece = fc.oneof(
		fc.constantFrom(
			'price',
			'Price',
			'PRICES',
			'wrong number',
			'Rechnung',
			'請求書',
			'ﬁne',
			'in\u00advoice',
			"don't",
			' ',
			'-',
			'%',
			'_',
			'\\',
			'|',
			'\n',
			'\u200b',
			'İ'
		),
		fc.string({ unit: 'grapheme', maxLength: 6 })
	);
	const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ').replaceAll('\0', ''));
	const term = fc.oneof(
		fc.constantFrom(
			'price',
			'price*',
			'"wrong number"',
			'-rechnung',
			'請求書',
			'"don’t"',
			'fine',
			'-"in voice"',
			'invoice',
			'i̇'
		),
		text.map((words) => `"${words.replaceAll('"', '').replaceAll('*', '')}"`)
	);
	const written = fc
		.array(term, { minLength: 1, maxLength: 4 })
		.map((terms) => terms.join(' '))
		.filter((rule) => 'rule' in ruleFrom(rule));
	const language = fc.constantFrom('', 'de', 'en');
	const said = fc.record({
		title: fc.option(text.filter((one) => one !== '')),
		comment: text.filter((one) => one !== ''),
		language: fc.constantFrom('de-AT', 'EN', null)
	});
	const cases = fc.sample(
		fc.record({ said: fc.array(said, { minLength: 8, maxLength: 8 }), text: written, language }),
		{ numRuns: 25, seed: 4 }
	);

	const who = await by(db);
	const all = new Map<number, { title: string | null; comment: string | null; language: string | null }>();
	for (const one of cases.flatMap((some) => some.said)) all.set((await givenResponse(db, one)).id, one);
	await givenRefreshed(db);
	let found = 0;
	for (const [i, { text: rule, language: of }] of cases.entries()) {
		const rules = [{ language: of, text: rule }];
		const id = await makeTheme(db, { name: `Case ${i}`, rules }, who);
		const bySql = await rows<{ id: number }>(
			db,
			sql`select response_id as id from comment_theme where theme_id = ${id} order by response_id`
		);
		const byPage = [...all]
			.filter(([, one]) => foundIn({ ...one, hidden: { title: [], comment: [] } }, rules) !== null)
			.map(([responseId]) => responseId);
		expect(
			bySql.map((one) => one.id),
			rule
		).toEqual(byPage.sort((a, b) => a - b));
		found += byPage.length;
	}
	expect(found).toBeGreaterThan(50);
});

test('what a group writes more than the other is suggested from the latest comments of a language', async ({ db }) => {
	const customerId = await givenCustomer(db);
	const surveyId = await givenSurvey(db);
	const said = (comment: string, score: number, language: string, times: number) =>
		Array.from({ length: times }, (_, i) => ({
			customerId,
			surveyId,
			metric: 'nps' as const,
			sourceResponseId: `${comment} ${i}`,
			respondedAt: new Date('2026-01-07T12:00:00Z'),
			importId: 1,
			comment,
			score,
			language
		}));
	const sourceId = await sourceNamed(db, 'test');
	const all = [
		...said('nothing much', 7, 'en', 2_500),
		...said('the exports are broken', 1, 'en-GB', 40),
		...said('the people are lovely', 10, 'en', 40),
		...said('die Rechnung', 1, 'de', 40)
	];
	await db.insert(response).values(all.map((one) => ({ ...one, sourceId })));
	await givenRefreshed(db);
	const { found, lookedAt } = await suggestedFor(db, { language: 'en', group: 'low' });
	expect(lookedAt).toBe(2_580);
	expect(found.map(({ term }) => term).join(' ')).toContain('broken');
	expect(found.map(({ term }) => term).join(' ')).not.toMatch(/rechnung|lovely/);
});
