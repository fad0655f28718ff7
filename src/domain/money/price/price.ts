import { count, fewOf } from '#ui/format/number.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { eValue } from '#stats/causal/e-value.ts';
import type { Random } from '#stats/random.ts';
import { groupName } from '../../metrics/groups.ts';
import { feelingIn } from '../../metrics/loyalty.ts';
import type { Series } from '../../surveys/series.ts';
import type { PricedAnswer } from './answers.ts';
import { columnsOf } from './columns.ts';
import { slopeWithin } from './from-sums.ts';
import { lagProfile } from './lag-profile.ts';
import type { LagProfile, MonthlyMoney } from './lag-profile.ts';
import { likeForLike } from './like-for-like.ts';
import type { LikeForLike } from './like-for-like.ts';
import { overTime } from './over-time.ts';
import type { OverTime } from './over-time.ts';
import { strataOf } from './strata.ts';
import type { Strata } from './strata.ts';
import { addUp, emptySums } from './sums.ts';
import { withinSlope } from './within-slope.ts';
import type { Found } from './intervals.ts';

/** Everything that is known about what a point is worth, in minor units of twelve months' revenue a customer. */
export type Price = {
	status: 'ok';
	customers: number;
	answers: number;
	/** Answers of customers who were like nobody with a different one. */
	unmatched: number;
	likeForLike: LikeForLike;
	overTime: OverTime;
	/** Per point answered without the ten customers who paid most; null when there are hardly more than these. */
	withoutTen: number | null;
	/** How strong a hidden cause would have to be, times as likely: for the estimate, and for its nearer end. */
	hidden: { value: number; limit: number } | null;
	lag: LagProfile;
};

const fewestCustomers = 30;
/**
 * Where fewer brought anything afterwards, their few amounts are stories and not a slope. Where hardly anybody comes
 * back at all, that holds for those who think highly and for those who think little, each by themselves.
 */
const fewestPaying = 10;
const rare = 0.1;
const largest = 10;

type Chance = { random: Random; draws?: number };

/** The price of a point from answers whose twelve months are over. Callers own the randomness. */
export function priceOfAPoint(
	answers: readonly PricedAnswer[],
	money: MonthlyMoney,
	series: Series,
	chance: Chance
): Price | NotEstimable {
	const trouble = whyNotPriced(answers, series);
	if (trouble) return notEstimable(trouble);

	const strata = strataOf(answers, series);
	const columns = columnsOf(answers, strata, series);
	const like = likeForLike(columns, series, chance);
	return {
		status: 'ok',
		customers: columns.begins.length - 1,
		answers: answers.length,
		unmatched: strata.of.filter((stratum) => stratum === strata.unmatched).length,
		likeForLike: like,
		overTime: overTime(answers, series),
		withoutTen: withoutLargest(answers, strata, series),
		hidden: hiddenCause(like.ratio),
		lag: lagProfile(answers, columns, money, like.reliability)
	};
}

function whyNotPriced(answers: readonly PricedAnswer[], series: Series): string | null {
	const customers = customersOf(answers);
	if (customers === 0) return 'nobody has answered and been followed for a year since';
	if (customers < fewestCustomers)
		return `only ${count(customers, 'customer')} ${customers === 1 ? 'has' : 'have'} answered and been followed for a year since`;

	const everybody = { name: 'customers', answers };
	const groups = (['high', 'low'] as const).map((feeling) => ({
		name: groupName(series.metric, feeling).toLowerCase(),
		answers: answers.filter(({ score }) => feelingIn(series, score) === feeling)
	}));
	const paying = (some: readonly PricedAnswer[]) => customersOf(some.filter(({ after }) => after !== 0));
	const isRare = paying(answers) < rare * customers;
	const few = [everybody, ...(isRare ? groups : [])].find((group) => paying(group.answers) < fewestPaying);
	return few
		? `${fewOf(paying(few.answers))} of ${customersOf(few.answers)} ${few.name} paid anything in the year after they answered`
		: null;
}

const customersOf = (answers: readonly PricedAnswer[]): number => new Set(answers.map(({ customer }) => customer)).size;

/** One stratum for all: nobody is compared with anybody in particular. */
const everybody = (answers: readonly PricedAnswer[]): Strata => ({ of: new Int32Array(answers.length), unmatched: 1 });

/** As seen, what customers had already paid in the year before they answered, per point. */
export function paidBefore(answers: readonly PricedAnswer[], series: Series): Found {
	if (answers.length === 0) return notEstimable('nobody has answered and been followed for a year since');
	const before = answers.map((answer) => ({ ...answer, after: answer.before }));
	const columns = columnsOf(before, everybody(answers), series);
	return withinSlope(columns, columns.seen);
}

function withoutLargest(answers: readonly PricedAnswer[], { of, unmatched }: Strata, series: Series): number | null {
	const most = new Map<number, number>();
	for (const { customer, after, before } of answers)
		most.set(customer, Math.max(most.get(customer) ?? 0, after, before));
	if (most.size < 3 * largest) return null;
	const left = new Set(
		[...most]
			.sort(([, a], [, b]) => b - a)
			.slice(0, largest)
			.map(([customer]) => customer)
	);
	const kept = [...answers.keys()].filter((i) => !left.has(answers[i].customer));
	const strata = { of: Int32Array.from(kept, (i) => of[i]), unmatched };
	const columns = columnsOf(
		kept.map((i) => answers[i]),
		strata,
		series
	);
	const everyone = Int32Array.from({ length: columns.begins.length - 1 }, (_, i) => i);
	return slopeWithin(addUp(columns, everyone, emptySums(columns))) || null;
}

/** Revenue of those who think highly over that of those who think little, read as a ratio of risks. */
function hiddenCause(ratio: Found): Price['hidden'] {
	if (ratio.status !== 'ok' || ratio.low <= 0) return null;
	const found = eValue({ scale: 'risk-ratio', value: ratio.value, low: ratio.low, high: ratio.high });
	return found.status === 'ok' ? { value: found.value, limit: found.limit } : null;
}
