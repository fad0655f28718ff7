import { describe, expect, test } from 'vitest';
import { expectClose, haveShared, ok, sharedCsv } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/survival.json' with { type: 'json' };
import { logRank } from './log-rank.ts';
import { logRankPairwise } from './log-rank-pairwise.ts';

const rows = reference.rows.map(({ time, event, group, stratum }) => ({ time, event, group, stratum }));
const unstratified = rows.map(({ time, event, group }) => ({ time, event, group }));
const order = { detractor: 0, passive: 1, promoter: 2 };

describe('log-rank', () => {
	test.each([
		['plain', unstratified, 0, reference.logRank.plain],
		['Peto & Peto', unstratified, 1, reference.logRank.peto],
		['stratified', rows, 0, reference.logRank.stratified]
	])("has R survdiff's χ²: %s", (_, given, rho, wanted) => {
		expectClose(logRank(given, { rho }), { statistic: wanted.statistic, df: wanted.df, p: wanted.p }, 1e-11);
	});

	test("has R survdiff's observed and expected", () => {
		const groups = ok(logRank(unstratified)).groups.toSorted((a, b) => a.group.localeCompare(b.group));
		expectClose(
			groups.map(({ observed }) => observed),
			reference.logRank.plain.observed,
			1e-12
		);
		expectClose(
			groups.map(({ expected }) => expected),
			reference.logRank.plain.expected,
			1e-12
		);
	});

	test('groups in order are tested along it', () => {
		expectClose(logRank(unstratified, { scores: order }), { trend: { statistic: reference.trend, df: 1 } }, 1e-11);
		expect(logRank(unstratified, { scores: { detractor: 0 } })).toMatchObject({ trend: { status: 'not_estimable' } });
		expect(logRank(unstratified, { scores: { detractor: 1, passive: 1, promoter: 1 } })).toMatchObject({
			trend: { status: 'not_estimable' }
		});
	});

	test('aml: χ² 3.4 as published', () => {
		const { time, event, group, logRank: chi2 } = reference.aml;
		expectClose(
			logRank(time.map((t, i) => ({ time: t, event: event[i], group: group[i] }))),
			{ statistic: chi2 },
			1e-11
		);
	});

	test('counts are customers, and order does not matter', () => {
		const doubled = ok(logRank([...unstratified, ...unstratified]));
		expectClose(
			logRank(unstratified.map((row) => ({ ...row, count: 2 }))),
			{ statistic: doubled.statistic, n: 180 },
			1e-12
		);
		expectClose(logRank([...unstratified].reverse()), { statistic: ok(logRank(unstratified)).statistic }, 1e-12);
	});

	test('a group that was never at risk with the others is left out of the degrees of freedom', () => {
		const late = { time: 99, event: false, entry: 90, group: 'late' };
		expectClose(logRank([...unstratified, late]), { df: 2, statistic: reference.logRank.plain.statistic }, 1e-11);
	});

	test('pairs are tested with all pairs in mind', () => {
		const pairs = logRankPairwise(unstratified);
		expect(pairs).toHaveLength(3);
		for (const { first, second, test: found, q } of pairs) {
			const alone = ok(logRank(unstratified.filter(({ group }) => group === first || group === second)));
			expectClose(found, { statistic: alone.statistic }, 1e-12);
			expect(q).toBeGreaterThanOrEqual(alone.p);
		}
		expect(logRankPairwise([])).toEqual([]);
	});

	test('no events, one group, nobody, and groups apart in time are dashes', () => {
		expect(logRank(unstratified.map((row) => ({ ...row, event: false })))).toMatchObject({
			reason: 'nobody has left yet'
		});
		expect(logRank(unstratified.map((row) => ({ ...row, group: 'all' })))).toMatchObject({
			reason: 'there is only one group'
		});
		expect(logRank([])).toMatchObject({ status: 'not_estimable' });
		const apart = [
			{ time: 1, event: true, group: 'a' },
			{ time: 5, entry: 3, event: true, group: 'b' }
		];
		expect(logRank(apart)).toMatchObject({ reason: 'the groups were never at risk together' });
	});

	test.skipIf(!haveShared('survival/lung.csv'))(
		'lung by sex: 10.32674195, rho = 1: 12.7141514 (needs ../shared/data)',
		() => {
			const lung = sharedCsv('survival/lung.csv').map(({ time, status, sex }) => ({
				time: Number(time),
				event: status !== '0',
				group: sex
			}));
			expectClose(logRank(lung), { statistic: 10.32674195, p: 0.00131116452 }, 1e-9);
			expectClose(logRank(lung, { rho: 1 }), { statistic: 12.7141514 }, 1e-8);
		}
	);

	test.skipIf(!haveShared('survival/waltons_dataset.csv'))('waltons: 122.249 (needs ../shared/data)', () => {
		const waltons = sharedCsv('survival/waltons_dataset.csv').map(({ T, E, group }) => ({
			time: Number(T),
			event: E === '1',
			group
		}));
		expectClose(logRank(waltons), { statistic: 122.249 }, 1e-5);
	});

	test.skipIf(!haveShared('telco/Telco-Customer-Churn.csv'))(
		'telco by contract: 2352.872538 (needs ../shared/data)',
		() => {
			const telco = sharedCsv('telco/Telco-Customer-Churn.csv').map(({ tenure, Churn, Contract }) => ({
				time: Number(tenure),
				event: Churn === 'Yes',
				group: Contract
			}));
			expectClose(logRank(telco), { statistic: 2352.872538, df: 2 }, 1e-9);
		}
	);
});
