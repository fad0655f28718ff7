import { money } from '#ui/format/money.ts';
import { number, percent } from '#ui/format/number.ts';
import { fullMoment } from '#ui/format/time.ts';
import type { EarnedGrowthStatement } from '../growth.server.ts';
import type { CustomersAsAsset } from '../lifetime/customers-as-asset.server.ts';
import type { SurvivalByGroup } from '../survival-by-group.ts';

/** 'Earned growth is 6.1%, between 4.0% and 8.2%: 38% of all growth.' */
export function earnedGrowthText({ figure: { estimate }, ratio }: EarnedGrowthStatement): string {
	if (estimate.status !== 'ok') return `No earned growth: ${estimate.reason}.`;
	const { value, low, high } = estimate;
	const range = `Earned growth is ${percent(value)} of last year’s revenue, between ${percent(low)} and ${percent(high)}`;
	return ratio.status === 'ok' ? `${range}: ${percent(ratio.value, 0)} of all growth.` : `${range}; ${ratio.reason}.`;
}

/** 'A customer who pays is worth $33.8k, between $31k and $36.6k.' */
export function lifetimeValueText({ value: { estimate }, median }: CustomersAsAsset, currency: string): string {
	if (estimate.status !== 'ok') return `No lifetime value: ${estimate.reason}.`;
	const { value, low, high } = estimate;
	const mean = `A customer who pays is worth ${money(value, currency)} on average, between ${money(low, currency)} and ${money(high, currency)}`;
	return median.estimate.status === 'ok'
		? `${mean}; half are worth less than ${money(median.estimate.value, currency)}.`
		: `${mean}.`;
}

/** How old the values are, and what they stand on. */
export function workedOutText({ workedOut }: CustomersAsAsset, zone: string): string {
	if (!workedOut) return '';
	const age = `Worked out on ${fullMoment(workedOut.at, zone)}`;
	const behind = workedOut.isStale ? ', before the latest import: the next values are on their way' : '';
	return `${age}${behind}.`;
}

/** 'Promoters stay 1.2 months longer out of the first 12 (0.8 to 1.6).' */
export function longerText({ longer: { estimate: longer }, sees, groups: [high, , low] }: SurvivalByGroup): string {
	const stay = sees === 'who stays' ? 'stay' : 'come back';
	if (longer.status !== 'ok')
		return `How much longer ${high.name.toLowerCase()} ${stay} cannot be told: ${longer.reason}.`;
	const { value, low: least, high: most } = longer;
	const limits = `${number(least, 1)} to ${number(most, 1)}`;
	if (least <= 0 && most >= 0)
		return `Within the first 12 months ${high.name.toLowerCase()} and ${low.name.toLowerCase()} do not differ beyond noise (${limits} months).`;
	const more = sees === 'who stays' ? (value > 0 ? 'longer' : 'shorter') : value > 0 ? 'sooner' : 'later';
	return `${high.name} ${stay} ${number(Math.abs(value), 1)} months ${more} than ${low.name.toLowerCase()} out of the first 12 (${limits}).`;
}
