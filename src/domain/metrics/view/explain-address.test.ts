import { expect, test } from 'vitest';
import { explainAddress } from './explain-address.ts';

test('asks for what stands behind one figure, and keeps what else the address says', () => {
	const search = new URLSearchParams('week=2026-W47&segment=Team');
	expect(explainAddress(search, 'nps')).toBe('?week=2026-W47&segment=Team&explain=nps');
	expect(explainAddress(new URLSearchParams('explain=nps&week=2026-W47'), 'csat')).toBe('?week=2026-W47&explain=csat');
});

test('leads back to the page as it was', () => {
	expect(explainAddress(new URLSearchParams('week=2026-W47&explain=nps'), null)).toBe('?week=2026-W47');
});
