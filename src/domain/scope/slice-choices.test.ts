import { expect, test } from 'vitest';
import { sliceChoices, sliceOptions } from './slice-choices.ts';

test('a filter offers each value that customers have once, and those of whom no file has said', () => {
	const choices = sliceChoices([
		{ segment: 'Team', region: 'EMEA', plan: null },
		{ segment: 'Solo', region: '', plan: null },
		{ segment: 'Team', region: 'EMEA', plan: null }
	]);
	expect(choices).toEqual({ segment: ['Solo', 'Team'], region: ['-', 'EMEA'], plan: ['-'] });
	expect(sliceOptions(choices.region)).toEqual([
		{ value: '-', name: 'Not known' },
		{ value: 'EMEA', name: 'EMEA' }
	]);
	expect(sliceChoices([]).segment).toEqual([]);
});
