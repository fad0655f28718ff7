/** A form that came back: what is wrong with which field, what is wrong altogether, and what was typed. */
export type SentBack = {
	issues: Record<string, string[] | undefined>;
	message: string | null;
	values: Record<string, string>;
};

/** The form of that name, if it is the one that came back; each carries its name in a hidden field. */
export const sentBack = (form: unknown, name: string): SentBack | null => {
	const back = form as SentBack | null;
	return back && typeof back === 'object' && 'values' in back && back.values.form === name ? back : null;
};
