import { describe, expect, test } from 'vitest';
import { dayNumber } from './calendar.ts';
import { type DemoCompany, demoCompany } from './company.ts';
import type { Effect } from './model.ts';
import { tenureBand } from './truth.ts';

const today = '2026-11-23';
const seeds = [1, 2, 3, 4, 5];
const companies = (effect: Effect) => seeds.map((seed) => study(demoCompany({ today, seed, effect, words: false })));

type Heard = { score: number; yearAfter: number; stratum: string };
type Fit = { covariance: number; variance: number };

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What an analyst with the rows alone would find. */
function study(company: DemoCompany) {
	const heard = heardOf(company);
	const strata = [...Map.groupBy(heard, ({ stratum }) => stratum).values()].map(fit);
	const asSeen = fit(heard);

	return {
		truth: company.truth,
		asSeen: asSeen.covariance / asSeen.variance,
		likeForLike: sumOf(strata, 'covariance') / sumOf(strata, 'variance')
	};
}

const sumOf = (fits: readonly Fit[], part: keyof Fit) => fits.reduce((sum, fitted) => sum + fitted[part], 0);

function fit(heard: readonly Heard[]): Fit {
	const [score, revenue] = [mean(heard.map((h) => h.score)), mean(heard.map((h) => h.yearAfter))];
	return {
		covariance: heard.reduce((sum, h) => sum + (h.score - score) * (h.yearAfter - revenue), 0),
		variance: heard.reduce((sum, h) => sum + (h.score - score) ** 2, 0)
	};
}

/** Relationship answers whose year is over, with the revenue after them, and their like: segment, tenure, revenue before. */
function heardOf({ customers, responses, revenue }: DemoCompany): Heard[] {
	const customerOf = new Map(customers.map((customer) => [customer.key, customer]));
	const lines = Map.groupBy(
		[...revenue].map((line) => ({ ...line, from: dayNumber(line.servedFrom), to: dayNumber(line.servedTo) })),
		({ customerKey }) => customerKey
	);
	const served = (key: string, from: number, to: number) =>
		(lines.get(key) ?? []).reduce((sum, line) => {
			const days = Math.min(to, line.to) - Math.max(from, line.from);
			return days > 0 ? sum + (line.amountMinor * days) / (line.to - line.from) : sum;
		}, 0);

	return [...responses].flatMap(({ survey, customerKey, respondedAt, score }): Heard[] => {
		const day = dayNumber(respondedAt.slice(0, 10));
		if (survey !== 'Relationship' || score === null || day + 365 > dayNumber(today)) return [];
		const { segment, startedOn } = customerOf.get(customerKey)!;
		const tenure = tenureBand((day - dayNumber(startedOn!)) / 30.44);
		const before = Math.floor(Math.log(Math.max(100, served(customerKey, day - 365, day))) / Math.log(1.3));
		return [{ score, yearAfter: served(customerKey, day, day + 365), stratum: `${segment} ${tenure} ${before}` }];
	});
}

describe('when attitude bears on leaving and growing', () => {
	const found = companies('planted');

	test('revenue as seen by score overstates what a point does', () => {
		for (const { asSeen, truth } of found) expect(asSeen / truth.revenuePerPoint.byAnswer).toBeGreaterThan(1.4);
	});

	test('like for like and corrected for unreliable answers it comes near the truth', () => {
		const ratios = found.map(
			({ likeForLike, truth }) => likeForLike / truth.reliability / truth.revenuePerPoint.byAnswer
		);

		expect(mean(ratios)).toBeGreaterThan(0.8);
		expect(mean(ratios)).toBeLessThan(1.35);
	});

	test('the truth says the same of every seed, and of its parts', () => {
		for (const { truth } of found) {
			const { routes, revenuePerPoint, reliability } = truth;
			expect(revenuePerPoint.byAnswer / found[0].truth.revenuePerPoint.byAnswer).toBeCloseTo(1, 0);
			expect(routes.detractorToPassive).toBeGreaterThan(0);
			expect(routes.passiveToPromoter).toBeGreaterThan(0);
			expect(routes.detractorToPassive + routes.passiveToPromoter).toBeCloseTo(routes.detractorToPromoter, 3);
			expect(reliability).toBeGreaterThan(0.5);
			expect(reliability).toBeLessThan(0.7);
		}
	});
}, 240_000);

describe('when attitude bears on nothing', () => {
	const found = companies('none');

	test('the truth is nothing', () => {
		for (const { truth } of found) {
			expect(truth.revenuePerPoint).toEqual({ byCustomer: 0, byAnswer: 0 });
			expect(truth.routes).toEqual({ detractorToPassive: 0, passiveToPromoter: 0, detractorToPromoter: 0 });
			expect(truth.hazardRatioPerPoint).toBe(1);
		}
	});

	test('the eye still sees something, like for like nothing is left on average', () => {
		const slopes = found.map(({ likeForLike, truth }) => likeForLike / truth.reliability);

		for (const { asSeen } of found) expect(asSeen).toBeGreaterThan(20_000);
		expect(Math.abs(mean(slopes))).toBeLessThan(10_000);
	});
}, 240_000);
