import type { Chance } from '../chance.ts';
import { czech } from './czech.ts';
import { type Deck, deck } from './deck.ts';
import { dutch } from './dutch.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { type Phrase, say, type Slots } from './grammar.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import type { Language } from './language.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { speakers } from './staff.ts';
import { type Teller, wouldSay } from './teller.ts';
import type { Voice } from './voice.ts';

const books = {
	de: german,
	fr: french,
	es: spanish,
	pt: portuguese,
	it: italian,
	nl: dutch,
	cs: czech,
	pl: polish,
	ja: japanese
};
const topics = ['onboarding', 'support', 'billing'];

/** Says things in any language but English. After a touchpoint people speak of it, if the book has something to say. */
export function otherRemarks(chance: Chance) {
	const decks = new Map<readonly Phrase[], Deck<Phrase>>();
	const draw = (cards: readonly Phrase[], fits: (phrase: Phrase) => boolean): Phrase | null => {
		if (!decks.has(cards)) decks.set(cards, deck(cards, chance));
		return decks.get(cards)!.draw(fits);
	};

	return (teller: Teller, voice: Voice, slots: Slots): string => {
		const book = books[teller.language as Exclude<Language, 'en'>];
		const tone = teller.band === 'awful' ? 'low' : teller.band;
		const fits = wouldSay(teller);
		const speak = (cards: readonly Phrase[], wanted: (phrase: Phrase) => boolean = fits) => {
			const phrase = draw(cards, wanted) ?? draw(cards, fits);
			return phrase ? say(phrase, slots, chance) : '';
		};
		const remark = () => {
			if (teller.touchpoint === 'cancel' && chance.yes(0.75)) return speak(book.leaving);
			if (teller.band === 'awful' && chance.yes(0.25)) return speak(book.awful);
			return speak(book[tone], (phrase) => fits(phrase) && onTopic(phrase, teller, chance));
		};
		const link = teller.language === 'ja' ? '' : ' ';
		const kind = chance.unit();

		if (voice === 'one word' || (voice === 'terse' && kind < 0.5) || kind < 0.1) return speak(book.short[tone]);
		if (kind < 0.6) return remark();
		if (kind < 0.8) return [remark(), speak(book.after[tone])].join(link);
		if (kind < 0.88) return opening(speak(book.before[tone]), remark(), teller.language);
		return [...new Set([remark(), remark()])].join(link);
	};
}

function onTopic({ tags }: Phrase, { touchpoint, tags: true_ }: Teller, chance: Chance): boolean {
	const topic = tags.find((tag) => topics.includes(tag));
	if (topics.includes(touchpoint)) return topic === touchpoint || (topic === undefined && chance.yes(0.03));
	if (topic === 'onboarding') return true_.has('new');
	return topic === undefined || chance.yes(0.6);
}

/** After a comma or an "aber" a sentence goes on in lower case; after a colon too, but not in German. */
function opening(first: string, then: string, language: Language): string {
	const goesOn = /(,|\b(aber|mais|pero|mas|ma|maar|ale))$/.test(first) || (first.endsWith(':') && language !== 'de');
	return first + (language === 'ja' ? '' : ' ') + (goesOn ? lowered(then) : then);
}

const names = new Set(Object.values(speakers).flatMap(({ women, men }) => [...women, ...men]));

const lowered = (text: string): string => {
	const [word] = text.split(/[ ,]/, 1);
	return names.has(word) || !/^\p{Lu}\p{Ll}*$/u.test(word) ? text : text[0].toLowerCase() + text.slice(1);
};
