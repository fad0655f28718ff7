/** Whom an administrator looks for: by e-mail, as a contact of a customer, or a customer who is a person. */
export type PersonSought =
	| { by: 'e-mail'; email: string }
	| { by: 'contact'; customerKey: string; contactKey: string }
	| { by: 'customer'; customerKey: string };

export type ContactFound = {
	customerId: number;
	contactId: number;
	customerKey: string;
	customer: string;
	contactKey: string;
	name: string | null;
	email: string | null;
};

/** A person, and everything that would go with them. */
export type PersonFound = {
	contacts: ContactFound[];
	/** Set: the customer is the person. */
	customer: { id: number; key: string; name: string } | null;
	/** Answers of theirs with words; the scores stay, without them. */
	comments: number;
	/** Their answers, with words or without. */
	answers: number;
	invitations: number;
	/** Imports whose rows tell of them: the files as they came hold them too. */
	imports: number[];
};

/** What no program here can reach; whoever erases reads it before and after. */
export const outOfReach = [
	'Backups made before today: delete or overwrite them, or erase again after restoring one.',
	'Files that somebody has downloaded, printed or been sent.',
	'The system the data came from: erase the person there too.',
	'An account here under the same address: it signs what its owner did. Close it under People.',
	'Ids that the source gave to answers and lines, even where it made them of a name or an address.',
	'Words of other customers who mention this person, and answers that no contact was named for.',
	'What our own people wrote of this person without their name or their words.'
] as const;
