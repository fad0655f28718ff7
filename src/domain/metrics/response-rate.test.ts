import { describe, expect, test } from 'vitest';
import { ok } from '#tests/reference/stats/compare.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import { versionText } from './explained.ts';
import { responseRate, responseRateChange, responseRateDefinition } from './response-rate.ts';

/** What customers were asked in a year and what they answered, each as often as the year before or not at all. */
type Customer = { before?: [asked: number, answered: number]; now?: [asked: number, answered: number] };

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);

function yearsOf(customers: readonly Customer[]) {
	const year = (which: 'before' | 'now') => customers.map((customer) => customer[which] ?? [0, 0]);
	const [before, now] = [year('before'), year('now')];
	const asked = (own: typeof now) => ({
		sent: sum(own.map(([n]) => n)),
		bounced: 0,
		answered: sum(own.map(([, s]) => s)),
		repeated: {
			repeats: sum(own.map(([n]) => Math.max(0, n - 1))),
			pairs: sum(own.map(([n]) => n * (n - 1))),
			pairSums: sum(own.map(([n, s]) => Math.max(0, n - 1) * s)),
			pairProducts: sum(own.map(([, s]) => s * s - s)),
			acrossPairs: sum(own.map(([n], i) => n * before[i][0])),
			acrossBefore: sum(own.map(([n], i) => n * before[i][1])),
			acrossAfter: sum(own.map(([, s], i) => s * before[i][0])),
			acrossProducts: sum(own.map(([, s], i) => s * before[i][1]))
		}
	});
	return { before: asked(before), now: asked(now) };
}

/** Asked every month, five of ten always answer and five never do. */
const always: Customer = { now: [12, 12], before: [12, 12] };
const never: Customer = { now: [12, 0], before: [12, 0] };
const steady = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? always : never));

describe('several invitations of one customer', () => {
	test('tell as much as the customers do: ten, not 120', () => {
		const told = ok(responseRate(yearsOf(steady).now));
		// G/(G − 1) · 12 invitations each: 120 over 13⅓ are nine.
		const { low, high } = ok(proportion({ count: 4.5, n: 9 }));
		expect(told).toMatchObject({ value: 0.5, n: 120 });
		expect([told.low, told.high]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
	});

	test('who were asked once each are told as before', () => {
		const { now } = yearsOf(Array.from({ length: 40 }, (_, i) => ({ now: [1, i % 4 === 0 ? 1 : 0] })));
		expect(responseRate(now)).toEqual(responseRate({ ...now, repeated: undefined }));
		expect(ok(responseRate(now))).toMatchObject(estimateOf(proportion({ count: 10, n: 40 })));
	});

	test('never make the interval narrower: that one’s answers differ more than those of two is chance', () => {
		const { now } = yearsOf(Array.from({ length: 10 }, () => ({ now: [4, 2] })));
		expect(ok(responseRate(now))).toMatchObject(estimateOf(proportion({ count: 20, n: 40 })));
	});

	test('none of which was answered are as many as the customers', () => {
		const { now } = yearsOf(Array.from({ length: 10 }, () => ({ now: [12, 0] })));
		expect(ok(responseRate(now)).high).toBeCloseTo(ok(proportion({ count: 0, n: 10 })).high, 12);
	});

	test('all to one customer say nothing of others', () => {
		const { before, now } = yearsOf([{ now: [12, 5], before: [12, 7] }]);
		expect(responseRate(now)).toMatchObject({ reason: 'all invitations that arrived went to one customer' });
		expect(responseRateChange(before, now)).toBeNull();
	});
});

describe('a change on the year before', () => {
	const oneByOne = ({ sent, bounced, answered }: ReturnType<typeof yearsOf>['now']) => ({
		count: answered,
		n: sent - bounced
	});

	test('is nothing where five other customers answer everything', () => {
		const lost = Array.from({ length: 20 }, (_, i): Customer => ({ before: i < 10 ? [12, 12] : [12, 0] }));
		const won = Array.from({ length: 20 }, (_, i): Customer => ({ now: i < 15 ? [12, 12] : [12, 0] }));
		const { before, now } = yearsOf([...lost, ...won]);
		const change = responseRateChange(before, now)!;
		expect(change).toMatchObject({ by: 0.25, isReal: false });
		expect(ok(proportionDifference(oneByOne(before), oneByOne(now))).low).toBeGreaterThan(0);
	});

	test('is as sure as if nobody had been asked twice where the same customers answer as they did', () => {
		const { before, now } = yearsOf([...steady, ...steady, { before: [12, 6], now: [12, 9] }]);
		const { low, high } = ok(proportionDifference(oneByOne(before), oneByOne(now)));
		expect(responseRateChange(before, now)).toMatchObject({ low, high });
	});
});

const estimateOf = (told: ReturnType<typeof proportion>) => {
	const { value, low, high, n } = ok(told);
	return { value, low, high, n };
};

test('what changed in the rate is told with its day', () => {
	expect(versionText(responseRateDefinition)).toEqual([
		'Definition response_rate, version 2.',
		expect.stringContaining('Version 2 since 27 Nov 2026: The rate is what it was') as string
	]);
});
