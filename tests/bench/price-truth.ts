/**
 * How good the price of a point is: for many made-up companies, how often the interval of the like-for-like price holds
 * what was planted, and how often a company without any effect is told that nothing is detectable.
 *
 * What is compared: the product tells what a point that is felt is worth a year, averaged over customers, each counted
 * once; `revenuePerPoint.byCustomer` is that in the model. The three routes are held against `routes`. As seen is held
 * against the same, to show that it misses.
 *
 * node tests/bench/price-truth.ts --seeds 200 [--customers 12000] [--from 1] [--draws 1000] [--effect none]
 */
import { parseArgs } from 'node:util';
import { dayNumber } from '#domain/imports/demo/calendar.ts';
import type { DemoCompany } from '#domain/imports/demo/company.ts';
import { demoCompany } from '#domain/imports/demo/company.ts';
import type { Effect } from '#domain/imports/demo/model.ts';
import type { PricedAnswer } from '#domain/money/price/answers.ts';
import { columnsOf } from '#domain/money/price/columns.ts';
import { likeForLike } from '#domain/money/price/like-for-like.ts';
import type { LikeForLike } from '#domain/money/price/like-for-like.ts';
import { strataOf } from '#domain/money/price/strata.ts';
import { seededRandom } from '#stats/random.ts';
import type { Measured } from './measure.ts';

const today = '2026-11-23';
const series = { id: 'nps:relationship', metric: 'nps', highIsGood: true, about: 'relationship' } as const;
type Options = { seeds: number; customers?: number; from?: number; draws?: number };

const measures = ['perPoint', 'asSeen', 'lowToMiddle', 'middleToHigh', 'lowToHigh'] as const;
export type Coverage = {
	effect: Effect;
	seeds: number;
	/** Share of companies whose interval holds the truth. */
	covered: Record<(typeof measures)[number], number>;
	/** Share of companies where the price is not detectable. */
	silent: number;
	/** Mean of the price over the truth; null without an effect. */
	ratio: number | null;
};

/** Prices so many companies, one seed each. */
export function priceTruth(
	effect: Effect,
	{ seeds, customers = 12_000, from = 1, draws = 1_000 }: Options,
	say: (line: string) => void = () => {}
): Coverage {
	const covered = { perPoint: 0, asSeen: 0, lowToMiddle: 0, middleToHigh: 0, lowToHigh: 0 };
	let [silent, ratios] = [0, 0];
	for (let seed = from; seed < from + seeds; seed++) {
		const company = demoCompany({ today, seed, customers, effect, words: false });
		const answers = answersOf(company);
		const columns = columnsOf(answers, strataOf(answers, series), series);
		const found = likeForLike(columns, series, { random: seededRandom(seed), draws });
		const truth = truthOf(company);
		for (const measure of measures) covered[measure] += holds(found[measure], truth[measure]);
		silent += holds(found.perPoint, 0);
		if (found.perPoint.status === 'ok') ratios += found.perPoint.value / truth.perPoint / seeds;
		say(`${effect} ${seed}: ${told(found.perPoint)}, planted ${Math.round(truth.perPoint)}`);
	}
	for (const measure of measures) covered[measure] /= seeds;
	return { effect, seeds, covered, silent: silent / seeds, ratio: effect === 'none' ? null : ratios };
}

const truthOf = ({ truth: { revenuePerPoint, routes } }: DemoCompany) => ({
	perPoint: revenuePerPoint.byCustomer,
	asSeen: revenuePerPoint.byCustomer,
	lowToMiddle: routes.detractorToPassive,
	middleToHigh: routes.passiveToPromoter,
	lowToHigh: routes.detractorToPromoter
});

const holds = (found: LikeForLike['perPoint'], value: number) =>
	found.status === 'ok' && found.low <= value && value <= found.high ? 1 : 0;

const told = (found: LikeForLike['perPoint']) =>
	found.status === 'ok' ? [found.value, found.low, found.high].map(Math.round).join(' ') : found.reason;

/** The answers as the product's database would hand them over: those still customers, whose year is over. */
export function answersOf({ customers, responses, revenue }: DemoCompany): PricedAnswer[] {
	const customerOf = new Map(customers.map((customer, number) => [customer.key, { ...customer, number }]));
	const lines = Map.groupBy(
		[...revenue].map((line) => ({ ...line, from: dayNumber(line.servedFrom), to: dayNumber(line.servedTo) })),
		({ customerKey }) => customerKey
	);
	const served = (key: string, from: number, to: number) =>
		(lines.get(key) ?? []).reduce((sum, line) => {
			const days = Math.min(to, line.to) - Math.max(from, line.from);
			return days > 0 ? sum + (line.amountMinor * days) / (line.to - line.from) : sum;
		}, 0);
	const perYear = (key: string, day: number) =>
		(lines.get(key) ?? [])
			.filter(({ kind, from, to }) => kind === 'recurring' && from <= day && day < to)
			.reduce((sum, { amountMinor, from, to }) => sum + (to - from > 31 ? amountMinor : 12 * amountMinor), 0);

	const before = new Map<string, { day: number; score: number }>();
	return [...responses]
		.filter(({ survey, score }) => survey === 'Relationship' && score !== null)
		.sort((a, b) => (a.respondedAt < b.respondedAt ? -1 : 1))
		.flatMap(({ customerKey, contactKey, respondedAt, score }): PricedAnswer[] => {
			const day = dayNumber(respondedAt.slice(0, 10));
			const person = `${customerKey} ${contactKey}`;
			const previous = before.get(person);
			before.set(person, { day, score: score! });
			const { number, segment, startedOn } = customerOf.get(customerKey)!;
			const paid = perYear(customerKey, day);
			const past = served(customerKey, day - 364, day + 1);
			if (day + 365 > dayNumber(today) || (paid <= 0 && past > 0)) return [];
			return [
				{
					customer: number,
					segment: segment ?? '',
					tenureMonths: Math.floor((day - dayNumber(startedOn!)) / 30.44),
					perYear: paid,
					score: score!,
					after: Math.round(served(customerKey, day + 1, day + 366)),
					before: Math.round(past),
					previousScore: previous && day - previous.day <= 366 ? previous.score : null,
					month: `${respondedAt.slice(0, 7)}-01`
				}
			];
		});
}

/** At least this share of intervals has to hold the truth, and of companies without an effect to be told so. */
const goal = 0.93;

/** As lines of the table. Takes half an hour: a company is made up and priced for each seed. */
export function priceOfAPoint(seeds: number, say: (line: string) => void): Measured[] {
	const planted = priceTruth('planted', { seeds }, say);
	const none = priceTruth('none', { seeds }, say);
	const share = (what: string, value: number) => ({ part: 'price', what, value: 100 * value, unit: '%' }) as const;
	const atLeast = (value: number) => ({ goal: `≥ ${100 * goal}%`, met: value >= goal });
	return [
		{
			...share(`of ${seeds} companies: like for like holds the truth`, planted.covered.perPoint),
			...atLeast(planted.covered.perPoint)
		},
		{
			...share('the same, as seen', planted.covered.asSeen),
			goal: `< ${100 * goal}%`,
			met: planted.covered.asSeen < goal
		},
		{ ...share(`of ${seeds} companies without an effect: not detectable`, none.silent), ...atLeast(none.silent) }
	];
}

if (import.meta.main) {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ options: { seeds: text, customers: text, from: text, draws: text, effect: text } });
	const options = {
		seeds: Number(values.seeds ?? 200),
		customers: Number(values.customers ?? 12_000),
		from: Number(values.from ?? 1),
		draws: Number(values.draws ?? 1_000)
	};
	for (const effect of ['planted', 'none'] as const) {
		if (values.effect && values.effect !== effect) continue;
		const { covered, silent, ratio } = priceTruth(effect, options, (line) => console.log(line));
		console.log(JSON.stringify({ effect, covered, silent, ratio, goal }));
	}
}
