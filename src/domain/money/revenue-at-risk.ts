import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Change, Definition, Figure } from '../metrics/figure.ts';
import type { Feeling } from '../metrics/groups.ts';
import { countedGrowth } from './change.ts';
import type { CoverageState } from './coverage.ts';
import type { FeelingState } from './feeling-state.ts';
import { weeklyGrowth, weeklySteps } from './steps.ts';

/** The customers who pay at the end of a week: all of them, and those who gave a score, by how they feel. */
export type State = { high: FeelingState; middle: FeelingState; low: FeelingState; all: CoverageState };

export const heard = ({ high, middle, low }: State) => ({
	customers: high.customers + middle.customers + low.customers,
	perYear: high.perYear + middle.perYear + low.perYear
});

const total = (value: number, n: number): Estimate => ({ status: 'ok', value, low: value, high: value, n });
export const nobodyHeard = notEstimable(
	'none of those who pay had given a score in this survey in the twelve months before'
);

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

/** What customers of one group pay a year. */
export const paidBy =
	(feeling: Feeling) =>
	(state: State): Estimate | NotEstimable =>
		heard(state).customers === 0 ? nobodyHeard : total(state[feeling].perYear, state[feeling].customers);

type Weeks = {
	/** The weeks shown, the one spoken of last, and the states at their ends. */
	weeks: string[];
	states: State[];
	/** The states of a year of weeks, the last one that was over at the end, and its name where it is not the one shown. */
	routine: State[];
	judged?: string;
	population: string;
	period: Figure['period'];
};

type Told = {
	of: (state: State) => Estimate | NotEstimable;
	source: string;
	population?: string;
	/** Of an estimate: against a year before the week that is judged. */
	changeOf?: (before: State, now: State) => Change | null;
};

/** A figure at the last of the weeks, with its way there, and how its weeks usually step. */
export const figuresAt =
	({ weeks, states, routine, judged, population, period }: Weeks) =>
	(definition: Definition, { of, changeOf, source, population: whom = population }: Told): Figure => {
		const plain = (state: State) => {
			const then = of(state);
			return then.status === 'ok' ? then.value : null;
		};
		const [before, last] = [routine[0], routine[routine.length - 1]];
		const change = changeOf ? changeOf(before, last) : countedGrowth(of(before), of(last), 'a year before');
		const steps = routine.map(plain);
		return {
			definition,
			estimate: of(states[states.length - 1]),
			population: whom,
			period,
			source,
			excluded: [],
			change: change ?? undefined,
			routine: definition.unit === 'money' ? weeklyGrowth(steps) : weeklySteps(steps),
			judged,
			history: states.map((state, i) => ({ asOf: weeks[i], value: plain(state) }))
		};
	};
