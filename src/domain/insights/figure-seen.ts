import type { Grade, Unit } from '../metrics/figure.ts';

/** A figure as it is published, with what it means. `value` is null where there is a `reason`. */
export type FigureSeen = {
	/** As programs know it. */
	id: string;
	name: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
	unit: Unit;
	currency?: string | null;
	grade?: Grade | null;
	definition: string;
	version: number;
	population: string;
	reason?: string | null;
};

/** A figure pinned to an insight, as it was then. */
export type PinnedFigure = FigureSeen & {
	number: number;
	week: string;
	/** The filters it was seen through. */
	query: string;
	pinnedBy: string;
	pinnedAt: Date;
};

export type Beside = 'as it was' | 'another value' | 'defined otherwise' | 'not told any more';

/** What a figure is today, beside what it was when it was pinned. */
export function besideToday(then: FigureSeen, today: FigureSeen | null): Beside {
	if (!today) return 'not told any more';
	if (today.version !== then.version) return 'defined otherwise';
	const same = (['value', 'low', 'high', 'n'] as const).every((part) => then[part] === today[part]);
	return same ? 'as it was' : 'another value';
}
