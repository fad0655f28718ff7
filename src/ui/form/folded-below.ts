import type { Attachment } from 'svelte/attachments';

/**
 * For a fold that has room in a wide window, and in a narrow one would push what one came for off the screen: folds and
 * opens it as the window crosses a width, in pixels, and in between leaves it as whoever reads it has left it.
 */
export const foldedBelow =
	(width: number): Attachment<HTMLDetailsElement> =>
	(fold) => {
		const narrow = matchMedia(`(width < ${width}px)`);
		const fit = () => {
			fold.open = !narrow.matches;
		};
		fit();
		fold.dataset.fits = '';
		narrow.addEventListener('change', fit);
		return () => narrow.removeEventListener('change', fit);
	};
