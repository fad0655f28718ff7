import { count } from '#ui/format/number.ts';
import type { Scope, Slice } from '../scope/scope.ts';

export type DecisionState = 'open' | 'kept' | 'dropped';

/** What was decided in a week's review, for whom, and what came of it. */
export type Decision = {
	id: number;
	week: string;
	what: string;
	why: string;
	owner: string;
	/** A day: '2026-12-04'. */
	dueOn: string;
	/** Which customers it touches, how many of them paid, and what they paid a year, when it was decided. */
	touches: Pick<Scope, Slice>;
	customers: number;
	perYearMinor: number;
	currency: string;
	expected: string;
	/** What is in it for our customers; null: not answered yet. */
	forCustomers: string | null;
	decidedBy: string;
	decidedAt: Date;
	state: DecisionState;
	/** What came of it; null while it is open. */
	outcome: string | null;
	endedBy: string | null;
	endedAt: Date | null;
	/** Insights that ended with it, by number; absent: that was not kept when its week was closed. */
	insights?: { number: number; claim: string }[];
};

/**
 * What a decision can follow from. `version`: the one that was seen, so that an insight which somebody has changed
 * meanwhile is not ended unseen.
 */
export type OpenInsight = { number: number; version: number; claim: string };

/** Whom it touches, in words, with how many they were: 'all 8,547 customers', '1 customer with segment Team'. */
export const touchedText = (whom: string, customers: number): string =>
	whom === 'all customers' && customers > 1
		? `all ${count(customers, 'customer')}`
		: whom.replace(/^(all )?customers/, count(customers, 'customer'));

/** Of the decisions that were due, how many were kept in time, kept late, dropped, or are still open. */
export type FollowThrough = { due: number; inTime: number; late: number; dropped: number; open: number };

type Ended = Pick<Decision, 'dueOn' | 'state'> & { endedOn: string | null };

/** `endedOn`: the day in the organisation's zone. A decision is in time on the day it is due. */
export function followThrough(decisions: readonly Ended[], today: string): FollowThrough {
	const due = decisions.filter(({ dueOn, state }) => dueOn < today || state !== 'open');
	const kept = due.filter(({ state }) => state === 'kept');
	const inTime = kept.filter(({ dueOn, endedOn }) => endedOn! <= dueOn).length;
	const dropped = due.filter(({ state }) => state === 'dropped').length;
	return { due: due.length, inTime, late: kept.length - inTime, dropped, open: due.length - kept.length - dropped };
}
