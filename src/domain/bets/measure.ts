import { minorUnitsOf } from '#ui/format/currency.ts';
import { money } from '#ui/format/money.ts';
import { number, signed } from '#ui/format/number.ts';
import type { Definition, DefinitionChange } from '../metrics/figure.ts';

/** By what a bet is judged: one measure, named before the start. */
export const measures = ['score', 'nps', 'staying', 'revenue'] as const;
export type Measure = (typeof measures)[number];

export const measureName: Record<Measure, string> = {
	score: 'Mean answer',
	nps: 'NPS',
	staying: 'Customers kept',
	revenue: 'Revenue per customer'
};

export const measuresAnswers = (measure: Measure): boolean => measure === 'score' || measure === 'nps';

/** The unit in which somebody writes a forecast. */
export const unitText = (measure: Measure, currency: string): string =>
	({
		score: 'points of the scale',
		nps: 'NPS points',
		staying: 'percentage points',
		revenue: `${currency} a customer`
	})[measure];

/** From what somebody wrote to what is reckoned with: shares are of one, money in minor units. */
export const valueFrom = (measure: Measure, typed: number, currency: string): number =>
	measure === 'staying' ? typed / 100 : measure === 'revenue' ? minorFrom(typed, currency) : typed;

/** The other way round, for a form that shows what is there. */
export const typedFrom = (measure: Measure, value: number, currency: string): number =>
	measure === 'staying'
		? Number((value * 100).toFixed(6))
		: measure === 'revenue'
			? majorFrom(value, currency)
			: Number(value.toFixed(6));

const unit = (currency: string): number => 10 ** (minorUnitsOf(currency) ?? 2);
export const minorFrom = (major: number, currency: string): number => Math.round(major * unit(currency));
export const majorFrom = (minor: number, currency: string): number => minor / unit(currency);

/** An effect in words: '+0.42 points', '+3.1 percentage points', '−$120'. */
export const effectText = (measure: Measure, value: number, currency: string): string =>
	({
		score: () => `${signed(value, 2)} points`,
		nps: () => `${signed(value, 1)} NPS points`,
		staying: () => `${signed(value * 100, 1)} percentage points`,
		revenue: () => `${value > 0 ? '+' : ''}${money(value, currency)}`
	})[measure]();

/** The smallest effect that would be seen, without a direction. */
export const sizeText = (measure: Measure, value: number, currency: string): string =>
	({
		score: () => `${number(value, 2)} points`,
		nps: () => `${number(value, 1)} NPS points`,
		staying: () => `${number(value * 100, 1)} percentage points`,
		revenue: () => money(value, currency)
	})[measure]();

const outcomes: Record<Measure, string> = {
	score: 'Each customer’s mean answer in the months measured',
	nps: 'Each customer’s answers in the months measured, as 100 for promoters, 0 for passives, −100 for detractors, averaged',
	staying:
		'Of the customers who paid when the groups were made, the share who pay on the last day of the months measured',
	revenue: 'Revenue per customer in the months measured, refunds when booked, customers who left as 0'
};

const refusedSince: DefinitionChange[] = [
	{
		version: 2,
		changedOn: '2026-11-27',
		what: 'Nothing is told where the bet itself moved who answers. Before, who answered was compared all the same.'
	}
];

/** How the effect of a bet is defined. A verdict keeps the version by which it was made. */
export const effectDefinition = (measure: Measure, kind: 'draw' | 'group'): Definition => ({
	id: `bet_effect.${measure}.${kind === 'draw' ? 'randomised' : 'comparison'}`,
	...(kind === 'draw' && measuresAnswers(measure) ? { version: 2, changes: refusedSince } : { version: 1 }),
	name: `Effect on ${measureName[measure] === 'NPS' ? 'NPS' : measureName[measure].toLowerCase()}`,
	unit: measure === 'staying' ? 'share' : measure === 'revenue' ? 'money' : 'points',
	meaning:
		kind === 'draw'
			? `${outcomes[measure]}: those who got it less those who were left out by the draw${measure === 'revenue' ? ', at equal revenue in as many months before' : ''}.${measuresAnswers(measure) ? ' Told only where as many of both answered as chance makes them.' : ''}`
			: `${outcomes[measure]}: how much more it changed from the months before to the months measured among those who got it than among the others (difference in differences)${measure === 'revenue' ? ', per month times the months measured' : ''}.`,
	interval:
		'95%, Student, errors clustered by account: accounts with the same parent are one. Below 40 accounts corrected for few of them (CR2, Satterthwaite).'
});
