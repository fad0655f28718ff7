import { readFileSync } from 'node:fs';
import { parse, stringify } from 'devalue';
import { describe, expect, test } from 'vitest';
import { rendered } from '#tests/rendered.ts';
import Strip from '../metrics/view/Strip.svelte';
import { definitionsOf, definitionsToday, redefinedSince } from './definitions.ts';
import { readEdition, written } from './edition-shapes.ts';
import type { EditionContents } from './edition-shapes.ts';
import { isUsual } from './parts.ts';

/** An edition as the database keeps it, written when shape 1 was the only one. */
const contents = readFileSync('tests/reference/edition-shape-1.txt', 'utf8');

describe('a week that was closed before there was an order of parts', () => {
	const edition = readEdition({ shape: 1, contents });

	test('has its figures, texts and ids byte for byte', () => {
		const { organisation, ...kept } = parse(contents) as EditionContents;
		for (const [name, part] of Object.entries(kept))
			expect(stringify(edition[name as keyof EditionContents]), name).toBe(stringify(part));
		expect(edition.organisation).toMatchObject(organisation);
		expect(edition.headline).toMatchObject({ text: 'Loyalty held; support leaks', writtenBy: 'Dana Okafor' });
		const body = rendered(Strip, { figures: edition.review.figures, currency: 'USD' });
		const [nps] = edition.review.figures;
		expect(nps).toMatchObject({
			definition: { id: 'nps', version: 1 },
			estimate: { value: expect.closeTo(-55, 9), n: 40 }
		});
		expect(body).toContain('−55');
	});

	test('is shown in the usual order, with the definitions it carried, and does not say what was not kept', () => {
		expect(edition.parts).toEqual(['figures', 'money', 'stays', 'months', 'fix', 'events', 'decisions']);
		expect(isUsual(edition.parts)).toBe(true);
		expect([edition.marks, edition.story, edition.promises.keys]).toEqual([[], null, []]);
		expect([edition.readers, edition.insights]).toEqual([null, null]);
		expect(edition.organisation.fiscalYearStartsIn).toBe(1);
		const ids = edition.definitions.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['nps', 'nps_by_month', 'revenue_after_answer', 'staying']));
		expect(new Set(ids).size).toBe(ids.length);
		expect(edition.definitions.every(({ meaning, interval }) => meaning.length > 0 && interval.length > 0)).toBe(true);
	});

	test('written as today is the same edition, and reads as it was written', () => {
		const today = written(edition);
		expect(today.shape).toBe(3);
		expect(stringify(readEdition(today))).toBe(stringify(edition));
	});
});

test('a week that was closed before its insights and who is in the meeting were kept says so, and nothing else changes', () => {
	const then = readFileSync('tests/reference/edition-shape-2.txt', 'utf8');
	const { attendance, insights, ...kept } = readEdition({ shape: 2, contents: then });
	expect({ attendance, insights }).toEqual({ attendance: null, insights: null });
	expect(stringify(kept)).toBe(then);
	expect(kept.decisions.ofTheWeek[0].insights).toBeUndefined();
});

test('a shape that nobody knows is no edition', () => {
	expect(() => readEdition({ shape: 9, contents })).toThrow('shape 9');
});

describe('a definition', () => {
	const { review } = readEdition({ shape: 1, contents });
	const then = definitionsOf(review);

	test('that is the same today is not told; a score is, since its intervals are made otherwise', () => {
		const told = redefinedSince(then, definitionsToday(review, '2026-11-23'));
		expect(told.map((one) => [one.then.id, one.then.version, one.now.version])).toEqual([
			['nps', 1, 2],
			['nps_by_month', 1, 2]
		]);
	});

	test('of another version, or in other words, is told with both', () => {
		const now = then.map((definition) =>
			definition.id === 'nps'
				? { ...definition, version: 2, meaning: 'Another meaning' }
				: definition.id === 'staying'
					? { ...definition, meaning: 'In margin' }
					: definition
		);
		const told = redefinedSince(then, now);
		expect(told.map((one) => [one.then.id, one.then.version, one.now.version])).toEqual([
			['nps', 1, 2],
			['staying', 1, 1]
		]);
		expect(told[0].then.meaning).toContain('Share of promoters');
	});
});
