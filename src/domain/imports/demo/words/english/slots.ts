import type { Chance } from '../../chance.ts';
import { person } from '../../names/people.ts';
import { amountIn } from '../country.ts';
import type { Teller } from '../teller.ts';

const list = (words: string) => words.split(', ');

const modules = {
	Solo: list('calendar, reminders, online booking, customer list, invoices page, app, waiting list, week view'),
	other: list(
		'dispatch board, calendar, route planner, reminders, rota, reports page, customer list, waiting list, time sheets, shift swaps, online booking, stock view'
	)
};
const systems = {
	care: list('practice software, accounting package, patient records, payroll, lab system'),
	road: list('telematics, accounting package, payroll, warehouse system, fuel cards'),
	shop: list('parts catalogue, accounting package, till, stock system'),
	field: list('accounting package, ERP, payroll, spare parts stock'),
	teach: list('accounting package, exam booking site, payroll')
};
const wishes = list(
	'a dark mode, a print view, recurring {jobs} that skip holidays, a way to copy a week, colours I can choose, a map view, WhatsApp reminders, a shared inbox, an undo button, a proper search, a second phone number per {person}, split {jobs}, notes only I can see, a birthday list, a pause button, voice notes, a lock for finished days, two calendars side by side, a waiting list with priorities, a deposit at booking, keyboard shortcuts'
);
const things = list(
	'the sync, the app, the double bookings, the reminders, the invoices, the Monday mornings, one export'
);
const minutes = list(
	'ten minutes, 20 minutes, a quarter of an hour, 45 minutes, eight minutes, half an hour, twelve minutes, 35 minutes, forty minutes'
);
const hours = list('two hours, three hours, half a day, an hour and a half, four hours, five hours');
const days = list(
	'4 days, six days, nine days, a week, eleven days, two weeks, 12 days, five working days, 16 days, eight days, three days'
);
const numbers = list('one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve');
const tongues = list('Polish, Urdu, Spanish, Arabic, Turkish, Portuguese, Vietnamese, Romanian, Tagalog');
const sizes = list('small, busy, family, two-storey, country, not very modern');

/** What only English phrases ask for. */
export function englishSlots({ customer, daysWithUs, day }: Teller, chance: Chance): Record<string, () => string> {
	const { trade, temper, name } = customer;
	const solo = temper.segment === 'Solo';
	const module = () => chance.pick(solo ? modules.Solo : modules.other);
	const weeks = () =>
		`${numbers[Math.min(11, daysWithUs < 75 ? Math.max(1, Math.floor(daysWithUs / 7) - 1) : chance.between(1, 8))]} weeks`;
	const wish = () => chance.pick(wishes).replace('{jobs}', trade.jobs).replace('{person}', trade.person);
	const date = new Date(day * 86_400_000);

	return {
		person: () => trade.person,
		people: () => trade.people,
		job: () => trade.job,
		jobs: () => trade.jobs,
		worker: () => trade.worker,
		workers: () => trade.workers,
		place: () => trade.place,
		places: () => trade.places,
		'a-place': () => withArticle(trade.place),
		'a-job': () => withArticle(trade.job),
		'a-worker': () => withArticle(trade.worker),
		desk: () =>
			solo
				? 'kitchen table'
				: trade.sector === 'road'
					? 'dispatch office'
					: trade.sector === 'care'
						? 'front desk'
						: 'office',
		company: () => name,
		module,
		module2: module,
		system: () => chance.pick(systems[trade.sector]),
		wish,
		tongue: () => chance.pick(tongues),
		'one-thing': () => chance.pick(things),
		size: () => chance.pick(sizes),
		family: () => person('english', chance).family,
		cent: () => (['gb', 'ie', 'za'].includes(customer.place.country) ? 'penny' : 'cent'),
		weeks,
		months: () => `${numbers[chance.between(1, 8)]} months`,
		years: () => `${numbers[chance.between(1, 5)]} years`,
		tenure: () => tenure(daysWithUs),
		days: () => chance.pick(days),
		hours: () => chance.pick(hours),
		mins: () => chance.pick(minutes),
		d: () => String(chance.between(2, 9)),
		N8: () => numbers[chance.between(1, 7)],
		N00: () => String(chance.between(112, 986)),
		n00: () => String(10 * chance.between(11, 64)),
		noon: () => chance.pick(['noon', 'four', 'lunch', 'eleven', "three o'clock"]),
		evening: () =>
			chance.pick(['9 pm', 'half past nine', 'ten', '8.40 pm', 'nearly eleven', '10 pm', 'twenty to nine', '11 pm']),
		date: () => chance.pick(['1st', '4th', '12th', '15th', '21st', '28th']),
		boss: () => (solo ? 'accountant' : chance.pick(['boss', 'director', 'partners', 'owner'])),
		year: () => String(date.getUTCFullYear()),
		small: () => amountIn(customer.place.country, chance.between(18, 140)),
		build: () => `${date.getUTCFullYear() % 100}.${date.getUTCMonth() + 1}.${chance.between(0, 9)}`
	};
}

const withArticle = (word: string) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** As people say it: in days and weeks at first, in years later. */
function tenure(days: number): string {
	if (days < 21) return days < 2 ? 'two days' : `${days} days`;
	if (days < 77) return `${numbers[Math.floor(days / 7) - 1]} weeks`;
	const months = Math.floor(days / 30.4);
	if (months < 21) return `${numbers[months - 1] ?? months} months`;
	const years = Math.round(days / 365);
	return years < 13 ? `${numbers[years - 1]} years` : `${years} years`;
}
