import type { Chance } from './chance.ts';
import type { Segment } from './model.ts';
import { companyName } from './names/companies.ts';
import { type Person, person } from './names/people.ts';
import type { Place } from './places.ts';
import type { Trade } from './trades.ts';

/** What one-person customers add to their name, where they add anything. */
const selfMade: Record<string, readonly string[]> = {
	tutor: ['Tuition', 'Maths Tutoring', 'Language Lessons', 'Tutoring'],
	music: ['Piano', 'Guitar Lessons', 'Violin Studio', 'Music'],
	physio: ['Physio', 'Sports Massage', 'Osteopathy'],
	groomer: ['Dog Grooming', 'Mobile Grooming', 'Paws'],
	hair: ['Hair', 'Hair at Home', 'Barbering'],
	handy: ['Repairs', 'Handyman', 'Property Care'],
	locks: ['Locks', 'Locksmith'],
	driving: ['Driving Tuition', 'Driving Lessons'],
	therapy: ['Counselling', 'Therapy']
};

export type Named = { name: string; self: Person };

export type Namer = {
	customer(segment: Segment, place: Place, trade: Trade, chance: Chance): Named;
	/** A branch is called as its group and its town. */
	branch(group: string, place: Place, chance: Chance): string;
};

/** Gives names that no other customer has. */
export function namer(): Namer {
	const taken = new Set<string>();
	const free = (wanted: string, place: Place, chance: Chance): string => {
		let name = wanted;
		for (let i = 1; taken.has(name); i++) name = `${wanted} ${i < 5 ? chance.pick(place.cities) : i}`;
		taken.add(name);
		return name;
	};
	const branch: Namer['branch'] = (group, place, chance) => {
		const open = place.cities.filter((city) => !taken.has(`${group} ${city}`));
		return free(`${group} ${open.length > 0 ? chance.pick(open) : 'II'}`, place, chance);
	};
	const customer: Namer['customer'] = (segment, place, trade, chance) => {
		const propose = (): Named => {
			const self = person(place.culture, chance);
			return {
				self,
				name:
					segment === 'Solo'
						? ownName(self, place, trade, chance)
						: companyName(self.family, place.culture, place.cities, trade, chance)
			};
		};
		let named = propose();
		for (let i = 0; i < 8 && taken.has(named.name); i++) named = propose();
		return { ...named, name: free(named.name, place, chance) };
	};

	return { customer, branch };
}

function ownName({ given, family }: Person, place: Place, { key }: Trade, chance: Chance): string {
	const english = place.culture === 'english' || place.culture === 'world';
	if (!english || chance.yes(0.55)) return `${given} ${family}`;
	const addition = chance.pick(selfMade[key] ?? ['Services']);

	return chance.yes(0.5) ? `${given} ${family} ${addition}` : `${family} ${addition}`;
}
