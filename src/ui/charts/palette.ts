/** Colours by meaning, for chart options: names on a page, so that one drawing serves light, dark and paper. */
export type Palette = {
	ink: string;
	muted: string;
	rule: string;
	high: string;
	middle: string;
	low: string;
	money: string;
	onColour: string;
};

export const onPage: Palette = {
	ink: 'var(--ink)',
	muted: 'var(--muted)',
	rule: 'var(--rule)',
	high: 'var(--promoter)',
	middle: 'var(--passive)',
	low: 'var(--detractor)',
	money: 'var(--money)',
	onColour: 'var(--on-colour)'
};
