import { discountPerPeriod } from '#stats/lifetime/discounted-expected-residual-lifetime.ts';

/** How far ahead a customer's revenue is counted, and what a year's wait takes off it. Stated wherever a value is shown. */
export const yearsAhead = 5;
export const discountAYear = 0.1;

export const monthsAhead = 12 * yearsAhead;
export const discountAMonth = discountPerPeriod(discountAYear, 12);

/** Fewer customers or losses than this cannot tell how long customers stay. */
export const fewestCustomers = 100;
export const fewestLosses = 30;

/** Customers are dealt into so many groups; leaving out one group at a time shows how far the values could be off. */
export const groupsLeftOut = 20;
