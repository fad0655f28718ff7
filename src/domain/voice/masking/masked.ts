import { addresses } from './addresses.ts';
import { names } from './names.ts';
import { numbers } from './numbers.ts';
import type { Find, HiddenKind, MaskingRules, Part } from './rules.ts';

/** A text in pieces: what may be read by everybody, and what is hidden from some. Joined, they are the text. */
export function masked(text: string, { staffNames }: MaskingRules): Part[] {
	const parts: Part[] = [];
	let at = 0;
	for (const { from, to, kind } of apart([...addresses(text), ...numbers(text), ...names(text, staffNames)])) {
		if (from > at) parts.push({ text: text.slice(at, from), hidden: null });
		parts.push({ text: text.slice(from, to), hidden: kind });
		at = to;
	}
	if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), hidden: null });
	return parts;
}

/** Where two finds meet, they are one of the earlier kind: nothing of either may show. */
function apart(finds: Find[]): Find[] {
	const united: Find[] = [];
	for (const find of finds.sort((a, b) => a.from - b.from || b.to - a.to)) {
		const last = united.at(-1);
		if (last && find.from < last.to) last.to = Math.max(last.to, find.to);
		else united.push({ ...find });
	}
	return united;
}

/** Where in a shown text something is hidden, and what. The text itself says so as well. */
export type Hidden = Find;

export type Shown = { text: string; hidden: Hidden[] };

/** What stands in the place of what is hidden. */
export const placeholder = (kind: HiddenKind): string => `[${kind} hidden]`;

/** A text for a reader who may not see what is hidden: only this leaves the server. */
export function shown(text: string, rules: MaskingRules): Shown {
	let written = '';
	const hidden: Hidden[] = [];
	for (const part of masked(text, rules)) {
		const from = written.length;
		written += part.hidden ? placeholder(part.hidden) : part.text;
		if (part.hidden) hidden.push({ from, to: written.length, kind: part.hidden });
	}
	return { text: written, hidden };
}
