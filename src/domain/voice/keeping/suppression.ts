/** Who may be known again: by e-mail address, as a contact of a customer, or as the customer themselves. */
export type Mark =
	| { kind: 'e-mail'; email: string }
	| { kind: 'contact'; customerKey: string; contactKey: string }
	| { kind: 'customer'; customerKey: string };

/** The text that is hashed: the same address in other letters is the same person. */
export const markText = (mark: Mark): string =>
	mark.kind === 'e-mail'
		? mark.email.normalize('NFC').trim().toLowerCase()
		: mark.kind === 'customer'
			? mark.customerKey
			: `${mark.customerKey}\n${mark.contactKey}`;

/** One way to know an erased person again; `actId`: the erasure. */
export type Suppressed = { hash: string; kind: Mark['kind']; standsIn: string | null; actId: number };

/** Knows people who asked to be erased when they come again. */
export type Suppression = {
	/** Whether this contact is one of them. One known by their address only is then known by their key as well. */
	isErased(customerKey: string, contactKey: string | null, email: string | null): boolean;
	/** The key under which the books of an erased customer go on; null: they are not one. */
	standIn(customerKey: string): string | null;
	/** An id that was made of other fields may hold a person's key: what it is since the erasure. Other ids stay. */
	idSince(id: string): string;
	/** Keys under which erased people have come since: other files may name them by these alone. */
	learned: readonly Suppressed[];
};

/** What an erased customer is called from then on. */
export const standInName = (customerId: number): string => `Erased customer ${customerId}`;
export const standInKey = (customerId: number): string => `erased-${customerId}`;

export const isStandInKey = (key: string): boolean => /^erased-\d+$/.test(key);

/** Ids that an import makes where a file has none begin like this. */
export const madeId = '~|';
