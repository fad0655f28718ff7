import type { SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';

/**
 * For a form that is written against what its writer saw. Somebody else may have written meanwhile: what they wrote is
 * there before the refusal is, so that the next attempt is made against it. Folds the form when it has been taken.
 */
export const againstTheirs: SubmitFunction = ({ formElement }) => {
	return async ({ result, update }) => {
		const refused = result.type === 'failure';
		if (refused) await invalidateAll();
		await update({ reset: !refused });
		const fold = formElement.closest('details');
		if (!refused && fold) fold.open = false;
	};
};
