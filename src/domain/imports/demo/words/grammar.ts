import type { Chance } from '../chance.ts';

/** A phrase as it was written down: `[this|that]` is a choice, `{slot}` is filled in, `@tag,tag|` says who would say it. */
export type Phrase = { tags: readonly string[]; parts: readonly Part[] };
type Part = string | { slot: string; opens: boolean } | { choices: readonly (readonly Part[])[] };
export type Slots = (name: string) => string;

/** One phrase a line. In a phrase `\n` is a line break; a line that starts with `//` is a note to the writer. */
export const phrases = (text: string): Phrase[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('//'))
		.map(phrase);

function phrase(line: string): Phrase {
	const [, tags = '', body = ''] = /^(?:@([^|]+)\|)?(.*)$/s.exec(line) ?? [];
	return { tags: tags ? tags.split(',') : [], parts: parse(body.trim().replaceAll('\\n', '\n')) };
}

function parse(text: string): Part[] {
	const parts: Part[] = [];
	let at = 0;
	while (at < text.length) {
		const open = nextOpen(text, at);
		if (open > at) parts.push(text.slice(at, open));
		if (open === text.length) break;
		const close = closing(text, open);
		const inside = text.slice(open + 1, close);
		const opens = /(^|[.!?]\s|\n)$/.test(text.slice(0, open));
		parts.push(text[open] === '{' ? { slot: inside, opens } : { choices: choices(inside).map(parse) });
		at = close + 1;
	}
	return parts;
}

function nextOpen(text: string, from: number): number {
	for (let i = from; i < text.length; i++) if (text[i] === '[' || text[i] === '{') return i;
	return text.length;
}

function closing(text: string, open: number): number {
	const [opens, closes] = text[open] === '{' ? ['{', '}'] : ['[', ']'];
	for (let depth = 0, i = open; i < text.length; i++) {
		if (text[i] === opens) depth++;
		if (text[i] === closes && --depth === 0) return i;
	}
	throw new Error(`This phrase is not closed: ${text}`);
}

function choices(inside: string): string[] {
	const found = [''];
	let depth = 0;
	for (const letter of inside) {
		if (letter === '[') depth++;
		if (letter === ']') depth--;
		if (letter === '|' && depth === 0) found.push('');
		else found[found.length - 1] += letter;
	}
	return found;
}

/** Says a phrase: chooses and fills in. */
export function say({ parts }: Phrase, slots: Slots, chance: Chance): string {
	const one = (part: Part): string => {
		if (typeof part === 'string') return part;
		if ('choices' in part) return chance.pick(part.choices).map(one).join('');
		return part.opens ? capital(slots(part.slot)) : slots(part.slot);
	};
	return parts.map(one).join('').replace(/ {2,}/g, ' ').trim();
}

/** A sentence begins with a capital, also where a slot begins it. */
const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
