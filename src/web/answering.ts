import { error, json } from '@sveltejs/kit';
import { Refusal } from '#domain/refusal.ts';

export const statusOf = {
	'not-found': 404,
	'not-allowed': 403,
	conflict: 409,
	invalid: 400,
	'too-often': 429
} as const;

/** Where the product's refusals become HTTP. Everything else keeps SvelteKit's safe default. */
export const answering =
	<Input, Output>(ask: (input: Input) => Promise<Output>) =>
	async (input: Input): Promise<Output> => {
		try {
			return await ask(input);
		} catch (refusal) {
			if (refusal instanceof Refusal) error(statusOf[refusal.reason], refusal.message);
			throw refusal;
		}
	};

/** The same for endpoints that programs read. */
export const asJson =
	<Input>(answer: (input: Input) => Promise<Response>) =>
	async (input: Input): Promise<Response> => {
		try {
			return await answer(input);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return json({ message: refusal.message }, { status: statusOf[refusal.reason] });
		}
	};
