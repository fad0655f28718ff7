import type { Attachment } from 'svelte/attachments';

/** As long as it takes to read a sentence: what only flew by was not read. */
const longEnoughMs = 2_000;
const steps = [0, 0.25, 0.5, 0.75, 1];

/**
 * Calls `seen` once something has really been on the screen: at least half of it, or for what is larger than the screen
 * half of the screen, for two seconds in a row while the page itself was to be seen.
 */
export const onSeen =
	(seen: () => void): Attachment<HTMLElement> =>
	(node) => {
		let inView = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const judge = () => {
			const counts = inView && document.visibilityState === 'visible';
			if (!counts) {
				clearTimeout(timer);
				timer = undefined;
			} else timer ??= setTimeout(seen, longEnoughMs);
		};
		const watch = new IntersectionObserver(
			(entries) => {
				const { intersectionRatio, intersectionRect, rootBounds } = entries.at(-1)!;
				inView = intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
				judge();
			},
			{ threshold: steps }
		);
		watch.observe(node);
		document.addEventListener('visibilitychange', judge);
		return () => {
			clearTimeout(timer);
			watch.disconnect();
			document.removeEventListener('visibilitychange', judge);
		};
	};
