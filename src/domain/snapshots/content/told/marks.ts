import type { Pinned } from '#ui/charts/places.ts';
import { fullMoment } from '#ui/format/time.ts';
import type { KeptMark } from '../content.ts';
import type { MarkTold } from './told.ts';

/** What the drawing needs of the marks. */
export const pinnedOf = (marks: readonly KeptMark[]): Pinned[] =>
	marks.flatMap(({ number, place }) => (place ? [{ number, ...place }] : []));

export const marksTold = (marks: readonly KeptMark[], zone: string): MarkTold[] =>
	marks.map(({ number, text, by, at, through, pointsAt, because, saw, now }) => ({
		number,
		text,
		who: `${by}, ${fullMoment(new Date(at), zone)} · ${pointsAt}${through ? ` · sent by ${through}` : ''}`,
		beside: besideOf({ because, saw, now })
	}));

function besideOf({ because, saw, now }: Pick<KeptMark, 'because' | 'saw' | 'now'>): string | null {
	const then = saw ? [`Then: ${saw}.`] : [];
	if (because) return [`Not drawn. ${because}`, ...then].join(' ');
	return now === null ? null : [...then, `Now: ${now}.`].join(' ');
}

/** More are not read out; below the picture stand their words. */
const mostInAlt = 20;

/** For who cannot see the flags: where they are. 'Marks: 3 at Oct 2026.' */
export function marksInAlt(marks: readonly KeptMark[]): string[] {
	const drawn = marks.filter(({ place }) => place !== null);
	if (drawn.length === 0) return [];
	const named = drawn.slice(0, mostInAlt).map(({ number, pointsAt }) => `${number} at ${pointsAt}`);
	const left = drawn.length > mostInAlt ? `, and ${drawn.length - mostInAlt} more` : '';
	return [`Marks: ${named.join('; ')}${left}.`];
}
