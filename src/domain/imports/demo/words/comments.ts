import type { Asked } from '../asking.ts';
import { type Chance, chanceFor } from '../chance.ts';
import { englishRemarks } from './english/remark.ts';
import { englishSlots } from './english/slots.ts';
import { nothing } from './english/short.ts';
import { say } from './grammar.ts';
import { written } from './hand.ts';
import type { Language } from './language.ts';
import { otherRemarks } from './remark.ts';
import { slotsOf } from './slots.ts';
import { strange } from './strange.ts';
import { type Teller, tellerOf } from './teller.ts';
import { type Voice, voiceOf } from './voice.ts';

export type Comment = { text: string; language: string | null };

/** How often a text is put differently because somebody has said it already, before it may stand. */
const attempts = 6;

/** Writes comments in the order in which they come in: what was said before is said otherwise. */
export function commenter({ seed, today }: { seed: number; today: number }): (asked: Asked) => Comment {
	const chance = chanceFor(seed, 'words');
	const english = englishRemarks(chance);
	const others = otherRemarks(chance);
	const said = memory();

	return (asked) => {
		const { language, voice } = personOf(asked, seed);
		const teller = tellerOf(asked, language, today, chance);
		if (chance.yes(0.006)) return oddly(teller, chance);
		if (chance.yes(0.025)) return { text: say(chance.pick(nothing), () => '', chance), language: null };
		const own = language === 'en' ? englishSlots(teller, chance) : {};
		const remarks = language === 'en' ? english : others;
		const write = (way: Voice) => written(remarks(teller, way, slotsOf(teller, chance, own)), voice, teller, chance);

		let text = write(voice);
		for (let i = 1; i < attempts && (text === '' || said.before(text)); i++) text = write(i < 3 ? voice : 'plain');
		said.remember(text);

		return { text, language: /\p{L}/u.test(text) ? language : null };
	};
}

/** A person has one language and one way of writing, whatever they are asked. */
function personOf({ customer, contact }: Asked, seed: number): { language: Language; voice: Voice } {
	const chance = chanceFor(seed, 'voice', customer.number * 10 + contact);
	const language = customer.place.language(chance);
	return { language, voice: voiceOf(customer, language, chance) };
}

function oddly({ band }: Teller, chance: Chance): Comment {
	const tone = band === 'awful' ? 'low' : band;
	const { text, language } = chance.pick(strange.filter((one) => one.band === tone));
	return { text, language };
}

/**
 * What has been said: whole texts, long sentences, and how pages end. Short ones may come again, since people do say
 * 'Thanks!' twice; a page that somebody remembers may not, or it was not theirs.
 */
function memory() {
	const texts = new Set<string>();
	const sentences = new Map<string, number>();
	const pages = new Map<string, number>();
	const longOnes = (text: string) => text.split(/(?<=[.!?。])\s*(?=\S)|\n+/).filter((sentence) => sentence.length > 60);
	const ending = (text: string) => text.slice(-40);
	const times = (counts: Map<string, number>, key: string) => counts.get(key) ?? 0;
	const count = (counts: Map<string, number>, key: string) => counts.set(key, times(counts, key) + 1);

	return {
		before: (text: string): boolean =>
			(text.length > 24 && texts.has(text)) ||
			(text.length > 200 && times(pages, ending(text)) >= (text.length > 900 ? 2 : 3)) ||
			longOnes(text).some((sentence) => times(sentences, sentence) >= (sentence.length > 100 ? 5 : 10)),
		remember(text: string): void {
			texts.add(text);
			if (text.length > 200) count(pages, ending(text));
			for (const sentence of longOnes(text)) count(sentences, sentence);
		}
	};
}
