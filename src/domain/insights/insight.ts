import { count } from '#ui/format/number.ts';
import { daysBetween } from '../scope/calendar.ts';
import { dayIn } from '../scope/zone.ts';

export type InsightState = 'open' | 'being worked on' | 'ended';

/** What came of an insight: a bet, perhaps by its number, a decision by its number, or a reason why nothing is done. */
export type InsightEnd =
	| { kind: 'bet'; text: string; bet?: number | null }
	| { kind: 'decision'; decision: number }
	| { kind: 'no action'; text: string };

/** An insight as somebody left it. */
export type InsightVersion = {
	version: number;
	claim: string;
	/** Whose it is in the business line. */
	owner: { id: number; name: string };
	state: InsightState;
	/** Null until it ends. */
	end: InsightEnd | null;
	/** Words by which comments about it are found, beside the themes of its evidence. */
	words: string;
	by: string;
	at: Date;
};

/** A claim about our customers, as a list shows it. */
export type Insight = {
	number: number;
	/** The week in which it was seen, and the filters it was seen through. */
	week: string;
	population: string;
	/** It is about the made-up company. */
	ofDemo: boolean;
	madeBy: string;
	madeAt: Date;
	current: InsightVersion;
	/** When somebody last changed it, said something, or pinned or took off something. */
	lastWordAt: Date;
	evidence: { for: number; against: number };
	figures: number;
	replies: number;
};

export const longestClaim = 200;
export const longestReason = 500;

/** How long it has been there, and how long nobody has written: 'open for 23 days, nobody has written for 12'. */
export function ageText(
	{ current, madeAt, lastWordAt }: Pick<Insight, 'current' | 'madeAt' | 'lastWordAt'>,
	{ zone, today }: { zone: string; today: string }
): string {
	const since = (moment: Date) => Math.max(0, daysBetween(dayIn(moment, zone), today));
	const made = dayIn(madeAt, zone);
	if (current.state === 'ended') {
		const took = Math.max(0, daysBetween(made, dayIn(current.at, zone)));
		return took === 0 ? 'ended on the day it was made' : `ended after ${count(took, 'day')}`;
	}
	const [open, silent] = [since(madeAt), since(lastWordAt)];
	const age = open === 0 ? 'made today' : `open for ${count(open, 'day')}`;
	return silent === 0 ? age : `${age}, nobody has written for ${silent === open ? 'all of them' : silent}`;
}

/** How an insight ended, and apart from that what somebody wrote of it. */
export type EndTold = { as: 'Ended with a decision:' | 'Ended with a bet:' | 'No action, because'; text: string };

export function endTold(end: InsightEnd, decisionText: (decision: number) => string): EndTold {
	if (end.kind === 'decision') return { as: 'Ended with a decision:', text: decisionText(end.decision) };
	return { as: end.kind === 'bet' ? 'Ended with a bet:' : 'No action, because', text: end.text };
}

/** 'Ended with a bet: …' */
export const endText = ({ as, text }: EndTold): string => `${as} ${text}`;
