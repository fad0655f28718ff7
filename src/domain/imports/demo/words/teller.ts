import { type Metric, scaleOf } from '#domain/surveys/survey.ts';
import type { Asked } from '../asking.ts';
import { dayOf } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Contact, Customer } from '../customers.ts';
import { onboardingWorseSince, supportBetterSince } from '../story.ts';
import { askings, type Touchpoint } from '../surveys.ts';
import type { Language } from './language.ts';
import type { Phrase } from './grammar.ts';

export const bands = ['awful', 'low', 'mid', 'high'] as const;
export type Band = (typeof bands)[number];

/** Who writes, about what and in which mood. */
export type Teller = {
	customer: Customer;
	contact: Contact;
	language: Language;
	touchpoint: Touchpoint;
	band: Band;
	score: number;
	day: number;
	daysWithUs: number;
	/** Everything that is true of them and that a phrase may ask for. */
	tags: ReadonlySet<string>;
};

export function tellerOf(asked: Asked, language: Language, today: number, chance: Chance): Teller {
	const { customer, touchpoint, answer } = asked;
	const { at, score } = answer!;
	const day = dayOf(at);
	const band = contrary(bandOf(askings[touchpoint].metric, score, chance), chance);
	const daysWithUs = day - customer.startedOn;

	return {
		customer,
		contact: customer.contacts[asked.contact],
		language,
		touchpoint,
		band,
		score,
		day,
		daysWithUs,
		tags: tagsOf(customer, band, daysWithUs, today - day).add(askings[touchpoint].metric)
	};
}

/** Two or three in a hundred write the opposite of what they scored, as in any feed. */
function contrary(band: Band, chance: Chance): Band {
	if (!chance.yes(0.022)) return band;
	return band === 'high' ? 'low' : band === 'mid' ? 'mid' : 'high';
}

type Mood = { band: Band; share: number; otherwise: Band };
const mostly = (band: Band, share: number, otherwise: Band): Mood => ({ band, share, otherwise });
const always = (band: Band): Mood => mostly(band, 1, band);

/** The mood in which each number is mostly written, by how far it is from the best; some numbers are two-faced. */
const moods: Record<Metric, readonly Mood[]> = {
	nps: [
		...[always('high'), always('high')],
		...[always('mid'), always('mid')],
		...[always('low'), always('low'), always('low')],
		...[always('awful'), always('awful'), always('awful'), always('awful')]
	],
	csat: [always('high'), mostly('mid', 0.6, 'high'), mostly('low', 0.6, 'mid'), always('low'), always('awful')],
	ces: [
		...[always('high'), mostly('high', 0.55, 'mid'), mostly('mid', 0.8, 'low')],
		...[always('low'), always('low'), always('awful'), always('awful')]
	]
};

function bandOf(metric: Metric, score: number, chance: Chance): Band {
	const { band, share, otherwise } = moods[metric][scaleOf[metric].highest - score];
	return chance.yes(share) ? band : otherwise;
}

function tagsOf({ temper, trade, place }: Customer, band: Band, daysWithUs: number, daysAgo: number): Set<string> {
	const { segment, region } = temper;
	const { sector, key } = trade;
	const ifTrue: Record<string, boolean> = {
		ET: segment !== 'Solo',
		happy: band === 'high' || band === 'mid',
		unhappy: band !== 'high',
		human: sector === 'care' && key !== 'vet',
		dispatch: sector === 'road' || sector === 'field' || key === 'home',
		new: daysWithUs < 75,
		early: daysWithUs < 430,
		old: daysWithUs > 730,
		emea: region === 'EMEA',
		pooled: region === 'EMEA' && daysAgo < onboardingWorseSince,
		nearby: region === 'Asia Pacific' && daysAgo < supportBetterSince,
		faraway: region === 'Asia Pacific' && daysAgo >= supportBetterSince
	};
	const plain = [segment[0], sector, key, band, place.country, 'rambling', 'billing', 'support', 'onboarding'];

	return new Set([...plain, ...Object.keys(ifTrue).filter((tag) => ifTrue[tag])]);
}

/** Whether everything that a phrase asks of its teller is so. */
export const wouldSay =
	({ tags }: Teller) =>
	(phrase: Phrase): boolean =>
		phrase.tags.every((tag) => tags.has(tag));
