/** What became of a message so far. Only 'sent' means that a server took it. */
export const deliveryStates = [
	'queued',
	'sending',
	'sent',
	'in outbox',
	'deferred',
	'failed',
	'unknown',
	'bounced',
	'unsubscribed',
	'missed'
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** In words, for a page that has to be right about each. */
export const stateMeaning: Record<DeliveryState, string> = {
	queued: 'waits for its turn',
	sending: 'is going out now',
	sent: 'taken by the mail server',
	'in outbox': 'kept here: no mail server is set',
	deferred: 'refused for now; tried again by itself',
	failed: 'refused for good, or tried until it was too late',
	unknown: 'may have arrived: the line was cut after the message began; sent again only if you ask',
	bounced: 'taken, and came back',
	unsubscribed: 'not sent: no longer wanted or no longer allowed',
	missed: 'not sent: nothing ran when it was due, and it would have come too late'
};

/** Of these somebody should know: the page is red, and the owner is told. */
export const troubled: readonly DeliveryState[] = ['failed', 'unknown', 'bounced', 'missed'];

/** These are over, unless somebody asks for another attempt. */
export const ended: readonly DeliveryState[] = [
	'sent',
	'in outbox',
	'failed',
	'unknown',
	'bounced',
	'unsubscribed',
	'missed'
];

const minute = 60_000;
const hour = 60 * minute;

/** Pauses before the second attempt, the third and so on; then every hour. */
export const pauses: readonly number[] = [minute, 5 * minute, 15 * minute, hour];

/** Attempts go on for so long, or until the next edition. */
export const giveUpAfter = 24 * hour;

/** When to try again after `tries` attempts; null: it would be too late. */
export function nextTry(tries: number, { now, giveUpAt }: { now: Date; giveUpAt: Date }): Date | null {
	const at = new Date(now.getTime() + (pauses[tries - 1] ?? hour));
	return at <= giveUpAt ? at : null;
}

/**
 * 'trouble': to the owner, whom an edition did not reach. 'mention': somebody was mentioned. Those that are about no
 * edition are letters: see `letters.ts`.
 */
export type DeliveryKind = 'edition' | 'trouble' | 'mention';

/** A letter that nobody got to for so many hours is on its page, and no longer worth a mail. */
export const letterLateWithinHours: Record<Exclude<DeliveryKind, 'edition' | 'trouble'>, number> = { mention: 7 * 24 };

export type Delivery = {
	id: number;
	/** Null: it is about none. */
	editionId: number | null;
	kind: DeliveryKind;
	recipientId: number | null;
	/** Whose account; null: an address without one. */
	person: string | null;
	address: string;
	dueAt: Date;
	state: DeliveryState;
	tries: number;
	/** The next attempt, where there is to be one. */
	nextAt: Date | null;
	late: boolean;
	/** What the receiving server said last, or why nothing was sent. */
	answer: string | null;
	endedAt: Date | null;
	/** Who asked for it to go again. */
	askedBy: string | null;
};

export type Attempt = { number: number; at: Date; outcome: string; answer: string | null; endedAt: Date | null };

/** How many of an edition's messages are in each state; those in none are left out. */
export type DeliveryCounts = Partial<Record<DeliveryState, number>>;
