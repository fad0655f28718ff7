import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';

/** Whether a form could not be sent at all, for want of a network: it then stays as it is, to be sent again. */
export const isUnsent = (result: ActionResult): boolean => result.type === 'error' && result.status === undefined;

/** Closes the fold that a form is in. Whoever goes on by key goes on at what opens it: what they pressed is hidden. */
export function foldAway(form: HTMLFormElement): void {
	const fold = form.closest('details');
	if (!fold) return;
	fold.open = false;
	fold.querySelector('summary')?.focus({ preventScroll: true });
}

/** For a form in a fold: folds it when what was typed has been taken. */
export const closeWhenDone: SubmitFunction = ({ formElement }) => {
	return async ({ result, update }) => {
		if (isUnsent(result)) return;
		// A page that was asked for before the form came back would forget it when it arrives: this one is asked for later.
		if (result.type === 'failure') await invalidateAll();
		await update();
		if (result.type === 'success') foldAway(formElement);
	};
};
