import { standsFor } from './currency.ts';
import { problem, shown, type Problem } from '../problem.ts';

export type DecimalMark = 'point' | 'comma';

/** How a column of amounts is written. An amount that carries its currency is taken only if it is `currency`. */
export type AmountForm = { decimal: DecimalMark; exponent: number; currency?: string };

/** An amount in the smallest unit of its currency, exactly: digits are moved, never multiplied as fractions. */
export function readAmount(text: string, form: AmountForm): number | Problem {
	const plain = plainAmount(text, form.decimal === 'point' ? 46 : 44, form.exponent);
	return Number.isNaN(plain) ? writtenAmount(text, form) : plain;
}

/** Digits with at most a minus and one decimal mark: nearly every value of nearly every file. NaN: needs a closer look. */
function plainAmount(text: string, mark: number, exponent: number): number {
	const start = text.charCodeAt(0) === 45 ? 1 : 0;
	if (text.length > 15 || text.length === start) return NaN;
	let digits = 0;
	let decimals = -1;
	for (let i = start; i < text.length; i++) {
		const digit = text.charCodeAt(i) - 48;
		if (digit >= 0 && digit <= 9) {
			digits = digits * 10 + digit;
			if (decimals >= 0) decimals++;
		} else if (digit + 48 === mark && decimals < 0 && i > start) decimals = 0;
		else return NaN;
	}
	return shifted(digits, exponent - Math.max(decimals, 0), start === 1);
}

function shifted(digits: number, places: number, negative: boolean): number {
	if (places < 0) return NaN;
	let minor = digits;
	for (let i = 0; i < places; i++) minor *= 10;
	if (minor > Number.MAX_SAFE_INTEGER) return NaN;
	return negative && minor !== 0 ? -minor : minor;
}

const longestAmount = 60;
const exoticSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Sign and currency on either side, or brackets as bookkeepers use them for less than nothing. */
const anatomy =
	/^(\()?([-+])? ?([^\d\s.,'’()+-]{1,4})? ?([-+])? ?([\d.,'’ ]*\d[.,]?) ?([^\d\s.,'’()+-]{1,4})? ?(-)?(\))?$/;

/** Whole part, its group sign, decimals. Groups are thousands, or lakhs and crores; their sign is used throughout or not at all. */
const grouped = (mark: string, signs: string) =>
	new RegExp(
		`^([1-9]\\d{0,2}(?:([${signs}])\\d{3}(?:\\2\\d{3})*)|[1-9]\\d?(?:[${signs}]\\d{2})+[${signs}]\\d{3}|\\d*)(?:${mark}(\\d*))?$`
	);
const numbers = { point: grouped('\\.', ",'’ "), comma: grouped(',', ".'’ ") };

function writtenAmount(text: string, form: AmountForm): number | Problem {
	const tidy = tidied(text);
	const parts = takeApart(tidy);
	if (!parts) return notAnAmount(tidy);
	const { unit, number, negative } = parts;
	if (unit && !(form.currency && standsFor(unit, form.currency))) return carriesCurrency(tidy, unit, form.currency);

	const digits = numbers[form.decimal].exec(number);
	if (!digits) return wrongMarks(tidy, form.decimal);
	const minor = inSmallestUnit(digits[1].replace(/\D/g, ''), digits[3] ?? '', form.exponent);
	if (minor === null) return tooPrecise(tidy, form.exponent);
	if (!Number.isSafeInteger(minor))
		return problem(`${shown(tidy)} is too large to be an amount; check the decimal mark.`);
	return negative && minor !== 0 ? -minor : minor;
}

const tidied = (text: string): string => text.replace(exoticSpace, ' ').replace('\u2212', '-').trim();

/** Which decimal marks make a number of a text, whatever its sign and currency: '1,234' is one with either. */
export function marksThatFit(text: string): DecimalMark[] {
	const parts = takeApart(tidied(text));
	return parts ? (['point', 'comma'] as const).filter((mark) => numbers[mark].test(parts.number)) : [];
}

/** Null: a sign or a currency too many, or something that belongs to no amount. */
function takeApart(text: string): { unit: string | undefined; number: string; negative: boolean } | null {
	const found = text.length > longestAmount ? null : anatomy.exec(text);
	if (!found) return null;
	const [, opens, sign, unitBefore, innerSign, number, unitAfter, signAfter, closes] = found;
	const signs = [opens, sign, innerSign, signAfter].filter(Boolean);
	if (signs.length > 1 || Boolean(opens) !== Boolean(closes) || (unitBefore && unitAfter)) return null;
	return { unit: unitBefore ?? unitAfter, number, negative: signs.length === 1 && signs[0] !== '+' };
}

function inSmallestUnit(whole: string, fraction: string, exponent: number): number | null {
	const needed = fraction.replace(/0+$/, '');
	return needed.length > exponent ? null : Number(whole + needed.padEnd(exponent, '0'));
}

function notAnAmount(text: string): Problem {
	if (text === '') return problem('The amount is empty.');
	if (/\d[eE][+-]?\d/.test(text))
		return problem(`${shown(text)} is in scientific notation; format the column as a plain number and export again.`);
	if (text.includes('%')) return problem(`${shown(text)} is a percentage, not an amount; choose another column.`);
	return problem(`${shown(text)} is not an amount; give digits only, such as 1234.56.`);
}

function carriesCurrency(text: string, unit: string, expected: string | undefined): Problem {
	if (unit.includes('%') || /^(?:nan|e|inf)$/i.test(unit)) return notAnAmount(text);
	return expected
		? problem(
				`${shown(text)} is marked ${shown(unit)} where ${expected} is expected; give each amount with its own currency.`
			)
		: problem(`${shown(text)} carries a currency; take ${shown(unit)} out and give it in a column of its own.`);
}

const wrongMarks = (text: string, decimal: DecimalMark): Problem =>
	problem(
		`${shown(text)} does not fit a column whose decimal mark is a ${decimal}; check the mark, and digits in groups of three.`
	);

const tooPrecise = (text: string, exponent: number): Problem =>
	problem(
		`${shown(text)} has more decimals than the currency's ${exponent}; round it in the source, or check whether its mark ` +
			'separates thousands.'
	);
