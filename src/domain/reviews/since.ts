import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Figure } from '../metrics/figure.ts';

/** A figure that would be another today. `redefined`: because its definition is another one now. */
export type Moved = { then: Figure; now: Figure | null; redefined: boolean };

/** The figures of a closed week that are not what they were: in value, interval or n, or by definition. */
export const movedSince = (then: readonly Figure[], now: readonly Figure[]): Moved[] =>
	then.flatMap((before) => {
		const today = now.find(({ definition }) => definition.id === before.definition.id) ?? null;
		const redefined = today !== null && today.definition.version !== before.definition.version;
		return today && !redefined && isSame(before.estimate, today.estimate)
			? []
			: [{ then: before, now: today, redefined }];
	});

function isSame(one: Estimate | NotEstimable, other: Estimate | NotEstimable): boolean {
	if (one.status !== 'ok' || other.status !== 'ok') return one.status === other.status;
	return (['value', 'low', 'high', 'n'] as const).every((part) => one[part] === other[part]);
}
