import { notEstimable } from '#stats/estimate.ts';
import type { PricedAnswer } from './answers.ts';
import { evened } from './centre.ts';
import type { Found } from './intervals.ts';
import type { Columns } from './sums.ts';
import { withinSlope } from './within-slope.ts';

/** A customer's revenue by month, in minor units; a month without any is not in it. */
export type MonthlyMoney = ReadonlyMap<number, ReadonlyMap<number, number>>;

export type LagMonth = { month: number; perPoint: Found };
/** `before`: the half year before the answer taken together, where nothing should be. */
export type LagProfile = { months: LagMonth[]; before: Found };

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
): LagProfile {
	const inOrder = [...answers.keys()].sort((a, b) => answers[a].customer - answers[b].customer || a - b);
	const felt = reliability.status === 'ok' ? reliability.value : 1;
	const paidIn = (month: number) =>
		inOrder.map((at) => {
			const { customer, month: answered, ofCurrencies } = answers[at];
			return (ofCurrencies?.months ?? money.get(customer))?.get(monthNumber(answered) + month) ?? 0;
		});
	const perPoint = (outcome: ArrayLike<number>) => divided(withinSlope(columns, evened(columns, outcome)), felt);

	const outcomes = Array.from({ length: monthsBefore + monthsAfter + 1 }, (_, i) => paidIn(i - monthsBefore));
	const halfYear = inOrder.map((_, i) => outcomes.slice(0, monthsBefore).reduce((sum, month) => sum + month[i], 0));
	return {
		months: outcomes.map((outcome, i) => ({ month: i - monthsBefore, perPoint: perPoint(outcome) })),
		before: perPoint(halfYear)
	};
}

const divided = (found: Found, by: number): Found =>
	found.status === 'ok'
		? { ...found, value: found.value / by, low: found.low / by, high: found.high / by }
		: notEstimable(found.reason);
