import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { seededRandom, wholeBelow } from '#stats/random.ts';
import { addDays, addMonths, monthOf } from '../../scope/calendar.ts';
import { whatToFixFirst } from './fix-first.server.ts';
import { selectTouchpointSums } from './queries.server.ts';

const everybody = { week: '2026-W02', segment: null, region: null, plan: null, survey: null };
const onboarding = { name: 'Onboarding', kind: 'transactional', metric: 'csat', touchpoint: 'onboarding' } as const;
const series = 'csat:onboarding';

type Paying = { customerId: number; from: string; months: number; minor?: number };

/** One yearly rate from a day on: 1,200.00 unless it says otherwise. */
const givenSubscription = (db: Db, { customerId, from, months, minor = 1_200_00 }: Paying) =>
	givenRevenue(db, {
		customerId,
		kind: 'recurring',
		amountMinor: (minor / 12) * months,
		bookedOn: from,
		servedFrom: from,
		servedTo: addMonths(from, months)
	});

const givenAnswer = (db: Db, customerId: number, score: number, day: string, survey: object = onboarding) =>
	givenResponse(db, { customerId, score, respondedAt: new Date(`${day}T12:00:00Z`), survey });

/** Somebody else's purchase, so that the books are known to go on until that day. */
const givenBooksUntil = async (db: Db, day: string) =>
	givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: day });

const sumsAt = (db: Db, month: string, scope = everybody) => selectTouchpointSums(db, scope, month);

describe('what is exposed', () => {
	test('is the yearly revenue of those whose latest answer there is low, at the end of the month', async ({ db }) => {
		const low = await givenCustomer(db, { segment: 'Team' });
		const better = await givenCustomer(db, { segment: 'Team' });
		for (const customerId of [low, better]) await givenSubscription(db, { customerId, from: '2025-01-01', months: 24 });
		await givenAnswer(db, low, 1, '2025-03-10');
		await givenAnswer(db, better, 2, '2025-03-10');
		await givenAnswer(db, better, 5, '2025-05-10');
		await givenBooksUntil(db, '2026-12-31');
		await givenRefreshed(db);

		const exposed = async (month: string) =>
			(await sumsAt(db, month)).map(({ paying, revenue, revenueSquared }) => ({ paying, revenue, revenueSquared }));
		expect(await exposed('2025-02-01')).toEqual([]);
		expect(await exposed('2025-03-01')).toEqual([{ paying: 2, revenue: 2_400_00, revenueSquared: 2 * 1_200_00 ** 2 }]);
		expect(await exposed('2025-05-01')).toEqual([{ paying: 1, revenue: 1_200_00, revenueSquared: 1_200_00 ** 2 }]);
		// An answer of more than twelve months ago says little about today.
		expect((await sumsAt(db, '2026-03-01')).every(({ paying }) => paying === 0)).toBe(true);
	});

	test('does not hold who pays nothing any more', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenSubscription(db, { customerId, from: '2025-01-01', months: 4 });
		await givenAnswer(db, customerId, 1, '2025-03-10');
		await givenBooksUntil(db, '2025-12-31');
		await givenRefreshed(db);

		expect(await sumsAt(db, '2025-04-01')).toMatchObject([{ paying: 1 }]);
		expect(await sumsAt(db, '2025-05-01')).toEqual([]);
	});
});

describe('who is lost', () => {
	test('paid on the day of the answer and does not twelve months later; whoever came back in between is kept', async ({
		db
	}) => {
		const kept = await givenCustomer(db, { startedOn: '2024-06-01' });
		await givenSubscription(db, { customerId: kept, from: '2024-06-01', months: 30 });
		const lost = await givenCustomer(db, { startedOn: '2024-06-01' });
		await givenSubscription(db, { customerId: lost, from: '2024-06-01', months: 12 });
		const back = await givenCustomer(db, { startedOn: '2024-06-01' });
		await givenSubscription(db, { customerId: back, from: '2024-06-01', months: 9 });
		await givenSubscription(db, { customerId: back, from: '2025-09-01', months: 12 });
		const gone = await givenCustomer(db, { startedOn: '2023-01-01' });
		await givenSubscription(db, { customerId: gone, from: '2023-01-01', months: 12 });
		for (const customerId of [kept, lost, back, gone]) await givenAnswer(db, customerId, 1, '2025-01-15');
		await givenBooksUntil(db, '2026-12-31');
		await givenRefreshed(db);

		expect(await sumsAt(db, '2025-12-01')).toMatchObject([{ followed: 0 }]);
		expect(await sumsAt(db, '2026-01-01')).toMatchObject([
			{ series, stratum: '/0', feeling: 'low', followed: 3, lost: 1 }
		]);
	});

	test('is compared by segment and by how long they had been customers when they answered', async ({ db }) => {
		for (const startedOn of ['2024-06-01', '2023-06-01', '2021-06-01', '2019-06-01']) {
			const customerId = await givenCustomer(db, { segment: 'Team', startedOn });
			await givenSubscription(db, { customerId, from: startedOn, months: 96 });
			await givenAnswer(db, customerId, 5, '2025-01-15');
		}
		await givenBooksUntil(db, '2026-12-31');
		await givenRefreshed(db);

		expect(await sumsAt(db, '2026-01-01')).toMatchObject(
			['Team/0', 'Team/1', 'Team/2', 'Team/3'].map((stratum) => ({ stratum, feeling: 'high', followed: 1, lost: 0 }))
		);
		expect(await sumsAt(db, '2026-01-01', { ...everybody, segment: 'Solo' } as never)).toEqual([]);
	});
});

test('cells are what is counted from the rows, month by month', async ({ db }) => {
	const random = seededRandom(5);
	const below = (n: number) => wholeBelow(random, n);
	const customers: Known[] = [];
	for (let i = 0; i < 60; i++) {
		const customerId = await givenCustomer(db, { segment: ['Team', 'Solo'][i % 2] });
		const from = addMonths('2023-06-01', below(12));
		const first = { from, to: addMonths(from, 1 + below(30)) };
		const back = addMonths(first.to, 3);
		const terms = [first, ...(below(2) ? [{ from: back, to: addMonths(back, 1 + below(12)) }] : [])];
		for (const term of terms)
			await givenSubscription(db, { customerId, from: term.from, months: monthsBetween(term.from, term.to) });
		const answers = Array.from({ length: 1 + below(3) }, () => ({
			day: addDays('2024-01-01', below(700)),
			score: 1 + below(5)
		})).sort((a, b) => (a.day < b.day ? -1 : 1));
		for (const { score, day } of answers) await givenAnswer(db, customerId, score, day);
		customers.push({ segment: ['Team', 'Solo'][i % 2], terms, answers });
	}
	await givenBooksUntil(db, '2027-12-31');
	await givenRefreshed(db);

	let seen = 0;
	for (const segment of [null, 'Team'])
		for (let month = '2024-01-01'; month < '2027-03-01'; month = addMonths(month, 1)) {
			const sums = await selectTouchpointSums(db, { ...everybody, segment }, month);
			const counts = { followed: 0, lost: 0, exposed: 0 };
			for (const { followed, lost, paying } of sums) {
				counts.followed += followed;
				counts.lost += lost;
				counts.exposed += paying;
			}
			const own = customers.filter((customer) => segment === null || customer.segment === segment);
			expect(counts, `${segment}, ${month}`).toEqual(countedFrom(own, month));
			seen += counts.lost + counts.exposed;
		}
	expect(seen).toBeGreaterThan(500);
});

type Known = {
	segment: string;
	terms: { from: string; to: string }[];
	answers: { day: string; score: number }[];
};

/** Straight from the definition: by each customer's first answer of a year that is old enough, or latest of the last. */
function countedFrom(customers: readonly Known[], month: string) {
	const counts = { followed: 0, lost: 0, exposed: 0 };
	for (const { terms, answers } of customers) {
		const pays = (day: string) => terms.some(({ from, to }) => from <= day && day < to);
		const latestBy = (last: string) =>
			answers.findLast(({ day }) => monthOf(day) <= last && monthOf(day) > addMonths(last, -12));
		const followed = addMonths(month, -12);
		const then = answers.find(({ day }) => monthOf(day) <= followed && monthOf(day) > addMonths(followed, -12));
		const now = latestBy(month);
		if (then && then.score !== 3 && pays(then.day)) {
			counts.followed++;
			if (!pays(addMonths(then.day, 12))) counts.lost++;
		}
		if (now && now.score < 3 && pays(addDays(addMonths(month, 1), -1))) counts.exposed++;
	}
	return counts;
}

const monthsBetween = (from: string, to: string) =>
	(Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

test('the relationship is no touchpoint', async ({ db }) => {
	const { customerId } = await givenResponse(db, { score: 1, respondedAt: new Date('2025-01-15T12:00:00Z') });
	await givenSubscription(db, { customerId, from: '2024-06-01', months: 24 });
	await givenRefreshed(db);

	expect(await sumsAt(db, '2026-01-01')).toEqual([]);
	expect(await whatToFixFirst(db, everybody, '2026-06-30')).toBeNull();
	expect(await whatToFixFirst(db, everybody, null)).toBeNull();
});

test('from rows to a winner: money exposed times extra loss, with the query that counted it', async ({ db }) => {
	const billing = { name: 'Billing', kind: 'transactional', metric: 'csat', touchpoint: 'billing' } as const;
	for (let i = 0; i < 40; i++) {
		for (const score of [1, 5]) {
			const customerId = await givenCustomer(db, { segment: 'Team', startedOn: '2024-06-01' });
			// Three in four of those unhappy with onboarding leave, one in four of all others.
			const leaves = score === 1 ? i % 4 !== 0 : i % 4 === 0;
			await givenSubscription(db, { customerId, from: '2024-06-01', months: leaves ? 12 : 36 });
			await givenAnswer(db, customerId, score, '2025-01-15');
			await givenAnswer(db, customerId, i % 2 === 0 ? 1 : 5, '2025-01-20', billing);
			if (!leaves) await givenAnswer(db, customerId, score, '2025-11-15');
			if (!leaves) await givenAnswer(db, customerId, score, '2025-11-20', billing);
		}
	}
	await givenBooksUntil(db, '2026-12-31');
	await givenRefreshed(db);

	const found = (await whatToFixFirst(db, { ...everybody, week: '2026-W06' }, '2026-12-31'))!;
	expect(found).toMatchObject({ verdict: 'clear winner', touchpoints: [{ series }, { series: 'csat:billing' }] });
	const [first] = found.touchpoints;
	expect(first.lost).toEqual({ low: 0.75, high: 0.25 });
	expect(first.exposed).toMatchObject({ value: 10 * 1_200_00, n: 10 });
	expect(first.stake).toMatchObject({ value: 0.5 * 10 * 1_200_00 });
	expect(found.about.source).toContain("where as_of = '2026-01-01' and true");
	expect(found.about.definition).toMatchObject({ id: 'what_to_fix_first', version: 1 });
});
