import { expect, test } from 'vitest';
import { unknownFilter } from './unknown-filter.ts';

const there = {
	customers: [
		{ segment: 'Team', region: 'EMEA', plan: null },
		{ segment: 'Enterprise', region: 'EMEA', plan: null }
	],
	series: ['nps:relationship', 'csat:support']
};
const all = { week: '2026-W47', segment: null, region: null, plan: null, survey: null } as const;

test('a program that misspells a filter gets no figures of other customers, or of another survey', () => {
	expect(unknownFilter(all, there)).toBeNull();
	expect(unknownFilter({ ...all, segment: 'Team', plan: '-', survey: 'csat:support' }, there)).toBeNull();
	expect(unknownFilter({ ...all, segment: 'team' }, there)).toBe(
		'There is no segment “team”: there are Enterprise, Team.'
	);
	expect(unknownFilter({ ...all, region: 'Mars' }, there)).toBe('There is no region “Mars”: there is EMEA.');
	expect(unknownFilter({ ...all, survey: 'nps' }, there)).toContain('there are nps:relationship, csat:support');
	expect(unknownFilter({ ...all, plan: 'Plus' }, { customers: [], series: [] })).toContain('there is none yet');
});
