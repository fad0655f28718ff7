import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance, owned by the caller: each call gives the next number in [0, 1). */
export type Random = () => number;

/** Draws thrown away after seeding, until neighbouring seeds have forgotten that they were neighbours. */
const forgotten = 32;

/**
 * Repeatable chance: the same seed and stream give the same numbers on every machine. xoroshiro128+ (Blackman & Vigna
 * 2018) with 53 random bits a number. `stream` 1, 2, … jump 2^64 draws ahead each, for workers that must not overlap.
 */
export function seededRandom(seed: number, stream = 0): Random {
	const generator = xoroshiro128plus(scramble(seed));
	for (let i = 0; i < forgotten; i++) generator.next();
	for (let i = 0; i < stream; i++) generator.jump();
	return () => uniformFloat64(generator);
}

/** A whole number in [0, n), each equally likely; the unevenness of 53 bits is below 1e-10 for n up to 500,000. */
export const wholeBelow = (random: Random, n: number) => Math.floor(random() * n);

/** Avalanche of a 32-bit number (the finaliser of MurmurHash3), so that seeds 1 and 2 start far apart. */
function scramble(seed: number): number {
	let bits = Math.trunc(seed) | 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
