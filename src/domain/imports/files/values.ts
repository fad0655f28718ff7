/** One value of a file, from text to what it means: the value, or a sentence about why not. Nothing here throws. */
export { readAmount, type AmountForm, type DecimalMark } from './values/amount.ts';
export { minorUnitExponent } from './values/currency.ts';
export { type DateOrder, type DayOrder } from './values/date.ts';
export { readDay } from './values/day.ts';
export { readMoment, type MomentForm } from './values/moment.ts';
export { isProblem, type Problem } from './problem.ts';
export { readScore, type Scale } from './values/score.ts';
