/** What a file or feed says of a customer. Null: it does not say, and what we know already stays. Days: 'YYYY-MM-DD'. */
export type IncomingCustomer = {
	key: string;
	name: string | null;
	segment: string | null;
	region: string | null;
	plan: string | null;
	/** Null only for a customer we know already. */
	startedOn: string | null;
	endedOn: string | null;
	endedWhy: string | null;
	cameBy: 'recommended' | 'bought' | 'unknown' | null;
	parentKey: string | null;
};

export type IncomingContact = {
	customerKey: string;
	key: string;
	name: string | null;
	email: string | null;
	decides: boolean;
};
