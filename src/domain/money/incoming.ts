export const revenueKinds = ['recurring', 'one-time', 'refund', 'credit'] as const;
export type RevenueKind = (typeof revenueKinds)[number];

/** Ids that we made because the file has none begin like this; no two rows of a file may share one. */
export const madeIdPrefix = '~|';

/**
 * One line of money. `amountMinor` counts the smallest unit of `currency`; refunds and credits are negative. Days
 * are 'YYYY-MM-DD'; the line pays for the days from `servedFrom` up to, not including, `servedTo`.
 */
export type IncomingRevenue = {
	sourceId: string;
	customerKey: string;
	kind: RevenueKind;
	amountMinor: number;
	currency: string;
	bookedOn: string;
	servedFrom: string;
	servedTo: string;
	product: string | null;
};
