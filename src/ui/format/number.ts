import { round } from './round.ts';

const minus = '\u2212';

/** What stands where there is no figure. Whatever shows it says why. */
export const dash = '\u2014';

const grouped = (decimals: number) =>
	new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const groupings = [0, 1, 2, 3].map(grouped);

const written = (value: number, decimals: number): string =>
	groupings[decimals].format(Math.abs(round(value, decimals)));

/** '−1,204', '12.5': with a real minus sign. */
export function number(value: number, decimals = 0): string {
	return (round(value, decimals) < 0 ? minus : '') + written(value, decimals);
}

/** '+2', '−0.1', '±0': a difference always says its direction. */
export function signed(value: number, decimals = 0): string {
	const rounded = round(value, decimals);
	return (rounded > 0 ? '+' : rounded < 0 ? minus : '±') + written(value, decimals);
}

/** A share of one as '91.2%'. */
export const percent = (share: number, decimals = 1): string => `${number(share * 100, decimals)}%`;

/** '1 comment', '318 comments'. */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;
