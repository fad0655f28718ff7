/** A comment by its number, and the group it is in when a draw goes by groups. */
export type Ticket = { number: number; stratum: string };

/** A cryptographic hash of a text, as hexadecimal digits: SHA-256. */
export type Hash = (text: string) => string;

export const drawSize = 10;

/** What decides: nobody can choose it, and anybody can work it out from the week and how many wrote in it. */
export const seedOf = (week: string, comments: number, hash: Hash): string => hash(`${week} ${comments}`);

/**
 * Draws comments. Each gets the hash of the seed and its number, with a space between; those with the smallest hashes
 * are drawn, in that order. By groups, each group is first given places in proportion to its size, and these are filled
 * from within the group.
 */
export function draw(tickets: readonly Ticket[], seed: string, hash: Hash): Ticket[] {
	const hashed = tickets
		.map((ticket) => ({ ticket, hash: hash(`${seed} ${ticket.number}`) }))
		.sort((a, b) => (a.hash < b.hash ? -1 : 1));
	const left = placesOf(tickets);
	return hashed.flatMap(({ ticket }) => {
		const places = left.get(ticket.stratum)!;
		if (places === 0) return [];
		left.set(ticket.stratum, places - 1);
		return [ticket];
	});
}

/**
 * The places of each group by largest remainders (Hamilton): the whole part of its share, then one more for those whose
 * remainder is largest; of equal remainders the larger group's counts more, then the first in the alphabet.
 */
export function placesOf(tickets: readonly Ticket[]): Map<string, number> {
	const sizes = [...Map.groupBy(tickets, ({ stratum }) => stratum)].map(([stratum, { length }]) => ({
		stratum,
		size: length
	}));
	const places = Math.min(drawSize, tickets.length);
	// Whole numbers throughout: a remainder must not depend on how a fraction was rounded.
	const shares = sizes.map(({ stratum, size }) => ({
		stratum,
		size,
		whole: Math.floor((places * size) / tickets.length),
		rest: (places * size) % tickets.length
	}));
	const over = places - shares.reduce((sum, { whole }) => sum + whole, 0);
	shares.sort((a, b) => b.rest - a.rest || b.size - a.size || (a.stratum < b.stratum ? -1 : 1));
	return new Map(shares.map(({ stratum, whole }, i) => [stratum, whole + (i < over ? 1 : 0)]));
}
