import { expect, test } from 'vitest';
import type { Figure } from '../figure.ts';
import { movedText } from './moved-text.ts';

const figure = (verdict: NonNullable<Figure['movement']>['verdict'] | null) =>
	({ movement: verdict && { verdict } }) as Pick<Figure, 'movement'>;

test('a week of which nothing is known is not called a quiet one', () => {
	expect(movedText([figure('noise'), figure('signal'), figure(null)])).toBe('1 of 3 figures moved by more than noise.');
	for (const told of ['noise', 'mix'] as const)
		expect(movedText([figure(told), figure(null)])).toBe('Nothing moved by more than noise.');
	for (const unknown of [[], [figure(null)], [figure('too little data')]])
		expect(movedText(unknown)).toBe('Too little is known to tell whether anything moved.');
});
