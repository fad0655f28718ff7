import type { ActionResult, SubmitFunction } from '@sveltejs/kit';

/** Whether a form could not be sent at all, for want of a network: it then stays as it is, to be sent again. */
export const isUnsent = (result: ActionResult): boolean => result.type === 'error' && result.status === undefined;

/** For a form in a fold: folds it when what was typed has been taken. */
export const closeWhenDone: SubmitFunction = ({ formElement }) => {
	return async ({ result, update }) => {
		if (isUnsent(result)) return;
		await update();
		const fold = formElement.closest('details');
		if (result.type === 'success' && fold) fold.open = false;
	};
};
