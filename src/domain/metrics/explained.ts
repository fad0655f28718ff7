import { count, number } from '#ui/format/number.ts';
import { day, days } from '#ui/format/time.ts';
import { notDetectable } from './figure.ts';
import type { Definition, Excluded, Figure, Grade, Movement, Split, Unit } from './figure.ts';
import { intervalText, sizeText, written } from './view/figure-text.ts';

/** What stands behind a figure, or a chart, for whoever asks. */
export type Explained = {
	definition: Definition;
	/** As written: '42'; null for a chart, which holds many. */
	value: string | null;
	interval: string | null;
	/** Why there is none, although the value has doubt. */
	noInterval: string | null;
	n: number | null;
	population: string;
	period: { from: string; to: string } | null;
	excluded: Excluded[];
	grade: Grade | null;
	movement: Movement | null;
	/** The change against the period before, taken apart. */
	split: Split | null;
	/** The query it was counted by. */
	source: string | null;
	/** Where the definition changed: what each version says at each point in time, as written. */
	versions: { earlier: number; value: string | null; interval: string | null; points: VersionsAt[] } | null;
};

/** '23 Nov 2026', '90.8%', '91.2%'; null: too little evidence. */
export type VersionsAt = { asOf: string; now: string | null; earlier: string | null };

/** Where and when a figure is seen: what a citation needs beside the figure. */
export type Seen = { organisation: string; filter: string; address: string; on: string };

export function explainedFigure(figure: Figure, currency: string): Explained {
	const { definition, estimate, population, period, excluded, grade, movement, split, source } = figure;
	return {
		versions: versionsOf(figure, currency),
		definition,
		value: valueText(figure, currency),
		interval: intervalText(figure, currency),
		noInterval: (estimate.status === 'ok' && estimate.noInterval) || null,
		n: estimate.status === 'ok' ? estimate.n : null,
		population,
		period: period ?? null,
		excluded,
		grade: grade ?? null,
		movement: movement ?? null,
		split: split ?? null,
		source: source ?? null
	};
}

/** What cannot be told from nothing is quoted as that, with its interval, and never as a number. */
const valueText = ({ estimate, definition, isDetectable = true }: Figure, currency: string): string | null => {
	if (estimate.status !== 'ok') return null;
	return isDetectable ? written(estimate.value, definition.unit, currency) : notDetectable;
};

function versionsOf(figure: Figure, currency: string): Explained['versions'] {
	const { definition, earlier, history = [] } = figure;
	if (!earlier) return null;
	const told = (value: number | null | undefined) =>
		typeof value === 'number' ? written(value, definition.unit, currency) : null;
	const before = new Map(earlier.history.map(({ asOf, value }) => [asOf, value]));
	return {
		earlier: earlier.version,
		value: earlier.estimate.status === 'ok' ? told(earlier.estimate.value) : null,
		interval: intervalText({ ...figure, estimate: earlier.estimate }, currency),
		points: history.map(({ asOf, value }) => ({ asOf: day(asOf), now: told(value), earlier: told(before.get(asOf)) }))
	};
}

/** A chart holds many figures: what they have in common. */
export const explainedChart = (told: Pick<Explained, 'definition' | 'population'> & Partial<Explained>): Explained => ({
	value: null,
	interval: null,
	noInterval: null,
	n: null,
	period: null,
	excluded: [],
	grade: null,
	movement: null,
	split: null,
	source: null,
	versions: null,
	...told
});

export const gradeInWords: Record<Grade, string> = {
	A: 'A, randomised',
	B: 'B, a comparison group over time',
	C: 'C, like for like',
	D: 'D, as seen'
};

/** '24 Aug – 22 Nov 2026' */
export const periodText = ({ from, to }: { from: string; to: string }): string =>
	from.slice(0, 4) === to.slice(0, 4) ? `${days(from, to)} ${to.slice(0, 4)}` : `${day(from)} – ${day(to)}`;

/** The version, and what changed with it and when. */
export const versionText = ({ id, version, changes = [] }: Definition): string[] =>
	changes.length === 0
		? [`Definition ${id}, version ${version}. It has never changed.`]
		: [
				`Definition ${id}, version ${version}.`,
				...changes.map((change) => `Version ${change.version} since ${day(change.changedOn)}: ${change.what}`)
			];

/** A plain sentence to quote: name, value, interval, n, period, filter, version, date, address. */
export function citation(about: Explained, { organisation, filter, address, on }: Seen): string {
	const { definition, value, interval, noInterval, n, period, grade } = about;
	const figure = [
		value === null ? definition.name : `${definition.name}: ${value}`,
		interval ? `(95% interval ${interval})` : noInterval && `(no interval: ${noInterval})`
	].filter(Boolean);
	const parts = [
		figure.join(' '),
		n !== null && `n = ${number(n)}`,
		period && periodText(period),
		filter,
		grade && `evidence grade ${gradeInWords[grade]}`,
		`definition ${definition.id}, version ${definition.version}`
	].filter(Boolean);
	return `${organisation}, ${parts.join('; ')}. Seen on ${day(on)} at ${address}`;
}

export const excludedText = ({ count: left, why }: Excluded): string => `${count(left, 'row')}: ${why}`;

const partsOf: Record<Split['of'], { rate: string; mix: string }> = {
	'who answered': { rate: 'felt by like customers', mix: 'because others answered' },
	'who paid': { rate: 'among like customers', mix: 'because there were others' }
};

/** '+6 felt by like customers, −1 because others answered' */
export const splitText = ({ rate, mix, of }: Split, unit: Unit): string =>
	`${sizeText(rate.by, unit)} ${partsOf[of].rate}, ${sizeText(mix.by, unit)} ${partsOf[of].mix}`;
