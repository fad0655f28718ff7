import { expect, test } from 'vitest';
import { inside } from './next.ts';

test('whoever signs in goes on to where they wanted, with its filters', () => {
	expect(inside('/review/2026-W47?segment=Team%20Plus#month:2026-10')).toBe(
		'/review/2026-W47?segment=Team%20Plus#month:2026-10'
	);
	expect(inside(null)).toBe('/');
});

test('and never to somebody else’s address, however it is written', () => {
	const elsewhere = [
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/\r\n/evil.example',
		'\t//evil.example',
		'/.//evil.example',
		'javascript:alert(1)',
		'evil.example',
		''
	];
	for (const next of elsewhere) expect(inside(next), JSON.stringify(next)).toBe('/');
});

test('nor does what stands in it make another header', () => {
	expect(inside('/data\r\nset-cookie: a=b')).not.toMatch(/[\r\n\t]/);
});
