import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { archived, byFiscalYear } from './archived.ts';
import { atomFeed, escapedXml } from './atom.ts';
import { readEdition } from './edition-shapes.ts';
import { marks, pieces } from './found.ts';

const contents = readFileSync('tests/reference/edition-shape-1.txt', 'utf8');
const closedAt = new Date('2026-11-24T09:00:00Z');
const edition = { ...readEdition({ shape: 1, contents }), closedAt, closedBy: 'Dana Okafor' };
const place = {
	organisation: 'Alpha & Söhne',
	origin: 'https://cx.example.com',
	self: 'https://cx.example.com/reviews/feed.atom?token=abc',
	next: null,
	now: new Date('2026-12-01T00:00:00Z')
};

describe('the feed of closed weeks', () => {
	test('has an entry for each, with what moved, what was decided, and who spoke for the customers', () => {
		const feed = atomFeed([archived('2026-W47', edition)], place);
		for (const part of [
			'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
			'<title>Alpha &amp; Söhne: weekly reviews</title>',
			'<updated>2026-11-24T09:00:00.000Z</updated>',
			'<title>Week 47 of 2026: Loyalty held; support leaks</title>',
			'<id>https://cx.example.com/reviews/2026-W47</id>',
			'Ring the ten largest (Dana Okafor, by 27 Nov 2026). For our customers: Somebody listens',
			'The customer’s seat: Dana Okafor.',
			'Closed by Dana Okafor.'
		])
			expect(feed).toContain(part);
		expect(feed.match(/<entry>/g)).toHaveLength(1);
	});

	test('holds nothing that somebody typed as markup, and nothing that XML may not hold', () => {
		const typed = 'A <b>bold</b> & "odd" \u0000\u000b\ud800 line \u{1f389}';
		const headline = { ...edition.headline!, text: typed };
		const feed = atomFeed([archived('2026-W47', { ...edition, headline })], place);
		expect(feed).toContain('A &lt;b&gt;bold&lt;/b&gt; &amp; &quot;odd&quot;  line \u{1f389}');
		expect(feed).not.toMatch(/[\u0000-\u0008\u000b]/);
		const decisions = { ...edition.decisions, ofTheWeek: [{ ...edition.decisions.ofTheWeek[0], what: '<script>' }] };
		const told = atomFeed([archived('2026-W47', { ...edition, decisions })], place);
		expect(told).toContain('&amp;lt;script&amp;gt;');
		expect(escapedXml(']]>')).toBe(']]&gt;');
	});

	test('without a closed week is a feed all the same', () => {
		const feed = atomFeed([], place);
		expect(feed).toContain('<updated>2026-12-01T00:00:00.000Z</updated>');
		expect(feed).not.toContain('<entry>');
	});

	test('says that it closed by itself, and where older weeks are', () => {
		const feed = atomFeed([archived('2026-W47', { ...edition, closedBy: null, seat: null })], {
			...place,
			next: 'https://cx.example.com/reviews/feed.atom?token=abc&before=2026-W47'
		});
		expect(feed).toContain('It closed by itself.');
		expect(feed).toContain('The customer’s seat: nobody.');
		expect(feed).toContain(
			'rel="next" type="application/atom+xml" href="https://cx.example.com/reviews/feed.atom?token=abc&amp;before=2026-W47"'
		);
	});
});

test('the archive lists weeks under the fiscal year they belong to', () => {
	const weeks = ['2026-W28', '2026-W27', '2026-W26', '2025-W30'].map((week) => ({ week }));
	expect(byFiscalYear(weeks, 7).map(({ name, weeks: of }) => [name, of.length])).toEqual([
		['2026/27', 2],
		['2025/26', 2]
	]);
	expect(byFiscalYear(weeks, 1).map(({ name, weeks: of }) => [name, of.length])).toEqual([
		['2026', 3],
		['2025', 1]
	]);
});

test('what was found is cut out where the marks are', () => {
	const found = (word: string) => `${marks.from}${word}${marks.to}`;
	expect(pieces(`${found('Ring')} the ten ${found('largest')}`)).toEqual([
		{ text: 'Ring', found: true },
		{ text: ' the ten ', found: false },
		{ text: 'largest', found: true }
	]);
	expect(pieces('nothing')).toEqual([{ text: 'nothing', found: false }]);
	expect(pieces('')).toEqual([]);
});
