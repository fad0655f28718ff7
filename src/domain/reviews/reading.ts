import type { Role } from '../auth/roles.ts';
import { addDays } from '../scope/calendar.ts';
import type { Decision } from './decision.ts';
import type { Headline } from './headline.ts';

/** That somebody has read a week before its meeting, and what they had before them when they said so. */
export type SignedOff = {
	at: Date;
	/** Of the headline as it stood then; 0: there was none. */
	headlineVersion: number;
	/** Comments of the week that they had not read then. */
	unread: number;
};

/** One of us, and how far they are with a week. `unread`: of its comments, now. */
export type Reader = { id: number; name: string; role: Role; unread: number; signed: SignedOff | null };

/** Who has read a week: its comments, how many of them nobody has read, and each of us. */
export type ReadingOfWeek = { comments: number; unreadByAll: number; readers: Reader[] };

/** How the headline stands to somebody: none is written, they have not signed it off, it changed since, or they have read it. */
export type HeadlineRead = 'none' | 'new' | 'changed' | 'read';

export function headlineRead(headline: Headline | null, signed: SignedOff | null): HeadlineRead {
	const version = headline?.version ?? 0;
	if (signed === null) return version === 0 ? 'none' : 'new';
	if (signed.headlineVersion !== version) return 'changed';
	return version === 0 ? 'none' : 'read';
}

/** Open decisions that are due before the next meeting, the most pressing first; `lastDay`: of the week. */
export const dueByNextMeeting = (decisions: readonly Decision[], lastDay: string): Decision[] =>
	decisions
		.filter(({ state, dueOn }) => state === 'open' && dueOn <= addDays(lastDay, 7))
		.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));

/** How many have signed the week off, of how many. */
export const signedOff = (readers: readonly Reader[]): { signed: number; of: number } => ({
	signed: readers.filter(({ signed }) => signed !== null).length,
	of: readers.length
});
