import type { Behind } from '../voice/behind.ts';
import type { Picked } from './picked.ts';

/** Whose words stand behind each figure, by its id. A figure that is not here is of no customers. */
const behindFigure: Partial<Record<string, Behind>> = {
	nps: 'scores',
	csat: 'scores',
	ces: 'scores',
	response_rate: 'asked',
	customers_kept: 'kept',
	customers_lost: 'lost',
	revenue_lost: 'lost',
	net_revenue_retention: 'paid-then',
	gross_revenue_retention: 'paid-then',
	earned_growth: 'moved',
	revenue: 'bought',
	value_per_customer: 'bought',
	lifetime_value: 'worth-now',
	lifetime_value_median: 'worth-now',
	customer_equity: 'worth-now',
	revenue_exposed: 'last-low',
	expected_extra_loss: 'last-low',
	revenue_due: 'due',
	revenue_silent: 'silent',
	coverage_customers: 'heard',
	coverage_revenue: 'heard'
};

export const behindOf = (figureId: string): Behind | null => behindFigure[figureId] ?? null;

/** Where each figure of a page leads, and whether its words are the ones that are shown. */
export const leadsTo =
	(picked: () => Picked, pathTo: (pick: Partial<Picked>) => string) =>
	(figureId: string): { path: string; isChosen: boolean } | null => {
		const behind = behindOf(figureId);
		return behind && { path: pathTo({ behind }), isChosen: picked().behind === behind };
	};
