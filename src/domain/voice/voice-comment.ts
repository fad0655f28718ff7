import type { Comment } from './feed.ts';

/** A customer's words with all that is known of them, as the Voice page shows them. */
export type VoiceComment = Comment & {
	/** How long the text is, in UTF-16 units. It may have been cut at first, and then is shorter. */
	characters: number;
	region: string | null;
	plan: string | null;
};

export const idText = ({ customerId, responseId }: { customerId: number; responseId: number }): string =>
	`${customerId}-${responseId}`;

/** Reads '12-345'; null: this is not the id of a comment. */
export function idFrom(text: string | null): { customerId: number; responseId: number } | null {
	const match = /^(\d{1,9})-(\d{1,15})$/.exec(text ?? '');
	return match && { customerId: Number(match[1]), responseId: Number(match[2]) };
}

/** Longer texts are cut; who wants to reads on. */
const shownAtFirst = 2_000;

/** What is shown of a long text before somebody asks for all of it. What is hidden in it is cut as a whole, or not at all. */
export function cutAtFirst(comment: VoiceComment): VoiceComment {
	const text = comment.comment;
	if (text === null || text.length <= 2 * shownAtFirst) return comment;
	const astride = comment.hidden.comment.find(({ from, to }) => from < shownAtFirst && to > shownAtFirst);
	const at = astride?.to ?? (isHighSurrogate(text.charCodeAt(shownAtFirst - 1)) ? shownAtFirst - 1 : shownAtFirst);
	const hidden = { ...comment.hidden, comment: comment.hidden.comment.filter(({ to }) => to <= at) };
	return { ...comment, comment: text.slice(0, at), hidden };
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

export const isCut = ({ comment, characters }: Pick<VoiceComment, 'comment' | 'characters'>): boolean =>
	comment !== null && comment.length < characters;
