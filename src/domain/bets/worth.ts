import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';

export type Found = Estimate | NotEstimable;

/** Every number of an estimate times the same. */
export const times = (found: Found, factor: number): Found =>
	found.status !== 'ok'
		? found
		: {
				status: 'ok',
				value: found.value * factor,
				low: Math.min(found.low * factor, found.high * factor),
				high: Math.max(found.low * factor, found.high * factor),
				n: found.n
			};

/** An interval that holds nothing at all as a possibility. */
export const isDetectable = (found: Found): boolean => found.status === 'ok' && (found.low > 0 || found.high < 0);

/** Of one spent, what comes back beyond it: (benefit − cost)/cost, with the interval carried through. */
export function returnOn(worth: Found, costMinor: number): Found {
	if (worth.status !== 'ok') return worth;
	if (costMinor <= 0) return notEstimable('it cost nothing');
	const over = (minor: number) => (minor - costMinor) / costMinor;
	return { status: 'ok', value: over(worth.value), low: over(worth.low), high: over(worth.high), n: worth.n };
}
