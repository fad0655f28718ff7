import { type Chance, weighted } from '../chance.ts';
import type { Customer } from '../customers.ts';
import type { Language } from './language.ts';

/** How a person writes, the same in everything they write. */
export type Voice =
	| 'plain'
	| 'terse'
	| 'angry'
	| 'british'
	| 'engineer'
	| 'visiting'
	| 'rambling'
	| 'hurried'
	| 'capitals'
	| 'emoji'
	| 'one word';

const native = weighted<Voice>([
	['plain', 43],
	['terse', 13],
	['angry', 6],
	['rambling', 6],
	['hurried', 14],
	['capitals', 1.5],
	['emoji', 6],
	['one word', 7],
	['engineer', 3.5]
]);
const abroad = weighted<Voice>([
	['plain', 45],
	['terse', 16],
	['hurried', 16],
	['emoji', 8],
	['one word', 7],
	['angry', 5],
	['capitals', 1],
	['rambling', 2]
]);
const guests = new Set([
	'german',
	'french',
	'spanish',
	'portuguese',
	'italian',
	'dutch',
	'czech',
	'polish',
	'japanese'
]);

export function voiceOf({ place, temper }: Customer, language: Language, chance: Chance): Voice {
	if (language !== 'en') return abroad(chance);
	if (guests.has(place.culture) && place.region !== 'North America')
		return chance.yes(0.7) ? 'visiting' : native(chance);
	if (['gb', 'ie', 'nz', 'za'].includes(place.country) && chance.yes(0.13)) return 'british';
	const voice = native(chance);

	return voice === 'engineer' && temper.segment === 'Solo' ? 'plain' : voice;
}
