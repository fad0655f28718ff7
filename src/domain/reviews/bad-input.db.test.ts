import { describe, expect } from 'vitest';
import { givenCustomer, givenInvitation, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import { rendered } from '#tests/rendered.ts';
import type { Db } from '#platform/db/connect.ts';
import Strip from '../metrics/view/Strip.svelte';
import { priceExplained } from '../money/price-explained.ts';
import { pricedRoutes } from '../money/price/routes.ts';
import { moneyStatements, priceFor, valueCustomers, whatIsKnown } from '../money/server.ts';
import EvidenceLadder from '../money/view/EvidenceLadder.svelte';
import FixOrDelight from '../money/view/FixOrDelight.svelte';
import FollowTheMoney from '../money/view/FollowTheMoney.svelte';
import FollowTheMoneyHead from '../money/view/FollowTheMoneyHead.svelte';
import MoneyHead from '../money/view/MoneyHead.svelte';
import MoneyStatements from '../money/view/MoneyStatements.svelte';
import ValueByScore from '../money/view/ValueByScore.svelte';
import { valued } from '../money/view/value-by-score-option.ts';
import WhatIf from '../money/view/WhatIf.svelte';
import WhatToFixFirst from '../money/view/WhatToFixFirst.svelte';
import WhenItPays from '../money/view/WhenItPays.svelte';
import WhoStays from '../money/view/WhoStays.svelte';
import { addMonths } from '../scope/calendar.ts';
import { organisationOf } from '../scope/server.ts';
import { publishedFigures } from './figures.server.ts';
import type { PublishedFigure } from './published.ts';
import ByMonth from './view/ByMonth.svelte';
import { seriesInScope, weeklyReview } from './weekly-review.server.ts';

/*
 * Books and answers as nobody wishes them. Each figure of Review and Money shows a value with its doubt, or a dash with
 * its reason, and each part of both pages can be drawn.
 */
const scope = { week: '2026-W48', segment: null, region: null, plan: null, survey: null };
const today = '2026-11-30';
const now = () => new Date('2026-11-30T06:00:00Z');

/** A subscription by the month, two years of it up to the end of the books. */
async function givenPaid(
	db: Db,
	customerId: number,
	how: { months?: number; perMonth?: number; currency?: (month: number) => string } = {}
) {
	const { months = 23, perMonth = 10_00, currency = () => 'USD' } = how;
	for (let i = 0; i < months; i++) {
		const servedFrom = addMonths('2025-01-01', i);
		const line = { servedFrom, servedTo: addMonths(servedFrom, 1), amountMinor: perMonth, currency: currency(i) };
		await givenRevenue(db, { customerId, kind: 'recurring', bookedOn: servedFrom, ...line });
	}
}

const givenSaid = (db: Db, customerId: number, score: number, day: string) =>
	givenResponse(db, { customerId, score, respondedAt: new Date(`${day}T12:00:00Z`) });

/** As many customers as said, each asked, with an answer a year and a half ago and one this autumn. */
async function givenMany(db: Db, many: number, pay: (db: Db, customerId: number, i: number) => Promise<void>) {
	for (let i = 0; i < many; i++) {
		const customerId = await givenCustomer(db, { segment: ['Team', 'Solo'][i % 2] });
		await givenInvitation(db, { customerId });
		await givenSaid(db, customerId, (i * 3) % 11, '2025-04-10');
		await givenSaid(db, customerId, (i * 7) % 11, '2026-10-10');
		await givenResponse(db, {
			customerId,
			score: 1 + (i % 5),
			respondedAt: new Date('2025-05-05T12:00:00Z'),
			survey: { name: 'Support', kind: 'transactional', metric: 'csat', touchpoint: 'support' }
		});
		await pay(db, customerId, i);
	}
}

const cases: Record<string, (db: Db) => Promise<void>> = {
	'one customer': async (db) => {
		const customerId = await givenCustomer(db);
		await givenSaid(db, customerId, 9, '2025-04-10');
		await givenPaid(db, customerId);
	},
	'no revenue': (db) => givenMany(db, 24, async () => {}),
	'all revenue in one customer': (db) =>
		givenMany(db, 40, (_, customerId, i) => (i === 0 ? givenPaid(db, customerId, { perMonth: 9_999_99 }) : nothing())),
	'all scores equal': async (db) => {
		for (let i = 0; i < 40; i++) {
			const customerId = await givenCustomer(db);
			await givenSaid(db, customerId, 8, '2025-04-10');
			await givenSaid(db, customerId, 8, '2026-10-10');
			await givenPaid(db, customerId, { months: i % 3 === 0 ? 12 : 23 });
		}
	},
	'no answers this year': async (db) => {
		for (let i = 0; i < 40; i++) {
			const customerId = await givenCustomer(db);
			await givenSaid(db, customerId, i % 11, '2025-02-10');
			await givenPaid(db, customerId);
		}
	},
	'refunds larger than sales': (db) =>
		givenMany(db, 40, async (_, customerId) => {
			await givenPaid(db, customerId);
			for (const bookedOn of ['2025-06-15', '2026-06-15'])
				await givenRevenue(db, { customerId, kind: 'refund', bookedOn, amountMinor: -500_00 });
		}),
	'sales that were all given back': (db) =>
		givenMany(db, 40, async (_, customerId) => {
			await givenRevenue(db, { customerId, bookedOn: '2025-06-15' });
			await givenRevenue(db, { customerId, kind: 'refund', bookedOn: '2026-06-15', amountMinor: -100_00 });
		}),
	'groups that are wholly apart': givenApart,
	'a currency that changed': (db) =>
		givenMany(db, 40, (_, customerId, i) =>
			givenPaid(db, customerId, { months: i % 4 === 0 ? 14 : 23, currency: (month) => (month < 12 ? 'DEM' : 'EUR') })
		)
};

const nothing = async () => {};

/** Whoever was dissatisfied left at once, to the last of them; the satisfied all stayed, and of the others half. */
async function givenApart(db: Db) {
	for (let i = 0; i < 150; i++) {
		const customerId = await givenCustomer(db, { segment: ['Team', 'Solo'][i % 2] });
		const score = 1 + (i % 5);
		const leaves = score < 3 || (score === 3 && i % 2 === 0);
		await givenResponse(db, {
			customerId,
			score,
			respondedAt: new Date('2025-04-30T12:00:00Z'),
			survey: { name: 'Quarterly', kind: 'relationship', metric: 'csat' }
		});
		await givenPaid(db, customerId, { months: leaves ? 4 : 23 });
	}
}

const broken = /NaN|Infinity|∞|undefined|\[object|nobody\. New|from nobody/;

/** What nobody would say to an executive. */
const unreadable = /only 0\b|only 1 customers|followed for \d+ yet|^nobody$/;

/** What is wrong with a figure as programs get it; nothing, as it should be. */
function faults({ id, reason, movement, ...figure }: PublishedFigure): string[] {
	const { value, low, high, n } = figure;
	const numbers = [value, low, high, n, movement?.by].filter((number) => typeof number === 'number');
	const interval = [low, value, high].filter((number) => number !== null);
	const wrong = {
		'not a number': !numbers.every(Number.isFinite),
		'a dash without a reason': value === null && !reason,
		'a dash whose reason is no sentence': unreadable.test(reason ?? ''),
		'outside its interval': value !== null && interval.some((number, i) => number < interval[Math.max(0, i - 1)]),
		'0 of nobody': value === 0 && n === 0 && !isCounted(figure)
	};
	return Object.entries(wrong).flatMap(([what, isSo]) => (isSo ? [`${id} is ${what}`] : []));
}

const isCounted = ({ low, high, unit }: Pick<PublishedFigure, 'low' | 'high' | 'unit'>) =>
	low === high && (unit === 'money' || unit === 'count');

describe('every figure is a value with its doubt or a dash with its reason, and every part is drawn, with', () => {
	test.for(Object.entries(cases))('%s', { timeout: 120_000 }, async ([, arrange], { db }) => {
		await arrange(db);
		await givenRefreshed(db);
		await valueCustomers(db, { now });
		const organisation = await organisationOf(db);

		const figures = await publishedFigures(db, scope, organisation, today);
		expect(Object.keys(figures).length).toBeGreaterThan(40);
		expect(Object.values(figures).flatMap(faults)).toEqual([]);
		for (const id of ['customers_lost', 'revenue_lost', 'gross_revenue_retention'])
			expect(figures[id].movement?.because).toMatch(/\S/);

		for (const part of await partsOf(db)) expect(part).not.toMatch(broken);
	});
});

test(
	'of groups that are wholly apart nothing is told that would be without end',
	{ timeout: 120_000 },
	async ({ db }) => {
		await givenApart(db);
		await givenRefreshed(db);
		const { series } = (await seriesInScope(db, scope))!;
		const through = { revenueThrough: '2026-11-30', knownThrough: '2026-11-29' };
		const { survival, said } = await moneyStatements(db, scope, series, through);
		const [, , dissatisfied] = said!.groups;
		expect(dissatisfied.left).toMatchObject({ count: 60, share: { value: 1, high: 1 } });
		expect(survival.longer.estimate).toMatchObject({ reason: expect.stringContaining('wholly apart') });
		expect(survival.trend).toMatchObject({ p: expect.any(Number) });

		// All of the money over none of it: no ratio, and so no strength that a hidden cause would need.
		const { price } = await priceFor(db, scope, series, through.revenueThrough);
		if (price.status !== 'ok') throw new Error(price.reason);
		expect(price.likeForLike.ratio).toMatchObject({ status: 'not_estimable' });
		expect(price.hidden).toBeNull();
		const figures = await publishedFigures(db, scope, await organisationOf(db), today);
		// All stay and none does: neither is certain.
		expect(figures['staying.satisfied']).toMatchObject({ value: 1, high: 1, low: expect.closeTo(0.94, 2), n: 60 });
		expect(figures['staying.dissatisfied']).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.06, 2), n: 60 });
		const ids = Object.keys(figures);
		expect(ids.filter((id) => /hazard|odds|ratio/.test(id))).toEqual([]);
	}
);

test('of a week before the books begin nothing is told as 0', { timeout: 120_000 }, async ({ db }) => {
	await cases['all scores equal'](db);
	await givenRefreshed(db);
	const before = { ...scope, week: '2022-W10' } as const;
	const { series } = (await seriesInScope(db, before))!;
	const through = { revenueThrough: '2026-11-30', knownThrough: '2026-11-29' };
	const statements = await moneyStatements(db, before, series, through);
	const drawn = rendered(MoneyStatements, {
		...{ statements, series, currency: 'USD', zone: 'UTC', narrow: false, switchPath: '/' },
		...{ linkTo: () => '/', follow: () => {} }
	}).replace(/<[^>]*>/g, ' ');
	expect(drawn).toMatch(/Nobody paid in these months/);
	expect(drawn).toMatch(/nothing at risk to tell of/);
	expect(drawn).toMatch(/Nobody had answered by Feb 2021/);
	expect(drawn).not.toMatch(/\$0|0\.0/);
});

/** Each part of the two pages, as the server renders it. */
async function partsOf(db: Db): Promise<string[]> {
	const found = (await seriesInScope(db, scope))!;
	const { series } = found;
	const review = (await weeklyReview(db, scope, await organisationOf(db), found, today))!;
	const through = { revenueThrough: (await whatIsKnown(db))?.revenueThrough ?? null, knownThrough: '2026-11-29' };
	const priced = await priceFor(db, scope, series, through.revenueThrough);
	const { price } = priced;
	const statements = await moneyStatements(db, scope, series, through);
	const payingCustomers = statements.retention.paying;
	const routes = pricedRoutes(price, series.metric, payingCustomers);
	const about = priceExplained(priced, series, { payingCustomers, currency: 'USD' });
	const common = {
		series,
		currency: 'USD',
		zone: 'UTC',
		narrow: false,
		linkTo: () => '/',
		path: '/',
		follow: () => {}
	};
	const leads = { to: () => '/', toExposed: () => '/', by: () => '/' };
	const drawn = (part: unknown, props: Record<string, unknown>) => rendered(part, { ...common, ...props });

	return [
		drawn(Strip, { figures: review.figures }),
		drawn(FollowTheMoneyHead, { outcomes: review.after.money, now: review.price, evidence: 'like-for-like' }),
		drawn(FollowTheMoney, { outcomes: review.after.money, chosen: null }),
		drawn(WhoStays, { staying: review.after.stay }),
		drawn(ByMonth, { months: { ...review.months, events: [] } }),
		drawn(WhatToFixFirst, { fixFirst: review.fixFirst, themes: review.fixThemes, asked: null, chosen: null, leads }),
		drawn(MoneyHead, { now: priced, payingCustomers }),
		drawn(EvidenceLadder, { now: priced, about }),
		drawn(FixOrDelight, { routes, price, about }),
		drawn(WhatIf, { routes, moves: { lowToMiddle: 1, middleToHigh: 1, lowToHigh: 1 }, kept: [] }),
		...(price.status === 'ok'
			? [
					drawn(ValueByScore, {
						all: valued(price.likeForLike.byScore, priced.silent),
						about: about.byScore,
						what: 'revenue',
						chosen: null
					}),
					drawn(WhenItPays, { lag: price.lag, about: about.byMonth, what: 'revenue' })
				]
			: []),
		drawn(MoneyStatements, { statements })
	];
}
