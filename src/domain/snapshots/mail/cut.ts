import { number } from '#ui/format/number.ts';

const inOne = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The beginning of a text, up to a number of UTF-16 units but never within a character as it is read; and how much is left. */
export function cut(text: string, longest: number): { text: string; left: number } {
	if (text.length <= longest) return { text, left: 0 };
	// A character that people see as one is seldom longer than this; where one is, it is cut.
	const before = text.slice(0, longest + 40);
	let end = 0;
	for (const { index, segment } of inOne.segment(before)) {
		if (index + segment.length > longest) break;
		end = index + segment.length;
	}
	const at = end > 0 ? end : longest;
	return { text: text.slice(0, at), left: text.length - at };
}

/** What a cut leaves out, never silently. */
export const leftText = (left: number): string =>
	left === 0 ? '' : `… ${number(left)} more characters in the edition`;
