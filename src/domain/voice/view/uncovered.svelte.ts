import { page } from '$app/state';
import type { Comment } from '../feed.ts';

type Words = Pick<Comment, 'title' | 'comment'>;
type Id = Pick<Comment, 'customerId' | 'responseId'>;

/** What was hidden in a comment and has been shown: on this page until it is left; without a script, as the answer to the form. */
export class Uncovered {
	#words = $state.raw<Words | null>(null);
	readonly #of: () => Id;

	constructor(of: () => Id) {
		this.#of = of;
	}

	/** Null: what is hidden stays hidden. */
	get words(): Words | null {
		const answered = page.form?.unmasked as (Words & Id) | undefined;
		const { customerId, responseId } = this.#of();
		const isThis = answered?.responseId === responseId && answered.customerId === customerId;
		return this.#words ?? (isThis ? answered : null);
	}

	show(words: Words): void {
		this.#words = words;
	}
}
