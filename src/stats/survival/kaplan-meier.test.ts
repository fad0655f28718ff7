import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, haveShared, ok, saysSomething, sharedCsv, sharedText } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/survival.json' with { type: 'json' };
import type { FollowUp } from './follow-up.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { restrictedMeanSurvival } from './restricted-mean-survival.ts';
import { restrictedMeanSurvivalDifference } from './restricted-mean-survival-difference.ts';
import { survivalAt } from './survival-at.ts';
import type { SurvivalCurve } from './survival-curve.ts';
import { survivalQuantile } from './survival-quantile.ts';

const { rows } = reference;
const plain = rows.map(({ time, event }) => ({ time, event }));
const column = (curve: SurvivalCurve, of: keyof SurvivalCurve['points'][number]) =>
	curve.points.map((point) => point[of]);
const stays = (...times: number[]): FollowUp[] => times.map((time) => ({ time, event: true }));

describe("Kaplan-Meier has R survival's curve, standard errors and limits", () => {
	test.each([
		['plain', plain, {}, reference.plain],
		['log limits', plain, { transform: 'log' }, reference.log],
		['plain limits', plain, { transform: 'plain' }, reference.linear],
		['customers who enter late', rows.map(({ time, event, entry }) => ({ time, event, entry })), {}, reference.late],
		[
			'rows that stand for several customers',
			rows.map(({ time, event, count }) => ({ time, event, count })),
			{},
			reference.counted
		],
		[
			'sampling weights, robust',
			rows.map(({ time, event, weight }) => ({ time, event, weight })),
			{},
			reference.weighted
		],
		[
			'sampling weights, clustered by account',
			rows.map(({ time, event, weight }) => ({ time, event, weight })),
			{ clusterOf: (_: FollowUp, i: number) => rows[i].account },
			reference.clustered
		]
	] as const)('%s', (_, given, options, wanted) => {
		const curve = ok(kaplanMeier(given, options));
		expectClose(column(curve, 'time'), wanted.time, 0);
		for (const of of ['survival', 'se', 'low', 'high', 'atRisk'] as const) {
			const known = curve.points.flatMap((point, i) => (point[of] === null ? [] : [[point[of], wanted[of][i]]]));
			expectClose(
				known.map(([mine]) => mine),
				known.map(([, theirs]) => theirs),
				1e-12
			);
		}
	});

	test('the medians and the first quarter', () => {
		expectClose(ok(kaplanMeier(plain)).median, reference.medians.plain, 0);
		expectClose(
			ok(kaplanMeier(rows.map(({ time, event, entry }) => ({ time, event, entry })))).median,
			reference.medians.late,
			0
		);
		expectClose(
			ok(kaplanMeier(rows.map(({ time, event, count }) => ({ time, event, count })))).median,
			reference.medians.counted,
			0
		);
		expectClose(survivalQuantile(ok(kaplanMeier(plain)), 0.25), reference.quarter, 0);
	});
});

describe('Kaplan-Meier', () => {
	test('without anyone still here it is the share of those left', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 50 }), (times) => {
				const curve = ok(kaplanMeier(stays(...times)));
				return curve.points.every(
					({ time, survival }) => Math.abs(survival - times.filter((t) => t > time).length / times.length) < 1e-12
				);
			})
		);
	});

	test('does not depend on the order of rows', () => {
		expectClose(kaplanMeier([...plain].reverse()), kaplanMeier(plain), 1e-12);
	});

	test('0.1 + 0.2 is the same moment as 0.3', () => {
		expect(ok(kaplanMeier(stays(0.1 + 0.2, 0.3, 0.4))).points.map(({ events }) => events)).toEqual([2, 1]);
	});

	test('resting exactly at one half, the median is the middle of the step', () => {
		expect(ok(kaplanMeier(stays(1, 2, 4, 8))).median).toMatchObject({ value: 3 });
	});

	test('nobody left: 1, with what may still be, instead of a band without width', () => {
		const curve = ok(kaplanMeier(Array.from({ length: 30 }, () => ({ time: 12, event: false }))));
		expect(curve.points[0]).toMatchObject({ survival: 1, se: 0, high: 1 });
		expect(curve.points[0].low).toBeCloseTo(1 - 0.1157, 4);
		expect(curve.warnings).toEqual(['nobody has left yet']);
		expect(curve.median).toMatchObject({ reason: 'fewer than 50% have left so far' });
	});

	test('all left at once: 0 without limits', () => {
		expect(ok(kaplanMeier(stays(3, 3, 3))).points).toMatchObject([{ survival: 0, se: null, low: null, high: null }]);
	});

	test('one customer, and one who left on the first day', () => {
		expect(ok(kaplanMeier([{ time: 0, event: true }])).points).toMatchObject([{ time: 0, survival: 0 }]);
	});

	test('nobody, impossible durations and late leavers are dashes with reasons', () => {
		expect(kaplanMeier([])).toMatchObject({ reason: 'there is nobody to follow' });
		expect(kaplanMeier([{ time: -1, event: true }])).toMatchObject({ status: 'not_estimable' });
		expect(kaplanMeier([{ time: NaN, event: true }])).toMatchObject({ status: 'not_estimable' });
		expect(kaplanMeier([{ time: 3, event: true, entry: 5 }])).toMatchObject({
			reason: 'nobody was followed for any time'
		});
		expect(kaplanMeier(stays(1), { level: 7 })).toMatchObject({ status: 'not_estimable' });
		expect(ok(kaplanMeier([...stays(1, 2), { time: 2, event: true, entry: 2 }])).warnings).toEqual([
			'1 left at or before they entered'
		]);
	});

	test('says something about anything', () => {
		const row = fc.record({ time: fc.double({ min: 0, max: 1e12 }), event: fc.boolean() });
		const property = fc.property(fc.array(row, { maxLength: 20 }), (any) => saysSomething(kaplanMeier(any)));
		expect(() => fc.assert(property)).not.toThrow();
	});
});

describe('the share still here at a time', () => {
	const curve = ok(kaplanMeier([...stays(2, 5), { time: 9, event: false }, { time: 9, event: false }]));

	test('is read off the curve, and 1 before anyone left', () => {
		expect(survivalAt(curve, 6)).toMatchObject({ value: 0.5, nEff: 3 });
		expect(survivalAt(curve, 1)).toMatchObject({ value: 1, high: 1, method: 'Kaplan-Meier, Clopper-Pearson' });
	});

	test('is not extended beyond the last follow-up', () => {
		expect(survivalAt(curve, 10)).toMatchObject({ reason: 'nobody has been followed for 10 yet' });
		expect(survivalAt(ok(kaplanMeier(stays(3))), 3)).toMatchObject({ reason: 'nobody is left by then' });
		expect(survivalAt(curve, NaN)).toMatchObject({ status: 'not_estimable' });
	});
});

describe('restricted mean survival', () => {
	const { horizon, groups, all } = reference.restrictedMean;

	test("has R survival's mean and standard error", () => {
		['detractor', 'passive', 'promoter'].forEach((name, g) => {
			const result = restrictedMeanSurvival(
				rows.filter(({ group }) => group === name).map(({ time, event }) => ({ time, event })),
				{ horizon }
			);
			expectClose(result, { value: groups.value[g], se: groups.se[g] }, 1e-12);
		});
		expectClose(restrictedMeanSurvival(plain, { horizon: 12 }), all, 1e-12);
	});

	test('compares two groups by difference and ratio', () => {
		const of = (name: string) => rows.filter(({ group }) => group === name).map(({ time, event }) => ({ time, event }));
		const { difference, ratio } = ok(restrictedMeanSurvivalDifference(of('detractor'), of('promoter'), { horizon }));
		expectClose(
			difference,
			{ value: groups.value[2] - groups.value[0], se: Math.hypot(groups.se[0], groups.se[2]) },
			1e-12
		);
		expectClose(ratio, { value: groups.value[2] / groups.value[0] }, 1e-12);
		expect(Math.sqrt(ok(ratio).low * ok(ratio).high)).toBeCloseTo(ok(ratio).value, 10);
	});

	test('needs somebody followed as long as the window, unless all have left', () => {
		expect(restrictedMeanSurvival([{ time: 5, event: false }], { horizon: 6 })).toMatchObject({
			reason: 'nobody has been followed for 6 yet'
		});
		expect(restrictedMeanSurvival(stays(2, 4), { horizon: 6 })).toMatchObject({ value: 3 });
		expect(restrictedMeanSurvivalDifference(stays(2, 4), [], { horizon: 6 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(restrictedMeanSurvivalDifference([], stays(1), { horizon: 6 })).toMatchObject({ status: 'not_estimable' });
		expect(restrictedMeanSurvival(stays(2, 4), { horizon: 0 })).toMatchObject({ status: 'not_estimable' });
	});

	test('nobody left: the whole window, down to what may be', () => {
		const result = ok(
			restrictedMeanSurvival(
				Array.from({ length: 30 }, () => ({ time: 20, event: false })),
				{ horizon: 12 }
			)
		);
		expect(result).toMatchObject({ value: 12, high: 12 });
		expect(result.low).toBeCloseTo(12 * (1 - 0.1157), 3);
	});
});

describe('on the data beside the project', () => {
	test.skipIf(!haveShared('survival/lung.csv'))(
		'lung: medians, survival and restricted means printed by R (needs ../shared/data)',
		() => {
			const lung = sharedCsv('survival/lung.csv').map(({ time, status, sex }) => ({
				time: Number(time),
				event: status !== '0',
				sex
			}));
			const curve = ok(kaplanMeier(lung));
			expect(curve).toMatchObject({ n: 228, events: 165, median: { value: 310, low: 284, high: 361 } });
			expectClose(survivalAt(curve, 365), { value: 0.409242, se: 0.0358236 }, 2e-6);
			const men = lung.filter(({ sex }) => Number(sex) === 1);
			expectClose(restrictedMeanSurvival(men, { horizon: 365 }), { value: 241.4950852, se: 10.35822649 }, 1e-9);
			const women = lung.filter(({ sex }) => Number(sex) === 2);
			expectClose(restrictedMeanSurvival(women, { horizon: 365 }), { value: 297.4654095, se: 10.79132398 }, 1e-9);
		}
	);

	test.skipIf(!haveShared('telco/Telco-Customer-Churn.csv'))(
		'telco: survival by tenure of 7,043 customers (needs ../shared/data)',
		() => {
			const telco = sharedCsv('telco/Telco-Customer-Churn.csv').map(({ tenure, Churn }) => ({
				time: Number(tenure),
				event: Churn === 'Yes'
			}));
			const curve = ok(kaplanMeier(telco));
			expect(curve).toMatchObject({ n: 7043, events: 1869 });
			expectClose(survivalAt(curve, 12), { value: 0.84319955, se: 0.00449216 }, 1e-6);
			expectClose(survivalAt(curve, 24), { value: 0.7887364, se: 0.00520896 }, 1e-6);
			expectClose(survivalAt(curve, 72), { value: 0.59279015, se: 0.00991877 }, 1e-6);
		}
	);

	test.skipIf(!haveShared('survival/gehan.dat'))('gehan: remission of 42 patients (needs ../shared/data)', () => {
		const gehan = sharedText('survival/gehan.dat')
			.trim()
			.split('\n')
			.map((line) => line.trim().split(/\s+/).map(Number));
		const [control, treated] = [1, 2].map((g) =>
			ok(kaplanMeier(gehan.filter(([group]) => group === g).map(([, time, event]) => ({ time, event: event === 1 }))))
		);
		expect(control.median).toMatchObject({ value: 8 });
		expect(treated.median).toMatchObject({ value: 23 });
		expectClose(survivalAt(treated, 10), { value: 0.7529412 }, 1e-7);
	});
});
