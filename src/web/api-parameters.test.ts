import { expect, test } from 'vitest';
import { onlyParameters } from './api-parameters.ts';

const at = (query: string) => new URL(`https://cx.example.com/api/v1/figures${query}`);
const ask = (query: string, known = ['week', 'segment']) => onlyParameters(at(query), known);

test('parameters that an endpoint knows pass, in any order, and none at all', () => {
	expect(() => ask('')).not.toThrow();
	expect(() => ask('?segment=Team&week=2026-W47')).not.toThrow();
});

test('what it does not know is named, with what there is', () => {
	expect(() => ask('?segmnt=Team')).toThrow('There is no parameter "segmnt". The parameters here: week, segment.');
	expect(() => ask('?week=2026-W47', [])).toThrow('The parameters here: none.');
});

test('a parameter that stands there twice is not read once', () => {
	expect(() => ask('?segment=Team&segment=Solo')).toThrow('Give segment once: it stands in the address twice.');
});
