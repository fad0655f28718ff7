/** A cryptographic hash of a text, as hexadecimal digits: SHA-256. */
export type Hash = (text: string) => string;

/** A customer, and the account they are drawn with: accounts with the same parent get it together or not at all. */
export type Drawable = { key: string; unit: string };

/**
 * Draws who gets it. Each account gets the hash of the seed and its key, with a space between; those with the smallest
 * hashes get it, so many that their share of all accounts is the one chosen, rounded to the nearest whole account.
 * Whoever has the seed and the keys can do it again with any tool.
 */
export function drawGroups<Customer extends Drawable>(
	customers: readonly Customer[],
	{ seed, share, hash }: { seed: string; share: number; hash: Hash }
): (Customer & { gets: boolean })[] {
	const units = [...new Set(customers.map(({ unit }) => unit))]
		.map((unit) => ({ unit, hash: hash(`${seed} ${unit}`) }))
		.sort((a, b) => (a.hash < b.hash ? -1 : 1));
	const drawn = new Set(units.slice(0, Math.round(share * units.length)).map(({ unit }) => unit));
	return customers.map((customer) => ({ ...customer, gets: drawn.has(customer.unit) }));
}
