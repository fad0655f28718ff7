import type { Customer } from './customers.ts';
import { monthAt } from './life.ts';
import { chancesOfChange, drift, type Effect, riskOfLeaving, steps, type Temper, usualAttitude } from './model.ts';
import { broughtIn } from './money.ts';

/** Where a customer stood on a day. */
export type Moment = {
	day: number;
	who: Temper;
	/** Full months with us, and how much of the next was over. */
	months: number;
	fraction: number;
	monthly: number;
	usual: number;
	distance: number;
	attitude: number;
};

export function momentOf({ life, temper }: Customer, day: number): Moment | null {
	const month = monthAt(life, day);
	if (month < 0) return null;
	const months = life.firstMonth + month;
	const [from, to] = [life.days[month], life.days[month + 1]];

	return {
		day,
		who: temper,
		months,
		fraction: (day - from) / (to - from),
		monthly: life.monthly[month],
		usual: usualAttitude(temper, months),
		distance: life.distance[month],
		attitude: life.attitude[month]
	};
}

/**
 * What the model expects to be served in the twelve months after a moment, if the distance from the usual attitude is
 * `distance` then. Leaving and growing are averaged exactly; the course of attitude follows `shocks`, and once more
 * their mirror image, whose errors nearly cancel.
 */
export function expectedRevenue(moment: Moment, distance: number, shocks: readonly number[], effect: Effect): number {
	return (along(moment, distance, shocks, 1, effect) + along(moment, distance, shocks, -1, effect)) / 2;
}

function along(
	{ who, months, fraction, monthly }: Moment,
	start: number,
	shocks: readonly number[],
	sign: 1 | -1,
	effect: Effect
): number {
	let distance = start;
	let expected = monthly;
	let total = (1 - fraction) * expected;

	for (let ahead = 1; ahead <= 12; ahead++) {
		const month = months + ahead;
		const attitude = usualAttitude(who, month - 1) + distance;
		const term = who.annual ? (month % 12 === 0 ? 12 : 0) : 1;
		if (term > 0) expected *= monthOnMonth(who, month - 1, attitude, effect) ** term;
		total += (ahead === 12 ? fraction : 1) * expected;
		distance = drift(distance, sign * shocks[ahead - 1]);
	}
	return total * broughtIn(who.segment);
}

/** Chance to stay times the expected change of the amount. */
function monthOnMonth(who: Temper, month: number, attitude: number, effect: Effect): number {
	const { up, down } = chancesOfChange(who, attitude, effect);
	return (1 - riskOfLeaving(who, month, attitude, effect)) * (1 + up * steps.up - down * steps.down);
}
