import { count } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';

/** What a unit of a currency counts for in the reporting currency, and since which day. */
export type BaseRate = {
	currency: string;
	reportingPerUnit: number;
	fromDay: string;
	/** False: there was none yet on the day of the base, and this is the first one there is. */
	isKnown: boolean;
};

const ratesTold = 4;

/** '1.0842': as it was set, without what a decimal fraction of the machine adds. */
const plain = (rate: number): string => String(Number(rate.toPrecision(10)));

/**
 * At which rates money in other currencies counts, and whose currency had none on that day. `unrated`: how many of the
 * customers of the base these are.
 */
export function ratesText(
	rates: readonly BaseRate[],
	{ on, into, unrated }: { on: string; into: string; unrated: number }
): string {
	const told = rates
		.slice(0, ratesTold)
		.map(
			({ currency, reportingPerUnit, fromDay, isKnown }) =>
				`1 ${currency} = ${plain(reportingPerUnit)} ${into}${isKnown ? '' : `, the first there is, of ${day(fromDay)}`}`
		);
	const more = rates.length > ratesTold ? ` and ${rates.length - ratesTold} more` : '';
	const without =
		unrated === 0
			? ''
			: `. Of them ${count(unrated, 'customer')} had paid or ${unrated === 1 ? 'pays' : 'pay'} in a currency without a rate on that day, and ${unrated === 1 ? 'counts' : 'count'} at its first one, then and now`;
	return `Money in other currencies counts, then and now, at the rates of ${day(on)}: ${told.join('; ')}${more}${without}`;
}
