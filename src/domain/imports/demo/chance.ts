import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be repeated: the same seed and purpose always draw the same. */
export type Chance = {
	/** From 0 up to, not including, 1. */
	unit(): number;
	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number;
	yes(probability: number): boolean;
	normal(): number;
	pick<T>(list: readonly T[]): T;
};

/**
 * One stream for each seed, purpose and number (mostly a customer's), so that a draw more in one place, such as a
 * comment, moves nothing in another, such as an invoice.
 */
export function chanceFor(seed: number, purpose: string, number = 0): Chance {
	const source = xoroshiro128plusFromState(stateFrom(`${purpose}:${seed}:${number}`));
	const unit = () => uniformFloat64(source);
	const below = (n: number) => Math.floor(unit() * n);

	return {
		unit,
		between: (low, high) => low + below(high - low + 1),
		yes: (probability) => unit() < probability,
		normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
		pick: (list) => list[below(list.length)]
	};
}

/** Picks by weight. The cumulated weights are worked out once, since some lists are asked a hundred thousand times. */
export function weighted<T>(weights: readonly (readonly [T, number])[]): (chance: Chance) => T {
	let sum = 0;
	const upTo = weights.map(([, weight]) => (sum += weight));

	return (chance) => {
		const at = chance.unit() * sum;
		const found = upTo.findIndex((limit) => at < limit);
		return weights[found < 0 ? weights.length - 1 : found][0];
	};
}

/** Four well-mixed words from a text (FNV-1a with four offsets, finished as in MurmurHash3): similar seeds, unlike streams. */
function stateFrom(text: string): number[] {
	return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset) => {
		let hash = offset;
		for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
		hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
		return hash ^ (hash >>> 16);
	});
}
