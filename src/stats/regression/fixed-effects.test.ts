import { describe, expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/panel.json' with { type: 'json' };
import { seededRandom } from '../random.ts';
import { fixedEffects } from './fixed-effects.ts';
import type { FixedEffectsFit } from './fixed-effects-fit.ts';
import { ols } from './ols.ts';
import { lagByPeriod } from './panel.ts';

type Row = { unit: number; period: number; score: number; price: number; revenue: number };
const inputOf = (rows: readonly Row[]) => ({
	y: rows.map(({ revenue }) => revenue),
	x: { score: rows.map(({ score }) => score), price: rows.map(({ price }) => price) },
	unit: rows.map(({ unit }) => unit),
	period: rows.map(({ period }) => period)
});
const told = (fit: FixedEffectsFit) => Object.values(fit.coefficients).map(ok);

describe.each(['balanced', 'unbalanced'] as const)('two-way fixed effects on a %s panel', (kind) => {
	const { rows, coefficients, classical, none, all, withinR2, unitOnly, df } = reference[kind];
	const input = inputOf(rows);

	test("have plm's coefficients, within R² and degrees of freedom", () => {
		const fit = ok(fixedEffects(input));
		expectClose(
			told(fit).map(({ value }) => value),
			coefficients,
			1e-10
		);
		expectClose(fit, { withinR2, df, n: rows.length, units: 14, periods: 6, singletons: 0 }, 1e-10);
		expect(fit.switchers.score).toBe(14);
	});

	test('classical, without small-sample factor (plm), and with all effects counted (dummies)', () => {
		const se = (options: object) => told(ok(fixedEffects(input, options))).map((coefficient) => coefficient.se);
		expectClose(se({ errors: 'classical' }), classical, 1e-10);
		expectClose(se({ smallSample: 'none' }), none, 1e-10);
		expectClose(se({ smallSample: 'all' }), all, 1e-10);
		const nested = all.map((value) => value * Math.sqrt(df / (df + 13)));
		expectClose(se({}), nested, 1e-10);
	});

	test('without periods they hold accounts constant only', () => {
		const { y, x, unit } = input;
		expectClose(
			told(ok(fixedEffects({ y, x, unit }))).map(({ value }) => value),
			unitOnly,
			1e-10
		);
	});
});

describe('fixed effects', () => {
	const input = inputOf(reference.unbalanced.rows);

	test('two periods are first differences', () => {
		const rows = reference.balanced.rows.filter(({ period }) => period <= 2);
		const [before, after] = [1, 2].map((period) => rows.filter((row) => row.period === period));
		const change = (of: (row: Row) => number) => after.map((row, i) => of(row) - of(before[i]));
		const differences = ok(
			ols({
				y: change(({ revenue }) => revenue),
				x: { score: change(({ score }) => score), price: change(({ price }) => price) }
			})
		);
		expectClose(
			told(ok(fixedEffects(inputOf(rows)))).map(({ value }) => value),
			[ok(differences.coefficients.score).value, ok(differences.coefficients.price).value],
			1e-10
		);
	});

	test('a lonely row is dropped and counted', () => {
		const more = {
			y: [...input.y, 1e6],
			x: { score: [...input.x.score, 9], price: [...input.x.price, 9] },
			unit: [...input.unit, 99],
			period: [...input.period, 3]
		};
		const fit = ok(fixedEffects(more));
		expect(fit.singletons).toBe(1);
		expectClose(
			told(fit).map(({ value }) => value),
			reference.unbalanced.coefficients,
			1e-10
		);
	});

	test('a column that never moves within accounts is named', () => {
		const fit = ok(fixedEffects({ ...input, x: { ...input.x, size: input.unit.map((u) => u * u) } }));
		expect(fit.aliased).toEqual(['size']);
		expect(fit.switchers.size).toBe(0);
		expect(fit.coefficients.size).toMatchObject({ status: 'not_estimable' });
	});

	test('nothing moved, one account, few rows and missing numbers are dashes', () => {
		expect(fixedEffects({ ...input, x: { size: input.unit } })).toMatchObject({
			reason: 'nothing moved within accounts'
		});
		expect(
			ok(fixedEffects({ y: [1, 2, 4, 3], x: { a: [1, 2, 2, 4] }, unit: [1, 1, 1, 1] })).coefficients.a
		).toMatchObject({ reason: 'all rows belong to one account' });
		expect(
			fixedEffects({ y: [1, 2, 3, 4], x: { a: [1, 2, 5, 3] }, unit: [1, 1, 2, 2], period: [1, 2, 1, 2] })
		).toMatchObject({ reason: expect.stringContaining('too few rows') as string });
		expect(
			fixedEffects({
				y: [1, 2, 3, 5],
				x: { a: [1, 2, 5, 3], b: [1, 2, 1, 9] },
				unit: [1, 1, 2, 2],
				period: [1, 2, 1, 2]
			})
		).toMatchObject({ status: 'not_estimable' });
		expect(fixedEffects({ ...input, y: input.y.map(() => NaN) })).toMatchObject({ status: 'not_estimable' });
		expect(fixedEffects({ y: [], x: {}, unit: [] })).toMatchObject({ status: 'not_estimable' });
		expect(fixedEffects(input, { level: 3 })).toMatchObject({ status: 'not_estimable' });
	});

	test('a panel in two parts loses one degree of freedom less', () => {
		const rows = reference.balanced.rows.map((row) => ({
			...row,
			period: row.unit % 2 ? row.period : row.period + 100
		}));
		expect(ok(fixedEffects(inputOf(rows))).df).toBe(84 - 14 - 12 + 2 - 2);
	});

	test('score that follows revenue shows in the lead placebo', () => {
		const random = seededRandom(21);
		const rows = Array.from({ length: 300 }, (_, unit) => {
			let score = 5;
			return Array.from({ length: 8 }, (_, period) => {
				const revenue = 50 * random();
				const row = { unit, period, score, price: 0, revenue };
				score = revenue / 10;
				return row;
			});
		}).flat();
		const { unit, period, y, x } = inputOf(rows);
		const lead = lagByPeriod({ unit, period, value: x.score }, -1);
		const known = [...lead.keys()].filter((i) => lead[i] !== null);
		const pick = (list: readonly number[]) => known.map((i) => list[i]);
		const fit = ok(
			fixedEffects({ y: pick(y), x: { lead: known.map((i) => lead[i]!) }, unit: pick(unit), period: pick(period) })
		);
		expect(ok(fit.coefficients.lead).p).toBeLessThan(1e-6);
	});

	test('a lag goes by the calendar, not by the row before', () => {
		const panel = { unit: ['a', 'a', 'a', 'b'], period: [1, 2, 4, 5], value: [10, 20, 40, 50] };
		expect(lagByPeriod(panel, 1)).toEqual([null, 10, null, null]);
		expect(lagByPeriod(panel, -2)).toEqual([null, 40, null, null]);
	});
});
