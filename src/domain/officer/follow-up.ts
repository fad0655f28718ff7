/** What somebody owes a customer. */
export const followUpKinds = ['call back', 'thank', 'promise'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export type FollowUpState = 'open' | 'done' | 'dropped';

export type FollowUp = {
	customerId: number;
	id: number;
	customer: string;
	/** The answer that called for it; null: none did. */
	responseId: number | null;
	kind: FollowUpKind;
	/** Null: erased with the person. */
	what: string | null;
	owner: string;
	ownerId: number;
	dueOn: string;
	openedBy: string;
	openedAt: Date;
	state: FollowUpState;
	/** What came of it and what the customer was told; null while open, or erased. */
	outcome: string | null;
	endedBy: string | null;
	endedAt: Date | null;
	/** What the customer pays a year; null: nothing now. */
	perYearMinor: number | null;
};

/** Open, and its day is over. */
export const isOverdue = ({ state, dueOn }: Pick<FollowUp, 'state' | 'dueOn'>, today: string): boolean =>
	state === 'open' && dueOn < today;

export const kindText: Record<FollowUpKind, string> = {
	'call back': 'Call back',
	thank: 'Thank',
	promise: 'Promise'
};

export const longestNote = 1_000;
