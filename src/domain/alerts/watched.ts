import { countTested, judgedTogether } from '../metrics/movement/judge.ts';
import type { Figure } from '../metrics/figure.ts';
import type { Week } from '../scope/week.ts';
import type { NewAlert, WatchedGroup } from './alert.ts';

/** The figures of one group of customers. */
export type Watched = { group: WatchedGroup; figures: readonly Figure[] };

/** What a figure was at the last look: 1 up, -1 down, 0 within its band. */
export type Side = 1 | -1 | 0;

/** A figure's name among all that are watched: 'nps', 'nps of segment Team'. */
export const subjectOf = ({ id }: Figure['definition'], group: WatchedGroup): string =>
	group ? `${id} of ${group.slice} ${group.value}` : id;

export type Judged = {
	looks: number;
	signals: number;
	/** Where each figure is now, by its subject. */
	sides: Map<string, Side>;
	/** Figures that were within their band, or out on its other side, and now are not. */
	left: NewAlert[];
};

/**
 * All figures of all groups judged as one family by Benjamini and Hochberg, and which of them have left their band since
 * the last look. One that was not watched before has left nothing: it is only known from now on.
 */
export function judgeWatched(
	all: readonly Watched[],
	before: ReadonlyMap<string, Side>,
	{ week, currency }: { week: Week; currency: string }
): Judged {
	const flat = all.flatMap(({ group, figures }) => figures.map((figure) => ({ group, figure })));
	const judged = judgedTogether(flat.map(({ figure }) => figure));
	const looks = countTested(judged);
	const signals = judged.filter(({ movement }) => movement?.verdict === 'signal').length;
	const sides = new Map<string, Side>();
	const left: NewAlert[] = [];
	for (const [i, figure] of judged.entries()) {
		const { group } = flat[i];
		const subject = subjectOf(figure.definition, group);
		const side = sideOf(figure);
		// What has too little data to be judged is where it was.
		if (side === null) continue;
		sides.set(subject, side);
		const was = before.get(subject);
		if (side === 0 || was === undefined || was === side) continue;
		left.push(alertOf(figure, { subject, week, group, looks, signals, currency }));
	}
	return { looks, signals, sides, left };
}

function sideOf({ movement }: Figure): Side | null {
	if (!movement || movement.verdict === 'too little data') return null;
	if (movement.verdict !== 'signal') return 0;
	return movement.direction === 0 ? 1 : movement.direction;
}

type Found = {
	subject: string;
	week: Week;
	group: WatchedGroup;
	looks: number;
	signals: number;
	currency: string;
};

function alertOf(figure: Figure, { subject, ...found }: Found): NewAlert {
	const { definition, estimate, population, excluded, grade, movement, change, routine } = figure;
	return {
		...{ kind: 'figure', subject, period: found.week },
		facts: {
			kind: 'figure',
			...found,
			figure: {
				...{ definition, estimate, population, excluded },
				...(grade ? { grade } : {}),
				...(movement ? { movement } : {})
			},
			change: change ? { by: change.by, low: change.low, high: change.high, since: change.since } : null,
			band: routine?.band ?? null
		},
		...{ customerId: null, responseId: null, followUpId: null, words: null }
	};
}
