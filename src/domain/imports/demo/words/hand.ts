import type { Chance } from '../chance.ts';
import { emojis, hurried } from './english/voices.ts';
import type { Language } from './language.ts';
import type { Band } from './teller.ts';
import type { Voice } from './voice.ts';

type Manner = { language: Language; band: Band };

const ends: Record<Band, readonly string[]> = {
	awful: ['smh', 'unreal', 'lol', 'ffs', 'honestly'],
	low: ['tbh', 'smh', 'sorry', 'ngl', 'anyway', 'just saying'],
	mid: ['tbh', 'anyway', 'lol', 'cheers', 'i guess'],
	high: ['x', 'cheers', 'lol', 'xx', 'haha', 'legends']
};

/** Puts a text on the page as this person's hand would. */
export function written(text: string, voice: Voice, { language, band }: Manner, chance: Chance): string {
	if (voice === 'hurried')
		return slips(quickly(text, { language, band }, chance), chance.yes(0.6) ? 1 + text.length / 120 : 0, chance);
	if (voice === 'capitals') return chance.yes(0.7) ? text.toUpperCase() : text;
	if (voice === 'emoji') return withEmoji(text, band, chance);
	if (voice === 'angry' && band !== 'mid' && band !== 'high') return loudly(text, chance);

	const plain = chance.yes(0.09) ? slips(text, 1, chance) : text;
	return chance.yes(0.22) ? curled(plain) : plain;
}

/** Some phones and word processors bend the quotes. */
const curled = (text: string) => text.replace(/'/g, '’').replace(/"([^"]*)"/g, '“$1”');

/** Lower case, few stops, short forms; in other languages without the accents, as on a phone. */
function quickly(text: string, { language, band }: Manner, chance: Chance): string {
	if (language === 'ja') return text.replace(/。$/, '');
	let quick = text.toLowerCase();
	if (language === 'en') {
		for (const [long, short] of hurried) if (chance.yes(0.28)) quick = quick.replace(long, short);
		if (chance.yes(0.5)) quick = quick.replace(/['’]/g, '');
		if (chance.yes(0.2)) quick = `${quick.replace(/\.$/, '')} ${chance.pick(ends[band])}`;
	} else if (chance.yes(0.5) && language !== 'de') {
		quick = quick
			.normalize('NFD')
			.replace(/[\u0300-\u036f]/g, '')
			.replace(/ł/g, 'l');
	}
	if (chance.yes(0.45)) quick = quick.replace(/(?<!\d)([.]) /g, () => (chance.yes(0.6) ? ', ' : ' '));
	return quick.replace(/[.]$/, '').replace(/\n\n/g, '\n');
}

const tricky: readonly (readonly [RegExp, string])[] = [
	[/\bthe\b/, 'teh'],
	[/\breceive/, 'recieve'],
	[/\bdefinitely\b/, 'definately'],
	[/\byou're\b/, 'your'],
	[/\bit's\b/, 'its'],
	[/\bthan\b/, 'then'],
	[/\btheir\b/, 'there'],
	[/\bseparate/, 'seperate'],
	[/\bwhich\b/, 'wich'],
	[/\bbelieve/, 'beleive']
];

/** Slips of the fingers: neighbours swapped, a letter lost or doubled, a space forgotten. */
function slips(text: string, count: number, chance: Chance): string {
	let slipped = text;
	for (let i = 1; i <= count; i++) slipped = slip(slipped, chance);
	return slipped;
}

function slip(text: string, chance: Chance): string {
	if (chance.yes(0.25)) {
		const [right, wrong] = chance.pick(tricky);
		return text.replace(right, wrong);
	}
	const at = chance.between(1, Math.max(1, text.length - 3));
	if (!/^[a-zà-ž]{3}$/.test(text.slice(at, at + 3))) return text;
	const kind = chance.between(0, 3);
	if (kind === 0) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
	if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
	if (kind === 2) return text.slice(0, at) + text[at] + text.slice(at);
	return text.replace(/, /, ',');
}

function withEmoji(text: string, band: Band, chance: Chance): string {
	const own = emojis[band === 'awful' ? 'low' : band];
	const first = chance.pick(own);
	if (chance.yes(0.25))
		return text.replace(/\s?[.!?。](?=\s|$)/g, (end) => (chance.yes(0.5) ? ` ${chance.pick(own)}` : end)).trim();
	return chance.yes(0.15)
		? `${first} ${text}`
		: `${text.replace(/\s*[.。!]$/, '')}${/。/.test(text) ? '' : ' '}${first}`;
}

function loudly(text: string, chance: Chance): string {
	const marked = chance.yes(0.5) ? text.replace(/\.$/, chance.pick(['!', '!!', '!!!', '!!?'])) : text;
	if (!chance.yes(0.35)) return marked;
	return marked.replace(
		/\b(not|never|again|nobody|still|no one|nothing|every|three|twice|nicht|jamais|nunca|mai|niemand)\b/gi,
		(word) => word.toUpperCase()
	);
}
