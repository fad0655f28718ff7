import { expect, test } from 'vitest';
import type { VoiceFilter } from './filter.ts';
import { everything, filterFromUrl, filterToQuery, isFiltered } from './filter.ts';
import { bandText, minorsOf } from './value-band.ts';

const from = (query: string) => filterFromUrl(new URLSearchParams(query));

test('a link is a view', () => {
	const filter: VoiceFilter = {
		...{ search: 'late -"so late"', score: 0, group: 'low', segment: '-', region: 'EMEA', plan: 'Pro' },
		...{
			value: 'large',
			survey: 'csat:onboarding',
			theme: 3,
			followUp: 'open',
			from: '2026-01-05',
			to: '2026-01-11',
			unread: true
		}
	};
	expect(from(filterToQuery(filter))).toEqual(filter);
	expect(from('')).toEqual(everything);
	expect([isFiltered(everything), isFiltered(filter)]).toEqual([false, true]);
});

test('what makes no sense was not asked for', () => {
	expect(
		from('score=x&score=11111&followUp=x&group=angry&value=toString&survey=x&from=2026-02-30&to=yesterday&unknown=1')
	).toEqual(everything);
	expect(from(`q=${'a'.repeat(500)}`).search).toHaveLength(200);
});

test('a band of yearly revenue is told in the reporting currency', () => {
	expect(minorsOf('middle', 'USD')).toEqual({ from: 1_000_00, to: 10_000_00 });
	expect(minorsOf('largest', 'JPY')).toEqual({ from: 100_000, to: null });
	expect((['nothing', 'small', 'middle', 'largest'] as const).map((band) => bandText(band, 'USD'))).toEqual([
		'pays nothing',
		'less than $1k a year',
		'$1k to $10k a year',
		'$100k a year or more'
	]);
});
