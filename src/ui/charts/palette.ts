/** Colours by meaning, for chart options: names on a page, so that one drawing serves light, dark and paper. */
export type Palette = {
	ink: string;
	muted: string;
	rule: string;
	high: string;
	middle: string;
	/** The same for letters, which need more contrast than areas. */
	middleText: string;
	low: string;
	money: string;
	onColour: string;
	/** On the middle colour, which is too light for white letters. */
	onMiddle: string;
	/** What it lies on. */
	paper: string;
	/** What somebody has pinned to a chart, and the ink on it. */
	mark: string;
	onMark: string;
};

export const onPage: Palette = {
	ink: 'var(--ink)',
	muted: 'var(--muted)',
	rule: 'var(--rule)',
	high: 'var(--promoter)',
	middle: 'var(--passive)',
	middleText: 'var(--passive-text)',
	low: 'var(--detractor)',
	money: 'var(--money)',
	onColour: 'var(--on-colour)',
	onMiddle: 'var(--on-passive)',
	paper: 'var(--paper)',
	mark: 'var(--mark)',
	onMark: 'var(--on-mark)'
};

/** The light colours as they are, for pictures: they lie on white wherever they are looked at. */
export const onWhite: Palette = {
	ink: '#1b1a18',
	muted: '#6b6862',
	rule: '#e6e2d9',
	high: '#0f766e',
	middle: '#8b8f97',
	middleText: '#666a72',
	low: '#c2410c',
	money: '#1e3a8a',
	onColour: '#ffffff',
	onMiddle: '#1b1a18',
	paper: '#ffffff',
	mark: '#fde68a',
	onMark: '#713f12'
};
