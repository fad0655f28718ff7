import { expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { feelings } from '../metrics/groups.ts';
import { deeds } from '../money/said-versus-did.ts';
import { moneyStatements } from '../money/server.ts';
import { seriesFrom } from '../surveys/series.ts';
import { feed } from '../voice/server.ts';
import { feedScope, nothingPicked } from './picked.ts';

const scope = { week: '2026-W48', segment: null, region: null, plan: null, survey: null };
const series = seriesFrom('nps:relationship');
const booksEnd = '2026-11-30';

/** A customer who paid 10.00 a month until November 2025, and from then on as much as said. */
async function givenWho(db: Db, name: string, { score, after }: { score: number; after: number }) {
	const customerId = await givenCustomer(db, { name });
	const paid = (servedFrom: string, servedTo: string, amountMinor: number) =>
		givenRevenue(db, { customerId, kind: 'recurring', bookedOn: servedFrom, servedFrom, servedTo, amountMinor });
	await paid('2025-01-01', '2025-11-01', 100_00);
	if (after > 0) await paid('2025-11-01', '2026-11-01', 12 * after);
	await givenResponse(db, { customerId, score, comment: name, respondedAt: new Date('2025-06-15T12:00:00Z') });
	return customerId;
}

test('a share of those who did something leads to exactly their words', async ({ db }) => {
	await givenWho(db, 'happy, left', { score: 10, after: 0 });
	await givenWho(db, 'happy, stayed', { score: 9, after: 10_00 });
	await givenWho(db, 'unhappy, grew', { score: 2, after: 30_00 });
	await givenWho(db, 'unhappy, shrank', { score: 3, after: 5_00 });
	// Who left as somebody unhappy had been happy a month before: which answer counts must not follow from what came after.
	const changed = await givenWho(db, 'once happy', { score: 10, after: 0 });
	const later = { customerId: changed, score: 1, respondedAt: new Date('2025-07-20T12:00:00Z') };
	await givenResponse(db, { ...later, comment: 'unhappy, left' });
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
	await givenRefreshed(db);

	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const { said } = await moneyStatements(db, scope, series, { revenueThrough: booksEnd, knownThrough: booksEnd });
	const words: Record<string, string[]> = {};
	for (const group of feelings)
		for (const did of deeds) {
			const pick = feedScope(scope, { ...nothingPicked, group, did }, series, said!.asOf);
			const { comments, counts } = await feed(db, pick, reading);
			words[`${group} ${did}`] = comments.map(({ comment }) => comment!);
			expect(counts.matching).toBe(said!.groups.find(({ feeling }) => feeling === group)![did].count);
		}
	expect(words).toEqual({
		'high left': ['once happy', 'happy, left'],
		'high shrank': [],
		'high grew': [],
		'middle left': [],
		'middle shrank': [],
		'middle grew': [],
		'low left': [],
		'low shrank': ['unhappy, shrank'],
		'low grew': ['unhappy, grew']
	});
});

test('a line of the growth statement leads to all that its customers wrote in its two years', async ({ db }) => {
	await givenWho(db, 'lost', { score: 9, after: 0 });
	await givenWho(db, 'shrank', { score: 3, after: 5_00 });
	await givenWho(db, 'grew', { score: 2, after: 30_00 });
	const came = await givenCustomer(db, { name: 'new', cameBy: 'recommended', startedOn: '2026-01-01' });
	await givenRevenue(db, { customerId: came, bookedOn: '2026-02-10', amountMinor: 7_00 });
	await givenResponse(db, { customerId: came, comment: 'new', respondedAt: new Date('2026-03-15T12:00:00Z') });
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
	await givenRefreshed(db);

	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const { growth } = await moneyStatements(db, scope, series, { revenueThrough: booksEnd, knownThrough: booksEnd });
	const asOf = '2026-11-01';
	for (const { row, customers } of growth.lines) {
		if (!row) continue;
		const pick = feedScope(scope, { ...nothingPicked, moved: row }, series, asOf);
		const { comments, counts } = await feed(db, pick, reading);
		const own = comments.map(({ comment }) => comment);
		if (['lost', 'shrank', 'grew'].includes(row)) expect([own, customers]).toEqual([[row], 1]);
		else if (row === 'new-recommended') expect([own, counts.matching, customers]).toEqual([['new'], 1, 1]);
		else expect(own).toEqual([]);
	}
});
