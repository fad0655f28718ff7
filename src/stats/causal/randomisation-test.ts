import { type NotEstimable, notEstimable } from '../estimate.ts';
import { allFinite } from '../arrays/checks.ts';
import { sum } from '../arrays/sum.ts';
import { type Random, wholeBelow } from '../random.ts';

export type RandomisationInput = {
	/** the change of each unit of roll-out: one number a region, team or account */
	changes: readonly number[];
	treated: ArrayLike<boolean | number>;
};

export type RandomisationTest = {
	status: 'ok';
	value: number;
	p: number;
	n: number;
	treated: number;
	/** every assignment was tried */ exact: boolean;
};

/** Up to so many assignments all are tried. */
const mostExact = 20_000;

/**
 * Is the difference of mean change larger than chance assignment of the programme would give? The share of assignments
 * with as large a difference (two-sided), for roll-outs with few units, where clustered errors fail. All assignments up to
 * 20,000, else `draws` of them, counted as (1 + hits)/(1 + draws). With k of n units treated p cannot be below 1/C(n, k).
 * Not estimable when one side is empty. Source: Fisher 1935; Imbens & Rubin 2015, ch. 5.
 */
export function randomisationTest(
	{ changes, treated }: RandomisationInput,
	{ random, draws = 5_000 }: { random: Random; draws?: number }
): RandomisationTest | NotEstimable {
	const inside = changes.flatMap((_, i) => (treated[i] ? [i] : []));
	const [n, k] = [changes.length, inside.length];
	if (treated.length !== n || !allFinite(changes)) return notEstimable('a unit has no change');
	if (k === 0 || k === n) return notEstimable('one of the groups is empty');

	const total = sum(changes);
	const difference = (part: number) => part / k - (total - part) / (n - k);
	const value = difference(sum(inside.map((i) => changes[i])));
	if (!Number.isFinite(value)) return notEstimable('the changes are too large to compute with');
	const asLarge = (part: number) => Math.abs(difference(part)) >= Math.abs(value) * (1 - 1e-12);
	const exact = assignments(n, k) <= mostExact;
	const { hits, tried } = exact ? tryAll(changes, k, asLarge) : tryDrawn(changes, k, asLarge, { random, draws });
	return { status: 'ok', value, p: exact ? hits / tried : (1 + hits) / (1 + tried), n, treated: k, exact };
}

/** C(n, k), as a number that may be large. */
function assignments(n: number, k: number): number {
	let count = 1;
	for (let i = 1; i <= k; i++) count *= (n - k + i) / i;
	return Math.round(count);
}

function tryAll(
	changes: readonly number[],
	k: number,
	asLarge: (part: number) => boolean
): { hits: number; tried: number } {
	const tally = { hits: 0, tried: 0 };
	const choose = (from: number, left: number, part: number) => {
		if (left === 0) {
			tally.tried++;
			if (asLarge(part)) tally.hits++;
			return;
		}
		for (let i = from; i <= changes.length - left; i++) choose(i + 1, left - 1, part + changes[i]);
	};
	choose(0, k, 0);
	return tally;
}

/** The first k of a list shuffled anew each time (Fisher & Yates). */
function tryDrawn(
	changes: readonly number[],
	k: number,
	asLarge: (part: number) => boolean,
	{ random, draws }: { random: Random; draws: number }
) {
	const list = Float64Array.from(changes);
	let hits = 0;
	for (let draw = 0; draw < draws; draw++) {
		let part = 0;
		for (let i = 0; i < k; i++) {
			const j = i + wholeBelow(random, list.length - i);
			[list[i], list[j]] = [list[j], list[i]];
			part += list[i];
		}
		if (asLarge(part)) hits++;
	}
	return { hits, tried: draws };
}
