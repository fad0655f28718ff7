import { count, number } from '#ui/format/number.ts';
import { groupName } from '../metrics/groups.ts';
import type { Metric } from '../surveys/survey.ts';

/**
 * Whose words, or which answers, stand behind a figure, a line of a statement or a point of a chart. The keys are in
 * addresses, and so never change.
 */
const all = {
	scores: () => ['the answers that the score is made of', 'of the thirteen weeks'],
	asked: () => ['the scored answers to invitations of 52 weeks', 'since the first of these was sent'],
	priced: () => ['the answers that the price of a point is made of', 'of their two years'],
	kept: () => ['customers who paid a year before, and still do', 'of the twelve months'],
	lost: () => ['customers who paid a year before, and pay no more', 'of the twelve months'],
	'paid-then': () => ['customers who paid a year before', 'of the twelve months'],
	moved: () => ['customers with revenue in either of two years', 'of both years'],
	bought: () => ['customers with revenue', 'of the twelve months'],
	heard: () => ['paying customers who were heard', 'of the 52 weeks'],
	silent: () => ['paying customers without a score in this survey', 'of the twelve months'],
	'last-high': (metric) => [lastSaid(metric, 'high'), 'of the twelve months'],
	'last-middle': (metric) => [lastSaid(metric, 'middle'), 'of the twelve months'],
	'last-low': (metric) => [lastSaid(metric, 'low'), 'of the twelve months'],
	due: (metric) => [`${lastSaid(metric, 'low')}, due within ninety days`, 'of the twelve months'],
	'low-there': () => ['the latest low answers of paying customers', 'of the twelve months'],
	'worth-then': () => ['customers who were worth something a year before', 'of the twelve months'],
	'worth-added': () => ['customers who are worth something, and were not a year before', 'of the twelve months'],
	'worth-grew': () => ['customers who stayed and pay more than a year before', 'of the twelve months'],
	'worth-shrank': () => ['customers who stayed and pay less than a year before', 'of the twelve months'],
	'worth-lost': () => ['customers who were worth something a year before, and are not', 'of the twelve months'],
	'worth-now': () => ['customers who are worth something', 'of the twelve months']
} as const satisfies Record<string, (metric: Metric) => readonly [whose: string, time: string]>;

export type Behind = keyof typeof all;

export const isBehind = (text: string | null): text is Behind => text !== null && Object.hasOwn(all, text);

const lastSaid = (metric: Metric, feeling: 'high' | 'middle' | 'low') =>
	`paying ${groupName(metric, feeling).toLowerCase()} by their latest score`;

/** In words, and of which time their words are, as in 'of 20 comments of the twelve months'. */
export function behindText(behind: Behind, metric: Metric): { whose: string; time: string } {
	const [whose, time] = all[behind](metric);
	return { whose, time };
}

/** Those of which a month can be picked as well: as it was at the end of its last week. */
export const byMonth: readonly Behind[] = ['last-high', 'last-middle', 'last-low', 'silent'];

/**
 * Whose words, of which survey, and as of when: the week at whose end customers are looked at, and the last month; `apart`: customers
 * with the same ultimate parent do not count as one account.
 */
export type BehindScope = { whose: Behind; series: string; monday: string; month: string; apart?: true };

/** How much is behind it, whether it came with words or not. */
export type Holds = {
	/** Where customers with the same ultimate parent count as one; null: each counts for itself. */
	accounts: number | null;
	customers: number;
	/** Of them, how many wrote. */
	wrote: number;
};

export function holdsText({ accounts, customers, wrote }: Holds): string {
	const together = accounts === null || accounts === customers ? '' : `${count(accounts, 'account')} with `;
	return ` It holds ${together}${count(customers, 'customer')}: ${number(wrote)} of them wrote in this time.`;
}
