import type { Comment } from './feed.ts';

/** A customer's words with all that is known of them, as the Voice page shows them. */
export type VoiceComment = Omit<Comment, 'readBy'> & {
	/** How long the text is. It may have been cut at first, and then is shorter. */
	characters: number;
	/** The system or file that it comes from. */
	source: string;
	region: string | null;
	plan: string | null;
	/** Names of who has read it, in the order in which they have. */
	readers: string[];
};

export const idText = ({ customerId, responseId }: { customerId: number; responseId: number }): string =>
	`${customerId}-${responseId}`;

/** Reads '12-345'; null: this is not the id of a comment. */
export function idFrom(text: string | null): { customerId: number; responseId: number } | null {
	const match = /^(\d{1,9})-(\d{1,15})$/.exec(text ?? '');
	return match && { customerId: Number(match[1]), responseId: Number(match[2]) };
}

/** What is shown of a long text before somebody asks for all of it. */
export const isCut = ({ comment, characters }: Pick<VoiceComment, 'comment' | 'characters'>): boolean =>
	// Postgres counts characters, a pictogram as one; we count UTF-16 units, so ours are never fewer.
	comment !== null && comment.length < characters;
