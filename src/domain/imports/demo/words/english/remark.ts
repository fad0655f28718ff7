import type { Chance } from '../../chance.ts';
import type { Touchpoint } from '../../surveys.ts';
import { type Deck, deck } from '../deck.ts';
import { type Phrase, say, type Slots } from '../grammar.ts';
import { type Teller, wouldSay } from '../teller.ts';
import type { Voice } from '../voice.ts';
import { after, asides, before } from './around.ts';
import { faintPraise } from './thanks.ts';
import * as short from './short.ts';
import * as stories from './stories.ts';
import { wishes } from './troubles.ts';
import { type Theme, themes, type Tone, toneOf, weightsFor } from './themes.ts';
import { angry, british, engineer, visiting } from './voices.ts';

/** Says things in English. All decks are its own, so that nothing comes round before the rest has been said. */
export function englishRemarks(chance: Chance) {
	const decks = new Map<readonly Phrase[], Deck<Phrase>>();
	const draw = (cards: readonly Phrase[], teller: Teller): Phrase | null => {
		if (!decks.has(cards)) decks.set(cards, deck(cards, chance));
		return decks.get(cards)!.draw(wouldSay(teller));
	};

	return (teller: Teller, voice: Voice, slots: Slots): string => {
		const tone = toneOf(teller.band);
		const speak = (cards: readonly Phrase[]): string => {
			const phrase = draw(cards, teller);
			return phrase ? say(phrase, slots, chance) : '';
		};
		const remark = (of: Tone = tone) => speak(cardsOn(themeFor(teller, of, chance), of));
		const gripe = () => speak(cardsOn(gripes[teller.touchpoint] ?? chance.pick(mild), 'low'));

		const way = teller.touchpoint === 'cancel' ? leavingly : (remarks[voice] ?? plainly);
		return joined(way, { teller, tone, speak, remark, gripe, chance });
	};
}

type Saying = {
	teller: Teller;
	tone: Tone;
	speak: (cards: readonly Phrase[]) => string;
	remark: (tone?: Tone) => string;
	/** A complaint that somebody may have who is content on the whole. */
	gripe: () => string;
	chance: Chance;
};
type Way = (saying: Saying) => string[];

/** Nobody says the same thing twice in one breath, and a sentence ends before the next begins. */
const joined = (way: Way, saying: Saying): string =>
	[...new Set(way(saying))]
		.filter((part) => part !== '')
		.reduce(
			(text, part) => (text === '' || text.endsWith('\n') ? text + part : `${ended(text)} ${opened(text, part)}`),
			''
		);

const ended = (text: string) => (/[\p{L}\d]$/u.test(text) && !text.endsWith(' but') ? `${text}.` : text);

/** After a comma or a "but" a sentence goes on in lower case, unless it begins with "I" or a name. */
function opened(text: string, part: string): string {
	const goesOn =
		/(,|but)$/.test(text) &&
		/^(The|It|They|We|You|Your|Our|My|This|That|There|Every|Each|Nobody|No|Still|Charged|Waiting|Asked|Support|Reports|Same|Was|What|If|When|Since|Search|Sync|Down|Used|Two|Three)\b/.test(
			part
		);
	return goesOn ? part[0].toLowerCase() + part.slice(1) : part;
}

const gripes: Partial<Record<Touchpoint, Theme>> = {
	support: 'support',
	onboarding: 'onboarding',
	billing: 'invoices'
};
const mild: readonly Theme[] = ['board', 'mobile', 'reports', 'integrations', 'speed', 'invoices', 'access'];

const cardsOn = (theme: Theme, tone: Tone): readonly Phrase[] => {
	const spoken: Partial<Record<Tone, readonly Phrase[]>> = themes[theme];
	return spoken[tone] ?? themes.general[tone];
};

function themeFor({ touchpoint, tags, band }: Teller, tone: Tone, chance: Chance): Theme {
	if (band === 'awful' && tone === 'low' && chance.yes(0.16)) return 'awful';
	const weights = Object.entries(weightsFor(touchpoint, tone, tags)) as [Theme, number][];
	let at = chance.unit() * weights.reduce((sum, [, weight]) => sum + weight, 0);
	return (weights.find(([, weight]) => (at -= weight) < 0) ?? weights[0])[0];
}

const plainly: Way = (saying) => {
	const { tone, speak, remark, gripe, chance } = saying;
	const kind = chance.unit();
	if (kind < 0.1) return [speak(short[tone])];
	if (kind < 0.26) return tone === 'mid' ? [speak(faintPraise), gripe()] : [remark(), remark()];
	if (kind < 0.54) return [remark()];
	if (kind < 0.7) return [remark(), speak(after[tone])];
	if (kind < 0.78) return tone === 'mid' ? [remark()] : [speak(before[tone]), remark()];
	return atLength(saying);
};

const atLength: Way = ({ tone, speak, remark, chance }) => {
	const kind = chance.unit();
	if (kind < 0.3)
		return [
			remark(),
			chance.pick(['Also:', 'And:', 'PS:', 'On top of that:', 'Second thing.', '\n', '\n\n']),
			remark()
		];
	if (kind < 0.45) return [remark(), speak(asides)];
	if (kind < 0.6) return [speak(before[tone]), remark(), speak(after[tone])];
	if (kind < 0.72 && tone !== 'low') return [remark(), speak(wishes)];
	return [remark(), remark(), remark(), speak(after[tone])];
};

/** Who leaves says it and is gone. */
const leavingly: Way = ({ tone, speak, remark, chance }) => {
	const kind = chance.unit();
	return kind < 0.12 ? [speak(short[tone])] : kind < 0.85 ? [remark()] : [remark(), remark()];
};

/** Whoever has little time says the shortest of what came to mind. */
const briefly: Way = ({ remark }) => [[remark(), remark(), remark()].sort((a, b) => a.length - b.length)[0]];

/** Ways of saying that depend on the person. Who has none of their own speaks plainly. */
const remarks: Partial<Record<Voice, Way>> = {
	terse: (saying) => (saying.chance.yes(0.35) ? [saying.speak(short[saying.tone])] : briefly(saying)),
	'one word': ({ tone, speak, chance }) => [speak(chance.yes(0.42) ? short.nothing : short[tone])],
	angry: (saying) => {
		const { tone, speak, remark, chance } = saying;
		if (tone !== 'low') return plainly(saying);
		return [chance.yes(0.55) ? speak(angry.before) : '', remark(), chance.yes(0.65) ? speak(angry.after) : ''];
	},
	british: (saying) => {
		const { tone, speak, remark, gripe, chance } = saying;
		const closing = chance.yes(0.45) ? speak(british.after) : '';
		if (tone === 'high' || chance.yes(0.3)) return [...plainly(saying), closing];
		return [chance.yes(0.6) ? speak(british.before) : '', tone === 'mid' ? gripe() : remark(), closing];
	},
	engineer: (saying) => (saying.chance.yes(0.55) ? [saying.speak(engineer[saying.tone])] : plainly(saying)),
	visiting: (saying) => {
		const { tone, speak, chance } = saying;
		return chance.yes(0.6) ? [speak(visiting[tone]), chance.yes(0.25) ? speak(visiting[tone]) : ''] : plainly(saying);
	},
	rambling: (saying) => {
		const { teller, tone, speak, remark, chance } = saying;
		const story = teller.touchpoint !== 'cancel' && chance.yes(0.45);
		return story
			? [speak(stories[tone])]
			: [speak(before[tone]), remark(), remark(), speak(after[tone]), chance.yes(0.3) ? speak(asides) : ''];
	},
	hurried: (saying) => {
		const { tone, speak, remark, chance } = saying;
		return chance.yes(0.25) ? [speak(short[tone])] : chance.yes(0.5) ? [remark()] : plainly(saying);
	}
};
