import { overdueSteps } from './alert.ts';
import type { AlertFacts, AlertKind } from './alert.ts';

/** Which customers are valuable to somebody: those who pay so much a year, or the best-paying so many of a hundred. */
export type Worth = { topPercent: number } | { perYearMinor: number };

/** What somebody wants to be told, and when. Nobody is told anything who has not said so. */
export type Wish = {
	kinds: readonly AlertKind[];
	worth: Worth;
	/** When clocks show this, all since the last time in one mail; null: at once. */
	dailyAt: string | null;
	/** IANA name. */
	zone: string;
	/** Local times between which nothing is sent; may span midnight. Null: none. */
	quiet: Quiet | null;
};

/** 'HH:MM' */
export type Quiet = { from: string; to: string };

export const usualWorth: Worth = { topPercent: 10 };

export const firstWish = (zone: string): Wish => ({
	kinds: [],
	worth: usualWorth,
	dailyAt: null,
	zone,
	quiet: { from: '20:00', to: '07:00' }
});

type Told = { kind: AlertKind; facts: AlertFacts };

/** Whether somebody wants to be told of this. */
export function wants({ kinds, worth }: Pick<Wish, 'kinds' | 'worth'>, { kind, facts }: Told): boolean {
	if (!kinds.includes(kind)) return false;
	return facts.kind !== 'detractor' || isValuable(facts, worth);
}

/**
 * Who of those who listen is told. A follow-up that is late by the first step is its owner's to see to before the others
 * hear of it; who does not listen cannot be told first, and then everybody is.
 */
export function whoIsTold<Listener extends Pick<Wish, 'kinds' | 'worth'> & { personId: number }>(
	listeners: readonly Listener[],
	told: Told
): Listener[] {
	const asked = listeners.filter((wish) => wants(wish, told));
	const { facts } = told;
	if (facts.kind !== 'escalation' || facts.daysOverdue >= overdueSteps[1]) return asked;
	const owners = asked.filter(({ personId }) => personId === facts.ownerId);
	return owners.length > 0 ? owners : asked;
}

export const isValuable = ({ perYearMinor, above }: { perYearMinor: number; above: number }, worth: Worth): boolean =>
	'topPercent' in worth ? above < worth.topPercent / 100 : perYearMinor >= worth.perYearMinor;
