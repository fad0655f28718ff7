import { notEstimable } from '#stats/estimate.ts';
import type { PricedAnswer } from './answers.ts';
import type { Found } from './intervals.ts';
import type { Columns } from './sums.ts';
import { withinSlope } from './within-slope.ts';

/** A customer's revenue by month, in minor units; a month without any is not in it. */
export type MonthlyMoney = ReadonlyMap<number, ReadonlyMap<number, number>>;

export type LagMonth = { month: number; perPoint: Found };

const monthsBefore = 6;
const monthsAfter = 12;

/** Months counted from year 0, so that they can be subtracted. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/**
 * When it pays: what a point goes with in each single month around the answer, among like customers, per point that
 * is felt where λ is known. Before the answer there should be nothing.
 */
export function lagProfile(
	answers: readonly PricedAnswer[],
	columns: Columns,
	money: MonthlyMoney,
	reliability: Found
): LagMonth[] {
	const inOrder = [...answers.keys()].sort((a, b) => answers[a].customer - answers[b].customer || a - b);
	const felt = reliability.status === 'ok' ? reliability.value : 1;
	return Array.from({ length: monthsBefore + monthsAfter + 1 }, (_, i) => {
		const month = i - monthsBefore;
		const outcome = inOrder.map(
			(at) => money.get(answers[at].customer)?.get(monthNumber(answers[at].month) + month) ?? 0
		);
		return { month, perPoint: divided(withinSlope(columns, outcome), felt) };
	});
}

const divided = (found: Found, by: number): Found =>
	found.status === 'ok'
		? { ...found, value: found.value / by, low: found.low / by, high: found.high / by }
		: notEstimable(found.reason);
