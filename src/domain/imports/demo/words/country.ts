import type { Chance } from '../chance.ts';

/** How amounts are written in each country; where none is named, in euros after the number. */
const money: Record<string, (amount: string) => string> = {
	gb: (amount) => `£${amount}`,
	us: (amount) => `$${amount}`,
	ca: (amount) => `$${amount}`,
	au: (amount) => `$${amount}`,
	nz: (amount) => `$${amount}`,
	sg: (amount) => `S$${amount}`,
	ch: (amount) => `CHF ${amount}`,
	br: (amount) => `R$ ${amount}`,
	mx: (amount) => `$${amount}`,
	co: (amount) => `US$${amount}`,
	cl: (amount) => `US$${amount}`,
	ar: (amount) => `US$${amount}`,
	in: (amount) => `$${amount}`,
	ae: (amount) => `AED ${amount}`,
	za: (amount) => `R${amount}`,
	se: (amount) => `€${amount}`,
	ie: (amount) => `€${amount}`,
	nl: (amount) => `€ ${amount}`,
	cz: (amount) => `${amount}0 Kč`,
	pl: (amount) => `${amount} zł`,
	jp: (amount) => `${amount}00円`
};

/** An amount as somebody in that country would write it. */
export const amountIn = (country: string, amount: number): string =>
	(money[country] ?? ((text) => `${text} €`))(
		amount >= 1000 && country !== 'cz' && country !== 'jp' ? thousands(amount) : String(amount)
	);

const thousands = (amount: number) => `${Math.floor(amount / 1000)},${String(amount % 1000).padStart(3, '0')}`;

const digits = (count: number, chance: Chance) => Array.from({ length: count }, () => chance.between(1, 9)).join('');

/** A VAT number in the form of the country, of digits that mean nothing. */
export function vatNumber(country: string, chance: Chance): string {
	const form: Record<string, string> = {
		gb: 'GB 9',
		ie: 'IE 7X',
		de: 'DE 9',
		at: 'ATU8',
		fr: 'FR 11',
		nl: 'NL 9B01',
		es: 'ESB8',
		it: 'IT 11'
	};
	return (form[country] ?? `${country.toUpperCase()} 9`).replace(/\d+(?=\D*$|B01)/, (count) =>
		digits(Number(count), chance)
	);
}

/** Numbers kept free for films and books, or a short extension where a country has none. */
export function phoneIn(country: string, chance: Chance): string {
	if (country === 'gb') return `07700 900${digits(3, chance)}`;
	if (country === 'us' || country === 'ca') return `555-01${digits(2, chance)}`;
	if (country === 'fr') return `06 39 98 ${digits(2, chance)} ${digits(2, chance)}`;
	if (country === 'au') return `0491 570 1${digits(2, chance)}`;
	return `555 01 ${digits(2, chance)}`;
}
