import type { Figure } from '../figure.ts';

/** How many figures moved by more than noise, in a sentence; where nobody can tell of any, that is no quiet week. */
export function movedText(figures: readonly Pick<Figure, 'movement'>[]): string {
	const verdicts = figures.flatMap(({ movement }) => (movement ? [movement.verdict] : []));
	const moved = verdicts.filter((verdict) => verdict === 'signal').length;
	if (moved > 0) return `${moved} of ${figures.length} figures moved by more than noise.`;
	return verdicts.some((verdict) => verdict !== 'too little data')
		? 'Nothing moved by more than noise.'
		: 'Too little is known to tell whether anything moved.';
}
