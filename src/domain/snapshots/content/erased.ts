import type { KeptComment, SnapshotContent } from './content.ts';

/** An answer whose words are gone: erased on a day, or (null) withdrawn with the import that brought them. */
export type Gone = { responseId: number; erasedOn: string | null; customer: string | null };

/**
 * An edition without the words that have gone since it was made: a person's right goes before what is frozen. The gap
 * stays and says so; nothing else changes.
 */
export function withoutGone(content: SnapshotContent, gone: readonly Gone[]): SnapshotContent {
	if (!content.words || gone.length === 0) return content;
	const found = new Map(gone.map((one) => [one.responseId, one]));
	const gap = (comment: KeptComment): KeptComment => {
		const one = found.get(comment.responseId);
		if (!one) return comment;
		const customer = one.customer ?? 'No longer known';
		return {
			...comment,
			title: null,
			comment: null,
			customer,
			gone: one.erasedOn ? 'erased' : 'withdrawn',
			goneOn: one.erasedOn
		};
	};
	return { ...content, words: { ...content.words, comments: content.words.comments.map(gap) } };
}

/** The answers whose words an edition holds. */
export const answersIn = ({ words }: SnapshotContent): number[] =>
	(words?.comments ?? []).filter(({ gone }) => gone === null).map(({ responseId }) => responseId);
