/** Reading by keyboard. Articles of the feed are found by their attribute, whatever page of it they are in. */
const articles = () => [...document.querySelectorAll<HTMLElement>('article[data-comment]')];

/** Whoever is writing, or presses a key together with another, means something else. */
const isWriting = (target: EventTarget | null) =>
	target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** The article that has the focus, or the first one below the top of the screen. */
function current(all: HTMLElement[]): { at: number; focused: boolean } {
	const focused = all.findIndex((article) => article.contains(document.activeElement));
	if (focused >= 0) return { at: focused, focused: true };
	return { at: all.findIndex((article) => article.getBoundingClientRect().bottom > 0), focused: false };
}

function go(by: 1 | -1): void {
	const all = articles();
	const { at, focused } = current(all);
	const article = all[focused ? at + by : Math.max(0, at)];
	article?.focus();
	article?.scrollIntoView({ block: 'nearest' });
}

const does: Record<string, () => void> = {
	j: () => go(1),
	k: () => go(-1),
	m: () => {
		const all = articles();
		all[current(all).at]?.querySelector<HTMLElement>('[data-mark]')?.click();
	},
	'/': () => document.querySelector<HTMLElement>('input[type="search"]')?.focus()
};

export function readByKey(event: KeyboardEvent): void {
	const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
	if (defaultPrevented || ctrlKey || metaKey || altKey || isWriting(target) || !Object.hasOwn(does, key)) return;
	event.preventDefault();
	does[key]();
}
