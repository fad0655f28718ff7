import { round } from './round.ts';

const minus = '\u2212';

/** What stands where there is no figure. Whatever shows it says why. */
export const dash = '\u2014';

const grouped = (decimals: number) =>
	new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const groupings = [0, 1, 2, 3].map(grouped);

/** Below this a number holds its three decimals for certain; larger ones are left to whoever knows how to write them. */
const allDigitsHeld = 1e12;

/** As `Intl` writes it, in a tenth of its time: a page has a thousand numbers. */
function written(value: number, decimals: number): string {
	const size = Math.abs(round(value, decimals));
	if (!(size < allDigitsHeld)) return groupings[decimals].format(size);
	const digits = size.toFixed(decimals);
	if (size < 1_000) return digits;
	const whole = decimals === 0 ? digits.length : digits.length - decimals - 1;
	let text = digits.slice(0, whole % 3 || 3);
	for (let at = whole % 3 || 3; at < whole; at += 3) text += `,${digits.slice(at, at + 3)}`;
	return text + digits.slice(whole);
}

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

/** 'none', 'only 3': of so many out of more. */
export const fewOf = (n: number): string => (n === 0 ? 'none' : `only ${number(n)}`);
