/**
 * For a button of a list that is gone once it is pressed: whoever goes on by key goes on at the next of them in the list,
 * not at the top of the page. For whoever pressed it by mouse nothing is scrolled.
 */
export function goOnAtNext(pressed: HTMLElement | null, buttons: string): void {
	const all = [...(pressed?.closest('ol, ul')?.querySelectorAll<HTMLElement>(buttons) ?? [])];
	const next = pressed && document.activeElement === pressed ? all[all.indexOf(pressed) + 1] : undefined;
	next?.focus({ preventScroll: !pressed!.matches(':focus-visible') });
}
