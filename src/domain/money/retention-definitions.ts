import type { Definition, DefinitionChange } from '../metrics/figure.ts';
import { allOrNothingToo, alikeToo, whereAlike, whereAllOrNothing } from './doubt-definitions.ts';

const paying =
	'Paying: a paid term that runs, or ended less than 30 days ago; without recurring revenue, a purchase in the last twelve months.';

const together =
	'Customers with the same ultimate parent on the day that is looked at count as one account, in the segment of that parent; each can also be counted for itself.';

const currencies =
	'Money in another currency counts at one rate then and now, that of the day twelve months before, so that what rates did does not look like loyalty; where a currency had none yet on that day, at its first.';

const changes: DefinitionChange[] = [
	{
		version: 2,
		changedOn: '2026-11-27',
		what: 'Accounts instead of customers: customers with the same ultimate parent count as one. Counted apart is the series as it was before.'
	}
];

const changesOfMoney: DefinitionChange[] = [
	...changes,
	{
		version: 3,
		changedOn: '2026-11-27',
		what: 'Constant currency: what was paid then and what is paid now count at the same rate. Before, each line counted at the rate of the day on which it was booked, and what rates did was in it. Where everybody pays in the reporting currency nothing changed.'
	}
];

export const customersKeptDefinition: Definition = {
	id: 'customers_kept',
	version: 2,
	changes,
	name: 'Customers kept, 12 mo',
	unit: 'share',
	meaning: `Of the customers who paid twelve months ago, the share who pay at the end of the week shown. New customers are in neither. ${paying} ${together}`,
	interval: '95%, Wilson.'
};

export const netRevenueRetentionDefinition: Definition = {
	id: 'net_revenue_retention',
	...alikeToo(4, changesOfMoney),
	name: 'Net revenue retention',
	unit: 'share',
	meaning: `Yearly revenue today of the customers who paid twelve months ago, over their yearly revenue then; new customers excluded. Recurring revenue at its yearly rate; without any, what was bought in the twelve months before. ${together} ${currencies}`,
	interval: `95%, ratio of sums over the same customers, linearised. ${whereAlike}`
};

export const grossRevenueRetentionDefinition: Definition = {
	id: 'gross_revenue_retention',
	...allOrNothingToo(4, changesOfMoney),
	name: 'Gross revenue retention',
	unit: 'share',
	meaning: `Of the yearly revenue of the customers who paid twelve months ago, how much is still there: each counts for what they pay today, at most what they paid then, at least nothing. What others buy more cannot hide what is lost. ${together} ${currencies}`,
	interval: `95%, ratio of sums over the same customers, linearised. ${whereAllOrNothing}`
};

export const customersLostDefinition: Definition = {
	id: 'customers_lost',
	version: 2,
	changes,
	name: 'Customers lost, 12 mo',
	unit: 'share',
	meaning: `Churn: of the customers who paid twelve months ago, the share who pay no more at the end of the week shown; one less the customers kept. Who left and came back within the twelve months is not lost. ${paying} ${together}`,
	interval: '95%, Wilson.',
	moreIsWorse: true
};

export const revenueLostDefinition: Definition = {
	id: 'revenue_lost',
	...allOrNothingToo(4, changesOfMoney),
	name: 'Revenue lost, 12 mo',
	unit: 'share',
	meaning: `Churn of revenue: of the yearly revenue of the customers who paid twelve months ago, the share that was paid by those who pay no more. What others pay less is not in it: gross retention is one less both. ${together} ${currencies}`,
	interval: `95%, ratio of sums over the same customers, linearised. ${whereAllOrNothing}`,
	moreIsWorse: true
};
