import type { Find } from './rules.ts';

/** Writing that keeps no space between words: there a name is found wherever it stands. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** The names of colleagues as whole words, in whatever case, however their parts are spaced. Longer names first. */
export function names(text: string, staffNames: readonly string[]): Find[] {
	const pattern = patternFor(staffNames);
	if (!pattern) return [];
	return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
		from: index,
		to: index + found.length,
		kind: 'colleague’s name'
	}));
}

/** The list changes rarely and is held against every comment. */
let kept: { of: string; pattern: RegExp | null } = { of: '', pattern: null };

function patternFor(staffNames: readonly string[]): RegExp | null {
	const of = staffNames.join('\n');
	if (kept.of !== of) kept = { of, pattern: madeFor(staffNames) };
	return kept.pattern;
}

function madeFor(staffNames: readonly string[]): RegExp | null {
	const alternatives = staffNames
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.sort((a, b) => b.length - a.length)
		.map((name) => {
			const words = name.split(/\s+/).map(escaped).join('\\s+');
			return unspaced.test(name) ? words : `(?<![\\p{L}\\p{N}\\p{M}])${words}(?![\\p{L}\\p{N}\\p{M}])`;
		});
	return alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'giu');
}

/** Exactly the characters that mean something in a pattern: to escape another one is an error. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
