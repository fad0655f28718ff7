import { type Inferred, type NotEstimable, notEstimable } from '../estimate.ts';
import { withLimits, shown } from '../inference.ts';
import type { Random } from '../random.ts';
import { bootstrapSeveral } from '../resampling/bootstrap.ts';
import { type GrowthAccount, type GrowthStatement, growthStatement } from './growth-statement.ts';

/** Rates against last period's total revenue: 0.10 is 10%. */
export type EarnedGrowth = {
	status: 'ok';
	/** EGR = NRR + ENC − 1 */
	rate: Inferred;
	/** EGR over total growth, when there was any */
	ratio: Inferred;
	nrr: number;
	/** earned new customers, those of unknown source split as the answered are; null when nobody answered */
	enc: number | null;
	boughtNew: number;
	unknownNew: number;
	reactivated: number;
	totalGrowth: number;
	statement: GrowthStatement;
};

export type EarnedGrowthOptions = {
	level?: number;
	/** draws accounts, so that the range also holds their chance */ random?: Random;
	draws?: number;
};

/**
 * Earned growth: what last period's customers and those they sent grew, NRR + ENC − 1, ENC being new revenue that came
 * by recommendation or reputation over LAST period's total revenue.
 *
 * Takes accounts or their totals. Where the source of new customers is unknown, `low` counts all of it as bought, `high`
 * all as earned, and `value` splits it as those who answered; with `random` (and accounts) both ends are widened by the
 * chance of accounts. Not estimable without revenue before, or when no new customer has a known source (the reason then
 * gives the range); the ratio not when revenue did not grow.
 *
 * Source: Reichheld, Darnell & Burns 2021, appendix B; definitions.md 5.7.
 */
export function earnedGrowth(
	given: readonly GrowthAccount[] | GrowthStatement,
	options: EarnedGrowthOptions = {}
): EarnedGrowth | NotEstimable {
	const { level = 0.95, random, draws } = options;
	const accounts = Array.isArray(given) ? (given as readonly GrowthAccount[]) : undefined;
	const statement = accounts ? growthStatement(accounts) : (given as GrowthStatement);
	const { before, retained, earned, bought, unknown, reactivated, customers } = statement;
	if (![before, retained, earned, bought, unknown, reactivated].every(Number.isFinite))
		return notEstimable('an amount is missing');
	if (!(before > 0)) return notEstimable('no revenue was left in the period before');

	const point = ratesOf(statement);
	const totalGrowth = (retained + earned + bought + unknown + reactivated) / before - 1;
	const range = random && accounts ? drawnRange(accounts, { level, random, draws }) : point;
	const rate = rateOf(point, range, { level, customers, drawn: range !== point });
	return shown({
		status: 'ok',
		rate,
		ratio: ratioToGrowth(rate, totalGrowth),
		nrr: retained / before,
		enc: Number.isNaN(point.value) ? null : point.value + 1 - retained / before,
		boughtNew: bought / before,
		unknownNew: unknown / before,
		reactivated: reactivated / before,
		totalGrowth,
		statement
	});
}

type Rates = { low: number; value: number; high: number };

function ratesOf({ before, retained, earned, bought, unknown }: GrowthStatement): Rates {
	const rate = (enc: number) => (retained + enc) / before - 1;
	const answered = earned + bought;
	return {
		low: rate(earned),
		value: unknown === 0 ? rate(earned) : answered > 0 ? rate(earned + (unknown * earned) / answered) : NaN,
		high: rate(earned + unknown)
	};
}

function drawnRange(
	accounts: readonly GrowthAccount[],
	options: { level: number; random: Random; draws?: number }
): Omit<Rates, 'value'> {
	const ends = (drawn: readonly GrowthAccount[]) => {
		const { low, high } = ratesOf(growthStatement(drawn));
		return [low, high];
	};
	const [low, high] = bootstrapSeveral(accounts, ends, options);
	return { low: low.status === 'ok' ? low.low : NaN, high: high.status === 'ok' ? high.high : NaN };
}

function rateOf(
	{ value, low, high }: Rates,
	range: Omit<Rates, 'value'>,
	told: { level: number; customers: number; drawn: boolean }
): Inferred {
	const percent = (x: number) => `${(100 * x).toFixed(1)}%`.replace('-', '−');
	if (Number.isNaN(value))
		return notEstimable(`no new customer said why they came: between ${percent(low)} and ${percent(high)}`);
	return withLimits({
		value,
		low: Math.min(low, range.low),
		high: Math.max(high, range.high),
		se: 0,
		n: told.customers,
		level: told.level,
		method: told.drawn
			? 'bootstrap over accounts, unknown sources from all bought to all earned'
			: 'range of unknown sources, from all bought to all earned',
		warnings: high > low ? ['the source of some new customers is unknown'] : [],
		assumptions: ['those who said why they came speak for those who did not']
	});
}

function ratioToGrowth(rate: Inferred, growth: number): Inferred {
	if (rate.status !== 'ok') return rate;
	if (!(growth > 0)) return notEstimable('revenue did not grow, so there is no growth to have earned');
	return withLimits({ ...rate, value: rate.value / growth, low: rate.low / growth, high: rate.high / growth });
}
