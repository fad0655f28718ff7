import { number } from '#ui/format/number.ts';
import { figureText, intervalText } from '../../../metrics/view/figure-text.ts';
import { movedText } from '../../../metrics/view/moved-text.ts';
import type { KeptFigure, SnapshotContent } from '../content.ts';
import type { FigureTold, NoteTold, Piece } from './told.ts';

export function figureTold(figure: KeptFigure, currency: string): FigureTold {
	const { value, margin, movement, tone, reason } = figureText(figure, currency);
	const { definition, estimate } = figure;
	const evidence =
		reason ??
		(estimate.status === 'ok'
			? [intervalText(figure, currency), `n ${number(estimate.n)}`].filter(Boolean).join(' · ')
			: estimate.reason);
	return { name: definition.name, value, margin, evidence, movement, tone };
}

/** 'NPS 47 ±3': the first figure of the strip, for a subject; its own name is up to the comma. */
export function headlineFigure([first]: readonly KeptFigure[], currency: string): string | null {
	if (!first) return null;
	const { value, margin, reason } = figureText(first, currency);
	const name = first.definition.name.split(',')[0];
	return reason ? `${name}: ${reason}` : [name, value, margin].filter(Boolean).join(' ');
}

/** How many figures moved by more than noise, and each of these. */
export function changedTold({ figures, organisation, answers, isOver }: SnapshotContent): Piece[][] {
	if (answers === null) return [[{ text: 'There is nothing to report yet: no answers have come in.' }]];
	const moved = figures.filter(({ movement }) => movement?.verdict === 'signal');
	const empty = isOver
		? 'Nobody answered in this week. The figures look back further, as each says.'
		: 'Nobody has answered in this week so far.';
	return [
		...(answers === 0 ? [[{ text: empty, is: 'strong' as const }]] : []),
		[{ text: movedText(figures), is: 'strong' }],
		...moved.map((figure): Piece[] => {
			const { name, movement, tone } = figureTold(figure, organisation.currency);
			return [{ text: `${name}: ` }, { text: movement!, is: tone }];
		}),
		...(moved.length > 0 && moved.length < figures.length
			? [[{ text: 'What the others did is noise, or too little is known of it.', is: 'quiet' as const }]]
			: [])
	];
}

/** What each figure means, of whom it speaks and what it left out. */
export const definitionOf = ({ definition, population, excluded, grade }: KeptFigure): NoteTold => ({
	name: definition.name,
	text: definition.meaning,
	more: [
		`Interval: ${definition.interval}`,
		`${population}.`,
		...excluded.map(({ count, why }) => `Left out: ${number(count)}, ${why}.`),
		...(grade ? [`Evidence grade ${grade}.`] : []),
		`Definition ${definition.id}, version ${definition.version}.`
	].join(' ')
});
