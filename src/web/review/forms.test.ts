import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { usualOrder } from '#domain/reviews/parts.ts';
import { ArrangeForm, arrangedBy, CloseForm } from './forms.ts';

describe('the order of a week’s page, as a form sends it', () => {
	const arranged = (typed: Record<string, string>) => {
		const parsed = v.safeParse(ArrangeForm, { seen: '0', parts: usualOrder.join(), ...typed });
		return parsed.success ? arrangedBy(parsed.output) : parsed.issues[0].message;
	};

	test('is the one that was seen with one part moved, or the one it was dragged to', () => {
		expect(arranged({ move: 'fix first' })).toEqual([
			'fix',
			'figures',
			'money',
			'stays',
			'months',
			'insights',
			'events',
			'decisions'
		]);
		expect(arranged({ move: 'money up' }).slice(0, 2)).toEqual(['money', 'figures']);
		expect(arranged({ parts: 'decisions,money' }).slice(0, 2)).toEqual(['decisions', 'money']);
		expect(arranged({ parts: '' })).toEqual(usualOrder);
	});

	test('is refused where it names no part, or no way', () => {
		for (const move of ['everything up', 'money sideways', 'money', 'constructor up'])
			expect(typeof arranged({ move }), move).toBe('string');
		expect(typeof arranged({ seen: '-1' })).toBe('string');
	});
});

test('a week is closed by whoever ticks that everything is noted, and not by a form without the tick', () => {
	expect(v.is(CloseForm, { noted: 'yes' })).toBe(true);
	for (const typed of [{}, { noted: '' }, { noted: 'no' }])
		expect(v.flatten(v.safeParse(CloseForm, typed).issues!).nested, JSON.stringify(typed)).toEqual({
			noted: ['Tick “Everything is noted” first: nothing opens a closed week again.']
		});
});
