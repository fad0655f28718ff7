import { describe, expect, test } from 'vitest';
import { scopeFromUrl, scopeToQuery } from '../scope/scope.ts';
import { seriesFrom } from '../surveys/series.ts';
import type { Pick } from '../money/view/pick.ts';
import { feedScope, isOfTheWeek, nothingPicked, pickedFromUrl, pickedToQuery } from './picked.ts';
import type { Picked } from './picked.ts';
import { pickedText } from './picked-text.ts';

const nps = seriesFrom('nps:relationship');
const scope = { week: '2026-W47', segment: 'Team', region: null, plan: null, survey: null };
const spoken = { monday: '2026-11-16', month: '2026-10-01' };
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
			'touchpoint=csat%3Aonboarding',
			'behind=lost',
			'behind=last-low&month=2026-05',
			'behind=priced&score=9',
			'behind=low-there&touchpoint=csat%3Aonboarding'
		])
			expect(pickedToQuery(from(query))).toBe(query);
	});

	test('leads to words of the week, or of another time, which are not counted as the week’s', () => {
		for (const query of ['', 'score=6', 'group=low', 'touchpoint=csat%3Aonboarding'])
			expect(isOfTheWeek(from(query)), query).toBe(true);
		for (const query of ['group=high&did=left', 'month=2026-10', 'moved=new-recommended', 'behind=lost', 'bet=3'])
			expect(isOfTheWeek(from(query)), query).toBe(false);
	});

	test('of a group without a deed names none', () => {
		const pick: Pick = { group: 'high', did: undefined };
		expect(pickedToQuery({ ...nothingPicked, ...pick } as Picked)).toBe('group=high');
	});

	test('with nonsense in it picks nothing', () => {
		expect(from('did=left')).toEqual(nothingPicked);
		expect(from('score=six&group=everybody&did=left&month=2026-13&touchpoint=onboarding&behind=toString')).toEqual(
			nothingPicked
		);
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
		expect(pickedText(from('behind=lost'), nps, monthText)).toBe('customers who paid a year before, and pay no more');
		expect(pickedText(from('behind=last-low&month=2026-10'), nps, monthText)).toBe(
			'paying detractors by their latest score, at the end of Oct 2026'
		);
		expect(pickedText(from('touchpoint=csat:onboarding'), nps, monthText)).toBe('the touchpoint “onboarding” (CSAT)');
	});

	test('a score or a group shows those of the week, in the series that is drawn', () => {
		const week = { from: '2026-11-16', to: '2026-11-22', segment: 'Team', region: null, plan: null };
		expect(feedScope(scope, nothingPicked, nps, spoken)).toEqual({ ...week, series: null, scores: null });
		expect(feedScope(scope, from('score=6'), nps, spoken)).toEqual({
			...week,
			series: 'nps:relationship',
			scores: { lowest: 6, highest: 6 }
		});
		expect(feedScope(scope, from('group=low'), nps, spoken)).toMatchObject({ scores: { lowest: 0, highest: 6 } });
		expect(feedScope(scope, from('group=middle'), nps, spoken)).toMatchObject({
			scores: { lowest: 7, highest: 8 }
		});
		expect(feedScope(scope, from('group=high'), seriesFrom('ces-reversed:support'), spoken)).toMatchObject({
			scores: { lowest: 1, highest: 2 }
		});
	});

	test('a touchpoint shows all that was said there in the week, whatever the score', () => {
		expect(feedScope(scope, from('touchpoint=csat:onboarding'), nps, spoken)).toMatchObject({
			from: '2026-11-16',
			series: 'csat:onboarding',
			scores: null
		});
	});

	test('what stands behind a figure is of the time that the figure speaks of', () => {
		const time = (query: string) => {
			const { from: first, to } = feedScope(scope, from(query), nps, spoken);
			return [first, to];
		};
		expect(time('behind=scores')).toEqual(['2026-08-24', '2026-11-22']);
		expect(time('behind=heard')).toEqual(['2025-11-24', '2026-11-22']);
		expect(time('behind=lost')).toEqual(['2025-11-23', '2026-11-22']);
		expect(time('behind=worth-now')).toEqual(['2025-11-01', '2026-10-31']);
		expect(time('behind=priced')).toEqual(['2023-11-01', '2025-10-31']);
		// The last week that ends within May 2026 is the one to the 31st.
		expect(time('behind=last-low&month=2026-05')).toEqual(['2025-06-01', '2026-05-31']);
		expect(feedScope(scope, from('behind=lost'), nps, null)).not.toHaveProperty('behind');
	});

	test('a month shows that month, of all series', () => {
		expect(feedScope(scope, from('month=2026-02'), nps, spoken)).toMatchObject({
			from: '2026-02-01',
			to: '2026-02-28',
			series: null,
			scores: null
		});
	});
});
