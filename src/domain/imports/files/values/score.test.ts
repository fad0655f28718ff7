import { expect, test } from 'vitest';
import { readScore } from './score.ts';

const scale = { lowest: 0, highest: 10 };

test.each([
	['9', 9],
	['10', 10],
	['0', 0],
	[' 9 ', 9],
	['07', 7],
	['9.0', 9],
	['9,0', 9],
	['-0', 0]
])('“%s” is the score %i', (text, score) => expect(readScore(text, scale)).toBe(score));

test.each([
	['11', 'is not on the scale from 0 to 10'],
	['-1', 'is not on the scale from 0 to 10'],
	['9.5', 'is not a whole number'],
	['10/10', 'give the score alone'],
	['1e1', 'is not a whole number'],
	['nine', 'is not a whole number'],
	['', 'The score is empty'],
	['９', 'is not a whole number']
])('“%s” is refused', (text, why) => expect(readScore(text, scale)).toEqual({ problem: expect.stringContaining(why) }));

test('a survey from 1 to 5 has no 0', () =>
	expect(readScore('0', { lowest: 1, highest: 5 })).toEqual({ problem: expect.stringContaining('from 1 to 5') }));
