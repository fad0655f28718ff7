import { expect, test } from 'vitest';
import { explainAddress, isAskedBy } from './explain-address.ts';

const money = 'http://localhost/money?week=2026-W47&segment=Team';

test('asks for what stands behind one figure, and keeps what else the address says', () => {
	expect(explainAddress(money, 'nps')).toBe('?week=2026-W47&segment=Team&explain=nps');
	expect(explainAddress(`${money}&explain=nps`, 'csat')).toBe('?week=2026-W47&segment=Team&explain=csat');
	expect(isAskedBy(`${money}&explain=csat`, 'csat')).toBe(true);
	expect(isAskedBy(`${money}&explain=csat`, 'nps')).toBe(false);
});

test('leads back to the page as it was', () => {
	expect(explainAddress(`${money}&explain=nps`, null)).toBe('?week=2026-W47&segment=Team');
});
