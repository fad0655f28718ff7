import { count } from '#ui/format/number.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import type { Series } from '../../surveys/series.ts';
import type { PricedAnswer } from './answers.ts';
import type { Found } from './intervals.ts';
import { strataOf } from './strata.ts';

/** Somebody who did not answer when they were first asked, or whom nobody has asked, with twelve months of their revenue. Minor units. */
export type SilentCustomer = {
	customer: number;
	segment: string;
	wasAsked: boolean;
	tenureMonths: number;
	perYear: number;
	after: number;
};

export type SilentGroup = {
	name: 'Asked, silent' | 'Never asked';
	customers: number;
	/** On the scale of value by score: how far they lie from those like them who answered. */
	value: Found;
	/** Customers like nobody who answered. */
	unmatched: number;
};

const fewest = 10;

/**
 * What the silent brought, beside those who answered: the mean of all like customers who did, and how far the silent
 * lie from their like. Whoever said nothing is most of the customers, and more of them leave; left out, they would make
 * every score look too good. Student's interval over customers.
 */
export function silentGroups(
	answers: readonly PricedAnswer[],
	silent: readonly SilentCustomer[],
	series: Series
): SilentGroup[] {
	const { of, unmatched } = strataOf([...answers, ...silent.map((one) => ({ ...one, score: null }))], series);
	const [n, sum] = [new Float64Array(unmatched + 1), new Float64Array(unmatched + 1)];
	answers.forEach(({ after }, i) => {
		n[of[i]]++;
		sum[of[i]] += after;
	});
	const level = levelOf(answers, of, unmatched);
	const groupOf = (wasAsked: boolean): SilentGroup => {
		const members = [...silent.keys()].filter((i) => silent[i].wasAsked === wasAsked);
		const stratum = (i: number) => of[answers.length + i];
		const matched = members.filter((i) => stratum(i) < unmatched);
		const apart = matched.map((i) => silent[i].after - sum[stratum(i)] / n[stratum(i)]);
		return {
			name: wasAsked ? 'Asked, silent' : 'Never asked',
			customers: members.length,
			value: around(level, apart, members.length),
			unmatched: members.length - matched.length
		};
	};
	return [groupOf(true), groupOf(false)];
}

/** Mean revenue afterwards of all customers who answered and have their like, each counted once. */
function levelOf(answers: readonly PricedAnswer[], of: Int32Array, unmatched: number): number {
	const [n, sum, customers] = [0, 1, 2].map(() => new Float64Array(unmatched + 1));
	const own = Map.groupBy(answers.keys(), (i) => answers[i].customer);
	for (const list of own.values()) {
		for (const i of list) {
			n[of[i]]++;
			sum[of[i]] += answers[i].after;
			customers[of[i]] += 1 / list.length;
		}
	}
	let [level, all] = [0, 0];
	for (let stratum = 0; stratum < unmatched; stratum++) {
		level += (customers[stratum] * sum[stratum]) / n[stratum];
		all += customers[stratum];
	}
	return level / all;
}

const nobodyOf = (members: number): string =>
	members === 0 ? 'there are no such customers' : `none of ${count(members, 'customer')} is like those who answered`;

function around(level: number, apart: readonly number[], members: number): Found {
	const n = apart.length;
	if (n < fewest || !Number.isFinite(level))
		return notEstimable(n === 0 ? nobodyOf(members) : `only ${count(n, 'customer')} like those who answered`);
	const mean = apart.reduce((sum, value) => sum + value, 0) / n;
	const variance = apart.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	const margin = criticalValue(0.95, n - 1) * Math.sqrt(variance / n);
	return { status: 'ok', value: level + mean, low: level + mean - margin, high: level + mean + margin, n };
}
