/** A customer as their own page introduces them. Segment, region and plan are today's; null: no file has said. */
export type Account = {
	id: number;
	/** By which the organisation knows them. */
	key: string;
	name: string;
	segment: string | null;
	region: string | null;
	plan: string | null;
	startedOn: string;
	/** Null: still with us, as far as we were told. */
	endedOn: string | null;
	endedWhy: string | null;
	cameBy: 'recommended' | 'bought' | 'unknown';
	/** The larger account they are part of. */
	parent: { id: number; name: string } | null;
	/** The system or file that told us of them. */
	source: string;
};

/** How customers came, as the page says it. */
export const cameByText: Record<Account['cameBy'], string> = {
	recommended: 'recommended by a customer',
	bought: 'won by sales or advertising',
	unknown: 'not known how they came'
};

/** An address names a customer by their numeric id; null: it cannot be one. */
export const accountIdFrom = (text: string): number | null => {
	const id = /^\d{1,9}$/.test(text) ? Number(text) : 0;
	return id > 0 ? id : null;
};
