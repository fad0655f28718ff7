import { expect, test } from 'vitest';
import { notEstimable } from '#stats/estimate.ts';
import type { Figure } from '../metrics/figure.ts';
import { movedSince, reasonOf } from './since.ts';

const figure = (id: string, value: number | null, version = 1): Figure => ({
	definition: { id, version, name: id, unit: 'points', meaning: '', interval: '' },
	estimate:
		value === null ? notEstimable('nobody answered') : { status: 'ok', value, low: value - 1, high: value + 1, n: 9 },
	population: '',
	excluded: []
});
const names = (then: Figure[], now: Figure[]) => movedSince(then, now).map((moved) => moved.then.definition.id);

test('tells what is another figure today, and nothing else', () => {
	const then = [figure('a', 1), figure('b', 2), figure('c', null), figure('d', null)];
	expect(names(then, [figure('d', 4), figure('c', null), figure('b', 3), figure('a', 1)])).toEqual(['b', 'd']);
});

test('a change of the interval or of n alone is a change', () => {
	const wider = figure('a', 1);
	if (wider.estimate.status === 'ok') wider.estimate.low -= 0.1;
	expect(names([figure('a', 1)], [wider])).toEqual(['a']);
});

test('another definition is told even where the value happens to be the same', () => {
	expect(movedSince([figure('a', 1)], [figure('a', 1, 2)])).toMatchObject([{ redefined: true }]);
});

test('a figure that is told no more has moved, too', () => {
	expect(movedSince([figure('a', 1)], [])).toMatchObject([{ now: null, redefined: false }]);
});

test('says what was done as somebody who reads the week would', () => {
	const import_ = (detail: unknown) => reasonOf({ action: 'imported', detail });
	const counts = (added: number, changed: number) => ({ added, changed, unchanged: 3 });
	expect(import_({ responses: counts(20, 0), revenue: counts(0, 0) })).toBe('Late answers');
	expect(import_({ responses: counts(0, 2), revenue: counts(0, 0) })).toBe('A correction');
	expect(import_({ responses: counts(1, 2), revenue: counts(5, 1) })).toBe(
		'Late answers and late revenue and a correction'
	);
	expect(import_({ responses: counts(0, 0), revenue: counts(0, 0) })).toBe('An import');
	expect(import_(null)).toBe('An import');
	expect(reasonOf({ action: 'erased a person', detail: null })).toBe('An erasure');
	expect(reasonOf({ action: 'undid an import', detail: null })).toBe('An undone import');
});
