import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import type { Change } from '../metrics/figure.ts';

type Counted = { count: number; n: number };

/** A share against an earlier one of other events; null where nobody could be counted. */
export function shareChange(before: Counted, now: Counted, since: string): Change | null {
	if (before.n === 0 || now.n === 0) return null;
	const change = proportionDifference(before, now);
	return change.status === 'ok' ? gate(change, since) : null;
}

/**
 * An estimate against an earlier one, their errors taken as independent. Where some of the same customers stand behind
 * both, their errors go the same way and the difference is surer than this says: it is never made surer than it is.
 */
export function differenceOf(
	before: Estimate | NotEstimable,
	now: Estimate | NotEstimable,
	since: string
): Change | null {
	if (before.status !== 'ok' || now.status !== 'ok') return null;
	const by = now.value - before.value;
	// Of a side that does not tell its own doubt nothing tells how far off the difference is.
	if (before.noInterval ?? now.noInterval) return { by, low: by, high: by, isReal: false, since };
	const low = by - Math.hypot(now.value - now.low, before.high - before.value);
	const high = by + Math.hypot(now.high - now.value, before.value - before.low);
	return gate({ value: by, low, high }, since);
}

/** The same of money: as a share of what it was; null where it was nothing. */
export function growthOf(before: Estimate | NotEstimable, now: Estimate | NotEstimable, since: string): Change | null {
	const change = differenceOf(before, now, since);
	if (!change || before.status !== 'ok' || before.value <= 0) return null;
	const { by, low, high } = change;
	return { ...change, by: by / before.value, low: low / before.value, high: high / before.value };
}

/** A total that was counted grew by as much as it did: the interval is a point, and there is nothing to test. */
export function countedGrowth(
	before: Estimate | NotEstimable,
	now: Estimate | NotEstimable,
	since: string
): Change | null {
	if (before.status !== 'ok' || now.status !== 'ok' || before.value <= 0) return null;
	const by = (now.value - before.value) / before.value;
	return { by, low: by, high: by, isReal: true, since };
}

/** Whether a difference tells itself from nothing. */
export const gate = (
	{ value, low, high, p }: { value: number; low: number; high: number; p?: number },
	since: string
): Change => ({ by: value, low, high, isReal: low > 0 || high < 0, since, ...(p === undefined ? {} : { p }) });
