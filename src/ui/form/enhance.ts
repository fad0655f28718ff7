import type { SubmitFunction } from '@sveltejs/kit';
import { enhance as enhanced } from '$app/forms';
import { page } from '$app/state';
import { isUnsent } from './close-when-done.ts';
import { forgetSentBack, keepSentBack } from './sent-back.ts';

/**
 * For a form that is sent by script, as SvelteKit sends one; but while it is on its way, it is not sent again: who clicks
 * twice means it once, and would make two of what they write, or be told that somebody else was faster. And what came
 * back of other forms on the page stays: its answer takes the place of theirs.
 */
export function enhance(form: HTMLFormElement, submit?: SubmitFunction): { destroy(): void } {
	let isOnItsWay = false;
	return enhanced(form, async (input) => {
		if (isOnItsWay) return input.cancel();
		isOnItsWay = true;
		const on = page.url.pathname;
		keepSentBack(page.form, on);
		const whenBack = await submit?.(input);
		return async (answer) => {
			const { result } = answer;
			if (result.type !== 'failure' && !isUnsent(result)) forgetSentBack(answer.formData.get('form'));
			try {
				await (whenBack ? whenBack(answer) : answer.update());
				if (result.type === 'failure') keepSentBack(result.data, on);
			} finally {
				isOnItsWay = false;
			}
		};
	});
}
