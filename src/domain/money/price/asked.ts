import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';

/** What stands where a price is going to be: no reader waits for thousands of draws. */
export const beingWorkedOut = notEstimable('it is being worked out, which takes some seconds');

export const isBeingWorkedOut = ({ price }: { price: { status: 'ok' } | NotEstimable }): boolean =>
	price.status !== 'ok' && price.reason === beingWorkedOut.reason;
