import type { Wanted } from './content/content.ts';
import type { Rule } from './rule.ts';

/** What a schedule brings. */
export type Cut = Pick<Wanted, 'filter' | 'comments'> & { sections: string[] };

/** Whose clock a schedule goes by. */
export type ZoneOf = 'schedule' | 'recipient';

/** What somebody settles about a schedule. */
export type ScheduleSettings = Cut & {
	name: string;
	rule: Rule;
	/** IANA name. */
	zone: string;
	zoneOf: ZoneOf;
	/** What fell due while nothing ran is still sent within so many hours. */
	lateWithinHours: number;
};

/** The occurrence that comes next; null: it is paused, or waits for a review to be closed. */
export type NextRun = { occurrence: string; at: Date } | null;

export type Schedule = ScheduleSettings & {
	id: number;
	owner: { id: number; name: string };
	/** Since when the rule holds, without a pause. */
	ruleSince: Date;
	pausedAt: Date | null;
	/** The occurrence that is left out, once; 'next' where it has no name yet. */
	skips: string | null;
	/** Why an edition that is due could not be made so far. */
	trouble: string | null;
	troubleSince: Date | null;
	createdAt: Date;
};

/** A schedule as the page lists it. */
export type ListedSchedule = Schedule & {
	/** Of those who get it: how many do, and how many are paused because mail came back. */
	recipients: { active: number; paused: number };
	next: NextRun;
};

export type RecipientState = 'active' | 'paused' | 'unsubscribed' | 'removed';

export type Recipient = {
	id: number;
	scheduleId: number;
	/** Null: an address without an account. */
	person: { id: number; name: string; disabled: boolean } | null;
	address: string;
	/** IANA name; null: the schedule's. */
	zone: string | null;
	state: RecipientState;
	/** Failures for good since the last success; three pause. */
	bounces: number;
	addedBy: string;
	addedAt: Date;
	changedAt: Date;
};

/** So many failures for good in a row, and an address is left alone until somebody resumes it. */
export const bouncesToPause = 3;

/** More than anybody's executives; beyond it a mailing service does better. */
export const mostRecipients = 10_000;

export const longestAddress = 254;
