import { count, dash, number } from '#ui/format/number.ts';
import { weekNumber } from '../../scope/week.ts';
import { written } from '../../metrics/view/figure-text.ts';
import { populationText } from '../mark.ts';
import type { FigureShown, InsightShown } from '../shown.ts';

/** 'NPS, 13 weeks: 42 (39 to 45, n 1,204), grade C · week 47, customers with segment Team' */
export function figureLine(figure: FigureShown, currency: string): string {
	const { name, value, low, high, n, unit, grade, reason, week, query } = figure;
	const text = (one: number) => written(one, unit, figure.currency ?? currency);
	const interval =
		low === null || high === null
			? reason
				? `no interval: ${reason}, `
				: ''
			: low === high
				? 'counted, '
				: `${text(low)} to ${text(high)}, `;
	const told = value === null ? `${dash} (${reason ?? 'not known'})` : `${text(value)} (${interval}n ${number(n)})`;
	return `${name}: ${told}${grade ? `, grade ${grade}` : ''} · week ${weekNumber(week)}, ${populationText(query)}`;
}

/** What is pinned to either side, and how much there is that says the opposite. */
export function evidenceText({ evidence, opposite }: Pick<InsightShown, 'evidence' | 'opposite'>): string {
	const pinned = `${count(evidence.for, 'comment')} pinned for it, ${number(evidence.against)} against it`;
	const found =
		'because' in opposite
			? `${dash} say the opposite: ${opposite.because}`
			: `${count(opposite.found, 'comment says', 'comments say')} the opposite.`;
	return `${pinned}. ${found}`;
}

/** 'Omar Haddad · being worked on · open for 3 days' */
export const whoseText = ({ owner, state, age }: Pick<InsightShown, 'owner' | 'state' | 'age'>): string =>
	[owner, state === 'ended' ? null : state, age].filter(Boolean).join(' · ');
