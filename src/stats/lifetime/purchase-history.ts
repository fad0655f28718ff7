/**
 * What one customer bought: `frequency` repeat purchases (the first not counted, those of one day merged), the last of them
 * at `recency` after the first, `age` from the first purchase until now; one unit of time for all, as weeks.
 */
export type PurchaseHistory = { frequency: number; recency: number; age: number };

/** Purchase rates Gamma(r, α), chances to stop after a purchase Beta(a, b). α is in the unit of time. */
export type BgNbdParameters = { r: number; alpha: number; a: number; b: number };

/** True for a history that can have happened. */
export const isHistory = ({ frequency, recency, age }: PurchaseHistory) =>
	Number.isInteger(frequency) &&
	frequency >= 0 &&
	age >= 0 &&
	age < Infinity &&
	(frequency === 0 ? recency === 0 : recency > 0 && recency <= age);
