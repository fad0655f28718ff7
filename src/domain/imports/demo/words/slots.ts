import { monthsAfter, notAfterThe28th } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Slots } from './grammar.ts';
import { person } from '../names/people.ts';
import { amountIn, phoneIn, vatNumber } from './country.ts';
import { locals } from './local.ts';
import { rivals, sellers, speakers, staff } from './staff.ts';
import type { Teller } from './teller.ts';

/** What fills the slots of one comment. Who and what stays the same within it; counts and amounts are drawn anew. */
export function slotsOf(teller: Teller, chance: Chance, own: Record<string, () => string> = {}): Slots {
	const fillers: Record<string, () => string> = { ...common(teller, chance), ...own };
	const kept = new Map<string, string>();
	const keep = (name: string): string => {
		if (!kept.has(name)) kept.set(name, another(fillers, name, [...kept.values()]));
		return kept.get(name)!;
	};

	return (slot) => {
		if (slot in fillers && !lasting.has(slot)) return fillers[slot]();
		const name = slot[0].toLowerCase() + slot.slice(1);
		const value = lasting.has(name) ? keep(name) : fillers[name]?.();
		if (value === undefined) throw new Error(`Nothing fills {${slot}}`);
		return slot === name ? value : value[0].toUpperCase() + value.slice(1);
	};
}

const lasting = new Set(
	'name name2 name3 her her2 him own own2 own3 city rival module module2 ticket rep weekday weekday2 month month2 early date'.split(
		' '
	)
);

/** Two names, or two weekdays, in one comment are two different ones. */
function another(fillers: Record<string, () => string>, name: string, taken: readonly string[]): string {
	let value = fillers[name]();
	for (let i = 0; i < 4 && taken.includes(value); i++) value = fillers[name]();
	return value;
}

function common({ customer, contact, language, day, score }: Teller, chance: Chance): Record<string, () => string> {
	const { place, temper, contacts } = customer;
	const local = locals[language];
	const month = new Date(monthsAfter(notAfterThe28th(day), 0) * 86_400_000).getUTCMonth();
	const monthFrom = (least: number, most: number) => local.months[(month + 24 + chance.between(least, most)) % 12];
	const names = language === 'en' ? staff[temper.region] : [...speakers[language].women, ...speakers[language].men];
	const name = () => chance.pick(names);
	const her = () => (language === 'en' ? name() : chance.pick(speakers[language].women));
	const early = () => local.hour(chance.between(4, 5), chance.between(0, 11) * 5);
	const weekday = () => local.weekdays[chance.between(0, 4)];
	const colleague = () =>
		(contacts.find((other) => other !== contact && chance.yes(0.6)) ?? person(place.culture, chance)).given;
	const [least, most] = { Enterprise: [900, 6800], Team: [90, 780], Solo: [19, 79] }[temper.segment];

	return {
		name,
		name2: name,
		name3: name,
		her,
		her2: her,
		him: () => (language === 'en' ? name() : chance.pick(speakers[language].men)),
		own: () => contact.given,
		own2: colleague,
		own3: name,
		rep: () => chance.pick(sellers),
		rival: () => chance.pick(rivals),
		city: () => chance.pick(place.cities),
		ticket: () => `#${chance.between(21_000, 98_999)}`,
		n: () => local.numbers[chance.between(0, 6)],
		N: () => String(chance.between(11, 48)),
		nth: () => chance.pick(local.ordinals),
		pct: () => local.percent(chance.between(11, 38)),
		age: () => String(chance.between(49, 77)),
		amount: () => amountIn(place.country, chance.between(least, most)),
		vat: () => vatNumber(place.country, chance),
		phone: () => phoneIn(place.country, chance),
		month: () => monthFrom(-7, -1),
		month2: () => monthFrom(-7, -1),
		soon: () => monthFrom(2, 6),
		weekday,
		weekday2: weekday,
		day: weekday,
		day2: weekday,
		early,
		early2: () => local.hour(chance.between(6, 6), chance.between(0, 11) * 5),
		time: () => local.hour(chance.between(7, 10), chance.between(0, 11) * 5),
		low1: () => String(Math.min(score, 5)),
		low2: () => String(Math.min(score, 5) + 1)
	};
}
