import { expect, test } from 'vitest';
import { onPage } from '#ui/charts/palette.ts';
import { serverSvg } from '#ui/charts/server-svg.ts';
import { feelings } from '../../metrics/groups.ts';
import type { Staying } from '../staying.ts';
import { whoStaysOption, whyNoCurve } from './who-stays-option.ts';

const names = { high: 'Promoters', middle: 'Passives', low: 'Detractors' };

/** Groups of which so many are left at the end of their months, falling evenly. */
const given = (ends: readonly number[], { months = 24, sees = 'who stays' as Staying['sees'] } = {}): Staying => ({
	sees,
	groups: feelings.map((feeling, g) => ({
		feeling,
		name: names[feeling],
		curve: {
			status: 'ok',
			n: 100,
			events: 10,
			followedUntil: months,
			points: Array.from({ length: months }, (_, i) => ({
				...{ time: i + 1, survival: 1 - ((1 - ends[g]) * (i + 1)) / months, thin: false },
				...{ atRisk: 50, events: 1, censored: 0, low: 0, high: 1, se: 0 }
			}))
		} as unknown as Staying['groups'][number]['curve']
	}))
});
const drawn = (staying: Staying) => serverSvg(whoStaysOption(staying, onPage), { width: 480, height: 260 });

/** How high each text stands. */
const heights = (svg: string, text: RegExp): number[] =>
	[...svg.matchAll(/<text[^>]*transform="translate\([\d.]+ ([-\d.]+)\)"[^>]*>([^<]*)<\/text>/g)]
		.filter(([, , said]) => text.test(said))
		.map(([, y]) => Number(y));
const nearest = (all: number[]) => {
	const sorted = all.toSorted((a, b) => a - b);
	return Math.min(...sorted.slice(1).map((y, i) => y - sorted[i]));
};

test.each([
	['lie on one another', given([0.8, 0.8, 0.8])],
	['end close together', given([0.9, 0.895, 0.88])],
	['all stay at the top', given([1, 1, 1])],
	['end at the foot', given([0.802, 0.8, 0.801])],
	['have come back', given([0.97, 0.97, 0.971], { sees: 'who comes back' })]
])('names of curves that %s stand below one another, clear of the axis', (_, staying) => {
	const svg = drawn(staying);
	const at = heights(svg, /Promoters|Passives|Detractors/);
	expect(at).toHaveLength(3);
	expect(nearest(at)).toBeGreaterThanOrEqual(14);
	expect(Math.min(...at)).toBeGreaterThanOrEqual(8);
	expect(Math.max(...at)).toBeLessThanOrEqual(heights(svg, /12 mo/)[0] - 14);
});

test('names of curves that end apart stand where these end, in the order of the curves', () => {
	const apart = heights(drawn(given([0.95, 0.8, 0.7])), /Promoters|Passives|Detractors/);
	const close = heights(drawn(given([0.951, 0.95, 0.7])), /Promoters|Passives|Detractors/);
	expect(nearest(apart)).toBeGreaterThan(30);
	expect(close.toSorted((a, b) => a - b)).toEqual(close);
});

test('the axis ends at everybody, in round steps', () => {
	for (const end of [0.99, 0.93, 0.8, 0.71, 0.45, 0.03]) {
		const shares = [...drawn(given([end, end, end])).matchAll(/>(\d+)%</g)].map(([, share]) => Number(share));
		expect(Math.max(...shares)).toBe(100);
		expect(new Set(shares.slice(1).map((share, i) => share - shares[i])).size).toBe(1);
	}
});

test('a group of which too few have been followed beyond its beginning has neither a curve nor a name', () => {
	const lone = given([1, 0.9, 0.8]);
	const none = { ...lone.groups[0].curve, points: [] } as unknown as Staying['groups'][number]['curve'];
	const svg = drawn({ ...lone, groups: lone.groups.map((group, g) => (g === 0 ? { ...group, curve: none } : group)) });
	expect(heights(svg, /Promoters/)).toEqual([]);
	expect(heights(svg, /Passives|Detractors/)).toHaveLength(2);
});

test('without a curve the reason is told: too few, nobody, or no revenue to see it by', () => {
	const few = given([0.9, 0.9, 0.9], { months: 0 });
	const nobody = few.groups.map((group) => ({
		...group,
		curve: { status: 'not_estimable', reason: 'nobody' } as unknown as typeof group.curve
	}));
	const about = {} as Staying['about'];
	expect(whyNoCurve(given([0.9, 0.9, 0.9]))).toBe(null);
	expect(whyNoCurve({ ...few, about })).toMatch('Too few');
	expect(whyNoCurve({ ...few, groups: nobody, about })).toMatch('Nobody has been followed');
	expect(whyNoCurve({ ...few, groups: nobody })).toMatch('No revenue has come in yet');
});
