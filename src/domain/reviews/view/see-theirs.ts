import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';
import { invalidateAll } from '$app/navigation';
import { isUnsent } from '#ui/form/close-when-done.ts';

/**
 * For a form that somebody else's can overtake: whoever is refused is shown what is there now, and tries again against
 * that. Whoever goes on by key goes on at the button they pressed, wherever it is by then.
 */
export const seeTheirs: SubmitFunction = ({ submitter }) => {
	return async ({ result, update }) => {
		if (isUnsent(result)) return;
		await update({ reset: false });
		if (result.type === 'failure') await invalidateAll();
		await tick();
		if (submitter?.id) document.getElementById(submitter.id)?.focus();
	};
};
