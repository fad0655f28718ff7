import { percent } from '#ui/format/number.ts';
import type { Definition } from '../../metrics/figure.ts';
import { discountAYear, yearsAhead } from './assumptions.ts';

const jackknife =
	'95%, delete-a-group jackknife: the model fitted anew without each twentieth of the customers, dealt by chance.';

const dealtByChance: Pick<Definition, 'version' | 'changes'> = {
	version: 2,
	changes: [
		{
			version: 2,
			changedOn: '2026-11-27',
			what: 'The value is what it was; for its interval customers are dealt into twentieths by chance. Before, they were dealt in turn, as they lay in the file, which could make it too narrow.'
		}
	]
};

/** What the values of customers mean; of margin where the organisation has said what share of revenue it is. */
export function lifetimeDefinitions(margin: number | null): Record<'value' | 'each' | 'median' | 'equity', Definition> {
	const what =
		margin === null
			? 'Revenue, before costs: no margin is known.'
			: `Margin: ${percent(margin)} of revenue, the same for everybody.`;
	const horizon = `${what} The next ${yearsAhead} years, discounted by ${discountAYear * 100}% a year.`;
	return {
		value: {
			id: 'lifetime_value',
			...dealtByChance,
			name: 'Lifetime value',
			unit: 'money',
			meaning: `Mean, over the customers who pay at the end of the month, of the ${margin === null ? 'revenue' : 'margin'} that is still to be expected of them. ${horizon} Subscribers: what they pay a year, for as long as customers of their segment and age stay. Without subscriptions: how often and how much such customers buy. Both dates of a statement are valued alike, by what is known at the last refresh.`,
			interval: jackknife
		},
		each: {
			id: 'lifetime_value_of_one',
			version: 1,
			name: 'Lifetime value of a customer',
			unit: 'money',
			meaning: `What is still to be expected of one customer who pays at the end of the last month that was valued: what customers of their kind bring on average, from what this one pays or has bought. ${horizon} Whoever pays in another way than most has none.`,
			interval: 'None: a single customer may leave tomorrow or stay for good. The mean of many has one.'
		},
		median: {
			id: 'lifetime_value_median',
			version: 1,
			name: 'Lifetime value, median',
			unit: 'money',
			meaning: `The lifetime value that half of the customers who pay do not reach: few large customers do not move it. ${horizon} Told for the last month that was valued.`,
			interval:
				'95%, order statistics: which customers there are. It does not hold what is unknown of how long they stay; the interval of the mean does.'
		},
		equity: {
			id: 'customer_equity',
			...dealtByChance,
			name: 'Customer equity',
			unit: 'money',
			meaning: `The sum of the lifetime values of all who pay at the end of the month. ${horizon}`,
			interval: jackknife
		}
	};
}
