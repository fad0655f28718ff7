import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Change, Definition, Figure } from '../metrics/figure.ts';
import type { CoverageState } from './coverage.ts';
import type { FeelingState } from './feeling-state.ts';

/** The customers who pay at the end of a week: all of them, and those who gave a score, by how they feel. */
export type State = { high: FeelingState; middle: FeelingState; low: FeelingState; all: CoverageState };

export const heard = ({ high, middle, low }: State) => ({
	customers: high.customers + middle.customers + low.customers,
	perYear: high.perYear + middle.perYear + low.perYear
});

const total = (value: number, n: number): Estimate => ({ status: 'ok', value, low: value, high: value, n });
const nobodyHeard = notEstimable('nobody who pays has given a score in this survey in the last twelve months');

export const exposed = (state: State) =>
	heard(state).customers === 0 ? nobodyHeard : total(state.low.perYear, state.low.customers);

export const due = (state: State) => {
	if (heard(state).customers === 0) return nobodyHeard;
	return state.low.customers > 0 && state.low.terms === 0
		? notEstimable('no unhappy customer pays for more than a quarter at a time, so nothing shows when they renew')
		: total(state.low.perYearDue, state.low.termsDue);
};

export const silent = (state: State) =>
	state.all.customers === 0
		? notEstimable('nobody pays at the end of this week')
		: total(state.all.perYear - heard(state).perYear, state.all.customers - heard(state).customers);

export function withoutTerms({ low }: State): Figure['excluded'] {
	const count = low.customers - low.terms;
	return count > 0
		? [{ count, why: 'unhappy customers who pay for a quarter or less at a time: nothing shows when they renew' }]
		: [];
}

/** A figure at the last of the weeks, with its way there. */
export const figuresAt =
	(states: State[], weeks: string[], population: string) =>
	(definition: Definition, of: (state: State) => Estimate | NotEstimable, whom = population): Figure => ({
		definition,
		estimate: of(states[states.length - 1]),
		population: whom,
		excluded: [],
		change: definition.unit === 'money' ? growth(of(states[0]), of(states[states.length - 1])) : undefined,
		history: states.map((state, i) => {
			const then = of(state);
			return { asOf: weeks[i], value: then.status === 'ok' ? then.value : null };
		})
	});

/** A total that was counted moved as much as it did: there is no noise to tell it from. */
function growth(before: Estimate | NotEstimable, now: Estimate | NotEstimable): Change | undefined {
	if (before.status !== 'ok' || now.status !== 'ok' || before.value <= 0) return undefined;
	const by = (now.value - before.value) / before.value;
	return { by, low: by, high: by, isReal: true, since: 'the 13 weeks before' };
}

const speaks =
	'A customer’s latest score in the survey shown speaks for them for twelve months. Unhappy: the lowest of the three groups of the scale. Revenue: what they pay a year at the end of the week.';
const counted = 'None: a total that was counted, not estimated.';

export const exposedDefinition: Definition = {
	id: 'revenue_exposed',
	version: 1,
	name: 'Revenue exposed',
	unit: 'money',
	meaning: `What customers whose latest answer is unhappy pay a year. Not a forecast: most of them stay. ${speaks}`,
	interval: counted
};

export const extraLossDefinition: Definition = {
	id: 'expected_extra_loss',
	version: 1,
	name: 'Expected extra loss, 12 mo',
	unit: 'money',
	meaning: `Exposed revenue, times by how much more of the unhappy customers left within twelve months than of the indifferent ones of the same segment, among those who answered a year ago or earlier. Compared within segments only: other differences between them are not taken out. ${speaks}`,
	interval: '95 %, delta method on the shares who left.'
};

export const dueDefinition: Definition = {
	id: 'revenue_due',
	version: 1,
	name: 'Revenue due, 90 days',
	unit: 'money',
	meaning: `The part of the exposed revenue whose paid term ends within ninety days of the end of the week and is not renewed yet. Only terms paid for more than a quarter ahead show when they end. ${speaks}`,
	interval: counted
};

export const silentDefinition: Definition = {
	id: 'revenue_silent',
	version: 1,
	name: 'Revenue silent',
	unit: 'money',
	meaning:
		'What customers pay a year who gave no score in the survey shown in the last twelve months. It is not known how they feel.',
	interval: counted
};
