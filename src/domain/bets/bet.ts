import { addMonths, monthOf } from '../scope/calendar.ts';
import { customersText, notKnown } from '../scope/scope.ts';
import type { Slice } from '../scope/scope.ts';
import type { Measure } from './measure.ts';
import type { Verdict } from './verdict.ts';

/** Whom a bet is about: customers as filters find them, or a list of their keys. */
export type Whom = Record<Slice, string | null> & { customers: string[] | null };

/** What the effect is held against: customers left out by a draw, or others who do not get it because of who they are. */
export type Comparison =
	/** `share`: of the customers, those who get it. */
	| { kind: 'draw'; share: number }
	/** Who has this value gets it; everybody else of the bet does not. */
	| { kind: 'group'; slice: Slice; value: string };

/** What we expect, between what ends with 80 in 100, in the unit of the measure; and what it is worth if it holds. */
export type Forecast = { value: number; low: number; high: number; worthMinor: number };

/** A bet as somebody wrote it down, before anybody got anything. */
export type Plan = {
	version: number;
	hypothesis: string;
	/** Whose it is in the business line. */
	owner: { id: number; name: string };
	costMinor: number;
	currency: string;
	/** First and last day on which customers get it. */
	startsOn: string;
	endsOn: string;
	whom: Whom;
	comparison: Comparison;
	measure: Measure;
	/** The survey series by which scores are measured; null: there is none. */
	series: string | null;
	/** For how many whole months from the start it is measured. */
	months: number;
	forecast: Forecast;
	by: string;
	at: Date;
};

/** That the groups were made: from then on neither they nor the forecast change. */
export type Start = {
	at: Date;
	by: string;
	/** What the draw was made with; null: groups by who they are. */
	seed: string | null;
	gets: number;
	others: number;
	/** The smallest effect that these groups would show; null where it could not be told, for the reason. */
	detectable: number | null;
	whyNotDetectable: string | null;
};

export type Bet = {
	number: number;
	ofDemo: boolean;
	/** The insight it came from; null: none. */
	insight: number | null;
	/** The theme or touchpoint it is about, in words; empty: none. */
	about: string;
	madeBy: string;
	madeAt: Date;
	plan: Plan;
	start: Start | null;
	stopped: { why: string; by: string; at: Date } | null;
	verdict: Verdict | null;
};

export const statuses = ['planned', 'running', 'waiting for outcomes', 'judged', 'stopped'] as const;
export type Status = (typeof statuses)[number];

/** Where a bet stands. One that was stopped before it was judged stays stopped; what was judged stays judged. */
export function statusOf({ plan, start, stopped, verdict }: Bet, today: string): Status {
	if (verdict) return 'judged';
	if (stopped) return 'stopped';
	if (!start || today < plan.startsOn) return 'planned';
	return today <= plan.endsOn ? 'running' : 'waiting for outcomes';
}

/** The months whose outcomes count: whole ones, from the first that begins on the day of the start or after it. */
export function monthsMeasured({ startsOn, months }: Pick<Plan, 'startsOn' | 'months'>): { from: string; to: string } {
	const from = startsOn === monthOf(startsOn) ? startsOn : addMonths(monthOf(startsOn), 1);
	/** The first day after them. */
	return { from, to: addMonths(from, months) };
}

export const longestHypothesis = 300;
export const longestWhy = 300;
export const mostWhys = 5;
export const mostMonths = 24;
export const mostListed = 200_000;

/** 'all customers', 'customers with segment Team', '318 customers of a list' */
export function whomText({ customers, ...whom }: Whom): string {
	return customers === null ? customersText(whom) : `${customers.length} customers of a list`;
}

/** Who gets it, in words. */
export const comparisonText = (comparison: Comparison): string =>
	comparison.kind === 'draw'
		? `${Math.round(comparison.share * 100)}% of them get it, drawn by chance`
		: `those with ${comparison.slice} ${comparison.value === notKnown ? 'not known' : comparison.value} get it, the others do not`;

/** What a comparison can say, and what it cannot. */
export const canSay = ({ kind }: Comparison): { can: string; cannot: string } =>
	kind === 'draw'
		? {
				can: 'Chance alone says who gets it: what differs between the groups afterwards is what it did, and chance, for which the interval stands.',
				cannot:
					'It does not say what happens to other customers than these, nor later than it was measured. Where the left out hear of it, the effect looks smaller than it is.'
			}
		: {
				can: 'If both groups would have changed alike, what changed more in one is what it did. Whether they moved alike before is tested and shown.',
				cannot:
					'Whatever else happened to one group alone in these months is in it: it is no proof, as a draw would be.'
			};

/** Keys of customers as somebody pasted or handed them over: one a line, or with commas or semicolons between. */
export const keysFrom = (typed: string): string[] => [
	...new Set(
		typed
			.split(/[\n\r,;\t]+/)
			.map((key) => key.trim().replace(/^"(.*)"$/, '$1'))
			.filter((key) => key !== '')
	)
];
