import { SvelteMap } from 'svelte/reactivity';
import { page } from '$app/state';

/** A form that came back: what is wrong with which field, what is wrong altogether, and what was typed. */
export type SentBack = {
	issues: Record<string, string[] | undefined>;
	message: string | null;
	values: Record<string, string>;
};

/**
 * Forms that came back and were not sent again since, by name. A page holds one answer only, that to the form which was
 * sent last: without this, what somebody typed into the one before would be gone. Nothing but a browser fills it.
 */
const waiting = new SvelteMap<string, { back: SentBack; on: string }>();

/** The form of that name, if it came back and was not sent again since; each carries its name in a hidden field. */
export function sentBack(form: unknown, name: string): SentBack | null {
	if (isSentBack(form) && form.values.form === name) return form;
	const before = waiting.get(name);
	return before && before.on === page.url.pathname ? before.back : null;
}

/** Keeps what a page holds of a form that came back, while others on the page are sent. */
export function keepSentBack(form: unknown, on: string): void {
	if (isSentBack(form) && form.values.form) waiting.set(form.values.form, { back: form, on });
}

/** A form has been taken. */
export const forgetSentBack = (name: unknown): boolean => waiting.delete(String(name));

/** Whoever leaves a page leaves what came back on it. */
export const forgetAllSentBack = (): void => waiting.clear();

const isSentBack = (form: unknown): form is SentBack => typeof form === 'object' && form !== null && 'values' in form;
