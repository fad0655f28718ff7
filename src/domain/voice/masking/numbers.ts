import type { Find } from './rules.ts';

/**
 * A run of digits, in groups that one or two spaces, dots, dashes, slashes or brackets keep apart. Digits of any script.
 * Each step takes a character and never goes back, so that the length of the text is all it costs.
 */
const run = /(?<![\p{Nd}\p{L}])[+(]?\p{Nd}(?:[ \u00a0./()-]{0,2}\p{Nd})*(?![\p{L}\p{Nd}])/gu;

type Group = { from: number; to: number; digits: number[] };

/** Card numbers, known by their check digit, and phone numbers, known by how they begin or are grouped. */
export function numbers(text: string): Find[] {
	const finds: Find[] = [];
	for (const { 0: found, index } of text.matchAll(run)) {
		const groups = groupsOf(found);
		for (let i = 0; i < groups.length; i++) {
			const find = longest(found, groups, i);
			if (!find) continue;
			finds.push({ from: index + find.from, to: index + find.to, kind: find.kind });
			i = find.lastGroup;
		}
	}
	return finds;
}

const groupsOf = (found: string): Group[] =>
	[...found.matchAll(/[+(]?\p{Nd}+/gu)].map(({ 0: group, index }) => ({
		from: index,
		to: index + group.length,
		digits: [...group].map(digitOf).filter((digit) => digit !== null)
	}));

const mostDigits = 19;

/** The longest number that begins with a group: what stands behind a card number, such as its expiry, hides it from nobody. */
function longest(found: string, groups: Group[], first: number): (Find & { lastGroup: number }) | null {
	const { from } = groups[first];
	let best: (Find & { lastGroup: number }) | null = null;
	const digits: number[] = [];
	for (let last = first; last < groups.length; last++) {
		digits.push(...groups[last].digits);
		if (digits.length > mostDigits) break;
		const { to } = groups[last];
		const candidate = found.slice(from, to);
		const beginsHere = first === 0 || candidate.startsWith('+');
		const kind = isCard(candidate, digits)
			? 'card number'
			: beginsHere && isPhone(candidate, digits, found)
				? 'phone number'
				: null;
		if (kind) best = { from, to, kind, lastGroup: last };
	}
	return best;
}

const isCard = (written: string, digits: readonly number[]): boolean =>
	digits.length >= 13 && digits[0] !== 0 && !/[./()+]/.test(written) && passesLuhn(digits);

/** ISO/IEC 7812: from the right, every second digit doubled, its own digits added; the sum ends in 0. */
export function passesLuhn(digits: readonly number[]): boolean {
	const sum = digits.toReversed().reduce((total, digit, i) => {
		const twice = i % 2 === 1 ? digit * 2 : digit;
		return total + (twice > 9 ? twice - 9 : twice);
	}, 0);
	return sum % 10 === 0;
}

/** Many digits, and nobody's number: a day, such as 2026-01-07 or 07.01.2026; an amount, such as 1 250 000. */
const dayLike =
	/^(?:\p{Nd}{4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,2}|\p{Nd}{1,2}[-./]\p{Nd}{1,2}[-./]\p{Nd}{2,4})(?:\P{Nd}|$)/u;
const amountLike = /^\p{Nd}{1,3}(?:[ .]\p{Nd}{3})+$/u;
const northAmerican = /^(?:1[ .-])?\(?\p{Nd}{3}\)?[ .-]{1,2}\p{Nd}{3}[ .-]\p{Nd}{4}$/u;

/**
 * International (+49 …, 0049 …), national (030 …) or in the groups of North America. Anything else may be an order, an
 * invoice or an amount, and stays: a mask that hides those would hide what the customer says.
 */
function isPhone(written: string, digits: readonly number[], run: string): boolean {
	if (digits.length > 15 || dayLike.test(run) || amountLike.test(run)) return false;
	if (written.startsWith('+') || (digits[0] === 0 && digits[1] === 0)) return digits.length >= 8;
	if (digits[0] === 0) return digits.length >= 9 && digits.length <= 12;
	return northAmerican.test(written);
}

/** The value of a digit of any script: Unicode keeps the ten of each in one row, or has it stand for a plain one. */
function digitOf(character: string): number | null {
	if (!/\p{Nd}/u.test(character)) return null;
	const code = character.normalize('NFKC').codePointAt(0)!;
	if (code < 58) return code - 48;
	let zero = code;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return code - zero;
}
