import type { Attachment } from 'svelte/attachments';

/** Calls `come` whenever something comes into sight, or `ahead` pixels before it does, so that nobody waits for it. */
export const nearBy =
	(ahead: number, come: () => void): Attachment<HTMLElement> =>
	(node) => {
		const watch = new IntersectionObserver((seen) => seen.at(-1)!.isIntersecting && come(), {
			rootMargin: `${ahead}px 0px`
		});
		watch.observe(node);
		return () => watch.disconnect();
	};
