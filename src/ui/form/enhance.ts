import type { SubmitFunction } from '@sveltejs/kit';
import { enhance as enhanced } from '$app/forms';

/**
 * For a form that is sent by script, as SvelteKit sends one; but while it is on its way, it is not sent again: who clicks
 * twice means it once, and would make two of what they write, or be told that somebody else was faster.
 */
export function enhance(form: HTMLFormElement, submit?: SubmitFunction): { destroy(): void } {
	let isOnItsWay = false;
	return enhanced(form, async (input) => {
		if (isOnItsWay) return input.cancel();
		isOnItsWay = true;
		const whenBack = await submit?.(input);
		return async (answer) => {
			try {
				await (whenBack ? whenBack(answer) : answer.update());
			} finally {
				isOnItsWay = false;
			}
		};
	});
}
