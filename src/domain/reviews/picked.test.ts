import { describe, expect, test } from 'vitest';
import { scopeFromUrl, scopeToQuery } from '../scope/scope.ts';
import { seriesFrom } from '../surveys/series.ts';
import { feedScope, nothingPicked, pickedFromUrl, pickedText, pickedToQuery } from './picked.ts';

const nps = seriesFrom('nps:relationship');
const scope = { week: '2026-W47', segment: 'Team', region: null, plan: null, survey: null };
const from = (query: string) => pickedFromUrl(new URLSearchParams(query));

describe('an address', () => {
	test('holds the filters and the pick, so that a link is a view', () => {
		expect(scopeFromUrl('2026-W47', new URLSearchParams(scopeToQuery(scope)))).toEqual(scope);
		for (const query of [
			'score=6',
			'group=low',
			'group=high&did=left',
			'month=2026-10',
			'moved=new-recommended',
			'touchpoint=csat%3Aonboarding'
		])
			expect(pickedToQuery(from(query))).toBe(query);
	});

	test('with nonsense in it picks nothing', () => {
		expect(from('did=left')).toEqual(nothingPicked);
		expect(from('score=six&group=everybody&did=left&month=2026-13&touchpoint=onboarding')).toEqual(nothingPicked);
	});
});

describe('what was picked', () => {
	const monthText = () => 'Oct 2026';

	test('is said in the words of the chart', () => {
		expect(pickedText(from('score=6'), nps, monthText)).toBe('the bar “score 6”');
		expect(pickedText(from('group=low'), nps, monthText)).toBe('the curve “Detractors”');
		expect(pickedText(from('group=high&did=left'), nps, monthText)).toBe(
			'promoters who left within 12 months of their answer'
		);
		expect(pickedText(from('month=2026-10'), nps, monthText)).toBe('the month Oct 2026');
		expect(pickedText(from('touchpoint=csat:onboarding'), nps, monthText)).toBe('the touchpoint “onboarding” (CSAT)');
	});

	test('a score or a group shows those of the week, in the series that is drawn', () => {
		const week = { from: '2026-11-16', to: '2026-11-22', segment: 'Team', region: null, plan: null };
		expect(feedScope(scope, nothingPicked, nps, '2026-10-01')).toEqual({ ...week, series: null, scores: null });
		expect(feedScope(scope, from('score=6'), nps, '2026-10-01')).toEqual({
			...week,
			series: 'nps:relationship',
			scores: { lowest: 6, highest: 6 }
		});
		expect(feedScope(scope, from('group=low'), nps, '2026-10-01')).toMatchObject({ scores: { lowest: 0, highest: 6 } });
		expect(feedScope(scope, from('group=middle'), nps, '2026-10-01')).toMatchObject({
			scores: { lowest: 7, highest: 8 }
		});
		expect(feedScope(scope, from('group=high'), seriesFrom('ces-reversed:support'), '2026-10-01')).toMatchObject({
			scores: { lowest: 1, highest: 2 }
		});
	});

	test('a touchpoint shows all that was said there in the week, whatever the score', () => {
		expect(feedScope(scope, from('touchpoint=csat:onboarding'), nps, '2026-10-01')).toMatchObject({
			from: '2026-11-16',
			series: 'csat:onboarding',
			scores: null
		});
	});

	test('a month shows that month, of all series', () => {
		expect(feedScope(scope, from('month=2026-02'), nps, '2026-10-01')).toMatchObject({
			from: '2026-02-01',
			to: '2026-02-28',
			series: null,
			scores: null
		});
	});
});
