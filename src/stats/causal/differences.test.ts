import { describe, expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/staggered.json' with { type: 'json' };
import { fixedEffects } from '../regression/fixed-effects.ts';
import { attGroupTime } from './att-group-time.ts';
import { seededRandom } from '../random.ts';
import { differenceInDifferences } from './difference-in-differences.ts';
import { randomisationTest } from './randomisation-test.ts';

const { plain, few, rows } = reference;
const input = {
	y: plain.rows.map(({ y }) => y),
	treated: plain.rows.map(({ treated }) => treated),
	after: plain.rows.map(({ after }) => after)
};
const unit = plain.rows.map((row) => row.unit);

describe('difference in differences', () => {
	test('the four means of Card & Krueger 1994: 2.76 more jobs', () => {
		const cells = [
			[1, 0, 20.44],
			[1, 1, 21.03],
			[0, 0, 23.33],
			[0, 1, 21.17]
		];
		const spread = cells.flatMap(([t, a, value]) => [-1, 0, 1].map((e) => ({ t, a, y: value + e })));
		const result = ok(
			differenceInDifferences({
				y: spread.map(({ y }) => y),
				treated: spread.map(({ t }) => t),
				after: spread.map(({ a }) => a)
			})
		);
		// the published 2.76 comes from unrounded means: these give 2.75
		expect(ok(result.effect).value).toBeCloseTo(2.75, 10);
		expectClose(result.means, { treatedBefore: 20.44, comparisonAfter: 21.17 }, 1e-12);
	});

	test("clustered by unit it has R's lm and vcovCL, or CR2 when units are few", () => {
		const many = ok(differenceInDifferences({ ...input, cluster: unit }));
		expectClose(many.effect, { value: plain.value, se: plain.se }, 1e-11);
		const kept = [...unit.keys()].filter((i) => unit[i] <= 40 && unit[i] > 12);
		const pick = (list: readonly number[]) => kept.map((i) => list[i]);
		const small = ok(
			differenceInDifferences({
				y: pick(input.y),
				treated: pick(input.treated),
				after: pick(input.after),
				cluster: pick(unit)
			})
		);
		expectClose(small.effect, few, 1e-9);
	});

	test('is fixed effects of two periods', () => {
		const both = input.treated.map((t, i) => t * input.after[i]);
		const fit = ok(fixedEffects({ y: input.y, x: { both }, unit, period: input.after }));
		expectClose(fit.coefficients.both, { value: plain.value }, 1e-10);
	});

	test('an empty group and uneven columns are dashes', () => {
		expect(differenceInDifferences({ ...input, after: input.after.map(() => 1) })).toMatchObject({
			reason: expect.stringContaining('is empty') as string
		});
		expect(differenceInDifferences({ ...input, after: [1] })).toMatchObject({ status: 'not_estimable' });
		expect(differenceInDifferences({ y: [], treated: [], after: [] })).toMatchObject({ status: 'not_estimable' });
		expect(differenceInDifferences({ y: [1, 2, 3, 4], treated: [1, 1, 0, 0], after: [0, 1, 0, 1] })).toMatchObject({
			status: 'not_estimable'
		});
	});
});

describe('group-time effects of a staggered roll-out', () => {
	const columns = {
		unit: rows.map((row) => row.unit),
		period: rows.map(({ period }) => period),
		y: rows.map(({ y }) => y),
		cohort: rows.map(({ cohort }) => cohort)
	};

	test.each([
		['never', reference.never],
		['not-yet', reference.notYet]
	] as const)('compared with units %s treated: every ATT(g, t) as by regression in R', (comparison, wanted) => {
		const { effects } = ok(attGroupTime(columns, { comparison }));
		expect(effects.map(({ cohort, period }) => [cohort, period])).toEqual(
			wanted.map(({ cohort, period }) => [cohort, period])
		);
		expectClose(
			effects.map(({ effect }) => [ok(effect).value, ok(effect).se]),
			wanted.map(({ value, se }) => [value, se]),
			1e-10
		);
	});

	test('averages carry the chance of their weights', () => {
		const { overall, byEvent } = ok(attGroupTime(columns));
		expectClose(overall, reference.overall, 1e-6);
		expectClose(byEvent.find(({ event }) => event === 0)!.effect, reference.event0, 1e-6);
	});

	test('before the start there is nothing, after it there is', () => {
		const { byEvent } = ok(attGroupTime(columns));
		expect(byEvent.filter(({ event }) => event < -1).every(({ effect }) => ok(effect).p! > 0.01)).toBe(true);
		expect(ok(byEvent.find(({ event }) => event === 2)!.effect).low).toBeGreaterThan(0);
	});

	test('two periods and one start are difference in differences', () => {
		const two = {
			unit,
			period: input.after,
			y: input.y,
			cohort: input.treated.map((t) => (t ? 1 : null))
		};
		expectClose(ok(attGroupTime(two)).overall, { value: plain.value }, 1e-10);
	});

	test('a missing quarter of a unit is left out of what needs it, and said', () => {
		const keep = [...rows.keys()].filter((i) => i !== 3);
		const gap = Object.fromEntries(
			Object.entries(columns).map(([name, list]) => [name, keep.map((i) => list[i])])
		) as typeof columns;
		expect(ok(attGroupTime(gap)).warnings).toEqual(['1 unit-periods are missing']);
	});

	test('no comparison, two cohorts in one unit, missing numbers and no rows are dashes', () => {
		const treatedOnly = { ...columns, cohort: columns.cohort.map(() => 3) };
		expect(attGroupTime(treatedOnly)).toMatchObject({ reason: expect.stringContaining('no group') as string });
		expect(attGroupTime({ ...columns, cohort: columns.cohort.map((c, i) => (i === 0 ? 9 : c)) })).toMatchObject({
			reason: expect.stringContaining('two cohorts') as string
		});
		expect(attGroupTime({ ...columns, period: columns.period.map((p) => p + 0.5) })).toMatchObject({
			status: 'not_estimable'
		});
		expect(attGroupTime({ unit: [], period: [], y: [], cohort: [] })).toMatchObject({ reason: 'there are no rows' });
		expect(attGroupTime({ ...columns, y: [1] })).toMatchObject({ status: 'not_estimable' });
		expect(attGroupTime(columns, { level: 9 })).toMatchObject({ status: 'not_estimable' });
	});
});

describe('chance assignment of few units', () => {
	test('all assignments are tried: 2 of 20 are as extreme as 3 against 3', () => {
		const result = ok(
			randomisationTest({ changes: [9, 8, 10, 1, 2, 3], treated: [1, 1, 1, 0, 0, 0] }, { random: seededRandom(1) })
		);
		expect(result).toEqual({ status: 'ok', value: 7, p: 0.1, n: 6, treated: 3, exact: true });
	});

	test('many units are drawn, near the exact share', () => {
		const changes = Array.from({ length: 14 }, (_, i) => ((i * 7) % 11) + (i < 7 ? 2 : 0));
		const treated = changes.map((_, i) => i < 7);
		const exact = ok(randomisationTest({ changes, treated }, { random: seededRandom(1) }));
		const doubled = { changes: [...changes, ...changes], treated: [...treated, ...treated] };
		expect(exact.exact).toBe(true);
		const drawn = ok(randomisationTest(doubled, { random: seededRandom(1), draws: 4000 }));
		expect(drawn.exact).toBe(false);
		expect(drawn.p).toBeLessThan(exact.p);
		expect(ok(randomisationTest(doubled, { random: seededRandom(1), draws: 4000 }))).toEqual(drawn);
	});

	test('an empty side and missing changes are dashes', () => {
		const random = seededRandom(1);
		expect(randomisationTest({ changes: [1, 2], treated: [1, 1] }, { random })).toMatchObject({
			reason: 'one of the groups is empty'
		});
		expect(randomisationTest({ changes: [1, NaN], treated: [1, 0] }, { random })).toMatchObject({
			reason: 'a unit has no change'
		});
		expect(randomisationTest({ changes: [1e308, -1e308, 1e308], treated: [1, 0, 1] }, { random })).toMatchObject({
			status: 'not_estimable'
		});
	});
});
