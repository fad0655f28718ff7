import type { SubmitFunction } from '@sveltejs/kit';

/** For a form in a fold: folds it when what was typed has been taken. */
export const closeWhenDone: SubmitFunction = ({ formElement }) => {
	return async ({ result, update }) => {
		await update();
		const fold = formElement.closest('details');
		if (result.type === 'success' && fold) fold.open = false;
	};
};
