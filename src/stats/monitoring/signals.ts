/** Why a point is more than routine: `beyond-limits`; `run-of-eight` on one side of the centre; `three-of-four` nearer the limit. */
export type Signal = 'beyond-limits' | 'run-of-eight' | 'three-of-four';

/**
 * Wheeler's rules over points in units of sigma (±3 are the limits); null where there is no figure, which runs pass over.
 * A run marks its eighth point and every further one; three of four marks the point that completes it.
 */
export function signalsIn(sigmas: readonly (number | null)[]): (Signal | null)[] {
	const signals: (Signal | null)[] = sigmas.map(() => null);
	const places = [...sigmas.keys()].filter((i) => sigmas[i] !== null);
	const z = places.map((i) => sigmas[i]!);
	let run = 0;
	z.forEach((at, k) => {
		run = at !== 0 && k > 0 && Math.sign(at) === Math.sign(z[k - 1]) ? run + 1 : Math.abs(Math.sign(at));
		signals[places[k]] = signalAt(z, k, run);
	});
	return signals;
}

function signalAt(z: readonly number[], k: number, run: number): Signal | null {
	if (Math.abs(z[k]) > 3) return 'beyond-limits';
	if (run >= 8) return 'run-of-eight';
	const last = z.slice(Math.max(0, k - 3), k + 1);
	const near = (side: number) => z[k] * side > 1.5 && last.filter((at) => at * side > 1.5).length >= 3;
	return near(1) || near(-1) ? 'three-of-four' : null;
}
