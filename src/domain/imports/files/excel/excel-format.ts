import { fromSerial, wholeSeconds, type Epoch } from '../values/excel-serial.ts';

/** What a number format makes of a number. Null: it leaves it a number. */
export type DateKind = 'day' | 'moment' | 'time' | 'elapsed' | null;

/** Formats that have a number but no code in the file (ECMA-376, 18.8.30); 27-36 and 50-58 are East Asian dates. */
const builtIn: [kind: DateKind, from: number, to: number][] = [
	['day', 14, 17],
	['time', 18, 21],
	['moment', 22, 22],
	['day', 27, 36],
	['time', 45, 45],
	['elapsed', 46, 46],
	['time', 47, 47],
	['day', 50, 58]
];

export const builtInKind = (id: number): DateKind =>
	builtIn.find(([, from, to]) => id >= from && id <= to)?.[0] ?? null;

/** Texts, escapes, padding, colours, languages and conditions: what a format shows or heeds, but does not mean. */
const decoration = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

export function kindOf(format: string): DateKind {
	const letters = format.replace(decoration, '').split(';')[0].toLowerCase();
	// Digits have a place in a date only as parts of a second.
	if (/[#?0]/.test(letters.replace(/s\.0+/, 's'))) return null;
	if (/\[(?:h+|m+|s+)\]/.test(letters)) return 'elapsed';
	const clock = /[hs]|am\/pm|a\/p/.test(letters);
	const day = /[yd]/.test(letters) || (!clock && letters.includes('m'));
	if (day) return clock ? 'moment' : 'day';
	return clock ? 'time' : null;
}

const dayLength = 86_400_000;

/**
 * A date or time as ISO text without zone; null where Excel shows none either. A time of day under a format that hides it
 * is kept, as it is part of what was entered.
 */
export function dateText(serial: number, kind: Exclude<DateKind, null>, epoch: Epoch): string | null {
	if (kind === 'elapsed' || (serial >= 0 && serial < 1 && (kind === 'time' || (epoch === 1900 && serial > 0))))
		return clockText(serial);
	const wall = fromSerial(serial, epoch);
	if (wall === null) return null;
	const iso = new Date(wall).toISOString();
	if (kind === 'day' && wall % dayLength === 0) return iso.slice(0, 10);
	return iso.slice(0, iso.endsWith('.000Z') ? 19 : 23);
}

function clockText(serial: number): string | null {
	if (!(serial >= 0)) return null;
	const seconds = wholeSeconds(Math.round(serial * dayLength)) / 1_000;
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * A number as Excel shows it in full: files hold 17 digits, of which the last two are the noise of binary fractions
 * (0.1 + 0.2 is 0.30000000000000004), Excel counts 15. Whole numbers stay digit for digit: they may be ids.
 */
export function numberText(raw: string): string | null {
	if (/^-?\d+$/.test(raw)) return raw;
	const number = Number(raw);
	if (raw === '' || !Number.isFinite(number)) return null;
	return withoutExponent(String(Number(number.toPrecision(15))));
}

function withoutExponent(text: string): string {
	const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (!found) return text;
	const [, sign, first, rest = '', exponent] = found;
	const shift = Number(exponent);
	return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${first}${rest}` : sign + (first + rest).padEnd(shift + 1, '0');
}
