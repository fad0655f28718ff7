import type { ChartPlaces } from '#ui/charts/places.ts';
import type { Mark } from '../../insights/mark.ts';
import { sortedMarks } from '../../insights/mark.ts';
import type { KeptMark } from './content.ts';
import { forReaders } from './masked.ts';

/**
 * The marks of a chart as an edition keeps them: those that it draws, in the order of its axis, and then those of the
 * same customers that it has no place for.
 */
export function keptMarks(
	marks: readonly Mark[],
	chart: ChartPlaces,
	seen: { population: string; week: string }
): KeptMark[] {
	const { drawn, apart } = sortedMarks(marks, chart, seen);
	const inOrder = drawn.toSorted((a, b) => a.from.at.x - b.from.at.x || a.mark.id - b.mark.id);
	return [
		...inOrder.map(({ mark, from, to, now }) => kept(mark, { place: { from, to }, because: null, now })),
		...apart
			.filter(({ isElsewhere }) => !isElsewhere)
			.map(({ mark, because }) => kept(mark, { place: null, because, now: null }))
	];
}

const kept = (
	{ id, text, through, pointsAt, saw }: Mark,
	where: Pick<KeptMark, 'place' | 'because' | 'now'>
): KeptMark => ({
	number: id,
	text: forReaders(text.text),
	by: text.by,
	at: text.at.toISOString(),
	...{ through, pointsAt, saw },
	...where
});
