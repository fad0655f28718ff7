import { expect, test } from 'vitest';
import { seriesFrom } from '../surveys/series.ts';
import { sitsText, whereItSits } from './where-it-sits.ts';

const nps = seriesFrom('nps:relationship');
const comment = {
	metric: 'nps' as const,
	highIsGood: true,
	about: 'relationship',
	score: 6 as number | null,
	respondedAt: new Date('2026-10-31T23:30:00Z')
};
const all = ['score', 'feeling', 'month', 'touchpoint'] as const;

test('a comment sits at its score, in its group and in its month, by the organisation’s calendar', () => {
	const sits = whereItSits(comment, nps, 'Europe/Prague');
	expect(sits).toEqual({ score: 6, feeling: 'low', month: '2026-11-01', touchpoint: null });
	expect(sitsText(comment, sits, nps, all)).toBe(
		'Marked in the charts: the bar “score 6”, the curve “Detractors”, Nov 2026.'
	);
	expect(sitsText(comment, sits, nps, ['score'])).toBe('Marked in the charts: the bar “score 6”.');
});

test('of another survey it sits only at its touchpoint, if the page has those', () => {
	const other = { ...comment, metric: 'csat' as const, about: 'support', score: 2 };
	const sits = whereItSits(other, nps, 'UTC');
	expect(sits).toEqual({ score: null, feeling: null, month: null, touchpoint: 'csat:support' });
	expect(sitsText(other, sits, nps, all)).toContain('the touchpoint “support”');
	expect(sitsText(other, sits, nps, ['score'])).toBe('In none of these charts: it answers CSAT, support.');
});

test('where a low answer is a good one, it sits among the good', () => {
	const effort = { ...comment, metric: 'ces' as const, highIsGood: false, about: 'support', score: 1 };
	expect(whereItSits(effort, seriesFrom('ces-reversed:support'), 'UTC')).toMatchObject({ score: 1, feeling: 'high' });
});

test('without a score it sits in no chart', () => {
	const words = { ...comment, score: null };
	const sits = whereItSits(words, nps, 'UTC');
	expect(Object.values(sits)).toEqual([null, null, null, null]);
	expect(sitsText(words, sits, nps, all)).toContain('no score');
});
