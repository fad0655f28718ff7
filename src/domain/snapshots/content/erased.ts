import type { KeptComment, KeptPromise, SnapshotContent } from './content.ts';

/** An answer whose words are gone: erased on a day, or (null) withdrawn with the import that brought them. */
export type Gone = { responseId: number; erasedOn: string | null; customer: string | null };

/** A promise whose words are gone: erased, or withdrawn with the customer. */
export type GonePromise = { id: number; isErased: boolean; customer: string | null };

/**
 * An edition without the words that have gone since it was made: a person's right goes before what is frozen. The gap
 * stays and says so; nothing else changes.
 */
export function withoutGone(
	content: SnapshotContent,
	gone: readonly Gone[],
	promises: readonly GonePromise[] = []
): SnapshotContent {
	const { words, promises: promised } = content;
	return {
		...content,
		...(words && gone.length > 0 ? { words: { ...words, comments: words.comments.map(gapsOf(gone)) } } : {}),
		...(promised && promises.length > 0
			? { promises: { ...promised, told: promised.told.map(promiseGapsOf(promises)) } }
			: {})
	};
}

const notKnown = 'No longer known';

function gapsOf(gone: readonly Gone[]) {
	const found = new Map(gone.map((one) => [one.responseId, one]));
	return (comment: KeptComment): KeptComment => {
		const one = found.get(comment.responseId);
		if (!one) return comment;
		const how = { gone: one.erasedOn ? 'erased' : 'withdrawn', goneOn: one.erasedOn } as const;
		return { ...comment, title: null, comment: null, customer: one.customer ?? notKnown, ...how };
	};
}

function promiseGapsOf(gone: readonly GonePromise[]) {
	const found = new Map(gone.map((one) => [one.id, one]));
	return (promise: KeptPromise): KeptPromise => {
		const one = found.get(promise.id);
		if (!one) return promise;
		const customer = one.customer ?? notKnown;
		return { ...promise, what: null, outcome: null, customer, gone: one.isErased ? 'erased' : 'withdrawn' };
	};
}

/** The answers whose words an edition holds. */
export const answersIn = ({ words }: SnapshotContent): number[] =>
	(words?.comments ?? []).filter(({ gone }) => gone === null).map(({ responseId }) => responseId);

/** The promises that an edition tells. An older one holds none. */
export const promisesIn = ({ promises }: Partial<SnapshotContent>): KeptPromise[] =>
	(promises?.told ?? []).filter(({ gone }) => gone === null);
