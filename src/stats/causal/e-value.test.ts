import { expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import { eValue, standardisedDifference } from './e-value.ts';

test.each([
	// VanderWeele & Ding 2017: smoking and lung cancer; breastfeeding and infant death; and ovarian cancer
	[10.73, 8.02, 14.36, 20.95, 15.52],
	[3.9, 1.8, 8.7, 7.26, 3.0],
	[0.8, 0.71, 0.91, 1.81, 1.43]
])('risk ratio %d (%d to %d) has the published E-value', (value, low, high, estimate, limit) => {
	const result = ok(eValue({ scale: 'risk-ratio', value, low, high }));
	expect(Number(result.value.toFixed(2))).toBe(estimate);
	expect(Number(result.limit.toFixed(2))).toBe(limit);
});

test('a common outcome turns odds and hazards into risks first', () => {
	expectClose(
		eValue({ scale: 'odds-ratio', value: 4, low: 2.25, high: 9, common: true }),
		{ riskRatio: { value: 2, low: 1.5, high: 3 } },
		1e-12
	);
	const half = 1 - 0.5 ** Math.sqrt(0.5);
	expectClose(
		eValue({ scale: 'hazard-ratio', value: 0.5, low: 0.4, high: 0.6, common: true }),
		{ riskRatio: { value: half / (1 - 0.5 ** Math.SQRT2) } },
		1e-12
	);
	expectClose(eValue({ scale: 'hazard-ratio', value: 0.5, low: 0.4, high: 0.6 }), { riskRatio: { value: 0.5 } }, 0);
});

test('a difference is taken in standard deviations', () => {
	const effect = standardisedDifference(10, 2, 20);
	expectClose(
		eValue(effect),
		{ riskRatio: { value: Math.exp(0.455), low: Math.exp(0.455 - 0.178), high: Math.exp(0.455 + 0.178) } },
		1e-12
	);
});

test('an interval across no effect needs nothing to explain it away', () => {
	expect(eValue({ scale: 'risk-ratio', value: 1.2, low: 0.9, high: 1.6 })).toMatchObject({
		limit: 1,
		sentence: expect.stringContaining('nothing unmeasured') as string
	});
	expect(ok(eValue({ scale: 'risk-ratio', value: 1, low: 1, high: 1 })).value).toBe(1);
});

test('what is no ratio is a dash', () => {
	expect(eValue({ scale: 'risk-ratio', value: 0, low: 0, high: 1 })).toMatchObject({ status: 'not_estimable' });
	expect(eValue({ scale: 'risk-ratio', value: 3, low: 4, high: 5 })).toMatchObject({ status: 'not_estimable' });
	expect(eValue({ scale: 'difference', value: NaN, low: 0, high: 1 })).toMatchObject({ status: 'not_estimable' });
});
