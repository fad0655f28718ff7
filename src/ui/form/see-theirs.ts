import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { foldAway, isUnsent } from './close-when-done.ts';

/**
 * For a form that somebody else's can overtake: whoever is refused is shown what is there now beside what they typed,
 * and tries again against that. What could not be sent stays as it is. Whoever goes on by key goes on at the button they
 * pressed, wherever it is by then.
 */
export const seeTheirs: SubmitFunction = ({ submitter }) => {
	return async ({ result, update }) => {
		if (isUnsent(result)) return;
		if (result.type === 'failure') {
			// In this order: asking for the page anew forgets which form came back.
			await invalidateAll();
			await applyAction(result);
		} else await update({ reset: false });
		await tick();
		if (submitter?.id) document.getElementById(submitter.id)?.focus();
	};
};

/** The same for a form in a fold, which closes when what was typed has been taken. */
export const seeTheirsOrFold: SubmitFunction = ({ formElement }) => {
	return async ({ result, update }) => {
		if (isUnsent(result)) return;
		if (result.type === 'failure') {
			await invalidateAll();
			await applyAction(result);
			return;
		}
		await update();
		foldAway(formElement);
	};
};
