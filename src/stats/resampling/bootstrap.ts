import { type Inference, type NotEstimable, notEstimable } from '../estimate.ts';
import { whyNotLevel, withLimits } from '../inference.ts';
import { variance } from '../arrays/sum.ts';
import type { Random } from '../random.ts';
import { bootstrapInterval, type BootstrapMethod } from './bootstrap-interval.ts';
import { jackknife, resampler, unitsOf } from './resample.ts';

export type BootstrapOptions<T> = {
	/** chance, owned by the caller, so that the same data show the same pixels */
	random: Random;
	/** at least 2,000 for display; 4,000 with `bca` */
	draws?: number;
	level?: number;
	method?: BootstrapMethod;
	/** the account of a row: accounts are drawn, never single rows of one */
	clusterOf?: (item: T) => string | number;
};

export type Bootstrapped = Inference & { draws: number; failed: number };

/**
 * Interval of any statistic by drawing the sample anew: percentile by default, basic or BCa.
 *
 * `sample` items of any kind; `statistic` gives a number for such a list, which it must not keep. `se` is the standard
 * deviation of the replicates. Draws where the statistic is not a number are left out and said; above 5% of them, or
 * for fewer than two units, not estimable. The bootstrap of a mean fails when a few accounts hold the total: show
 * `concentration` beside it.
 *
 * Source: Efron 1987; Davison & Hinkley 1997. statistics.md 2.
 */
export function bootstrap<T>(
	sample: readonly T[],
	statistic: (sample: readonly T[]) => number,
	options: BootstrapOptions<T>
): Bootstrapped | NotEstimable {
	if (sample.length === 0) return notEstimable('there is nobody to count');
	return bootstrapSeveral(sample, (drawn) => [statistic(drawn)], options)[0];
}

/** `bootstrap` for several statistics computed together on the same draws, as the value of promoters, passives and detractors. */
export function bootstrapSeveral<T>(
	sample: readonly T[],
	statistics: (sample: readonly T[]) => readonly number[],
	options: BootstrapOptions<T>
): (Bootstrapped | NotEstimable)[] {
	const units = unitsOf(sample, options.clusterOf);
	const values = statistics(sample);
	const trouble = whyNotBootstrap(units.length, options);
	if (trouble) return values.map(() => notEstimable(trouble));

	const draws = drawsOf(options);
	const replicates = values.map(() => new Float64Array(draws));
	const draw = resampler(units, options.random);
	for (let b = 0; b < draws; b++) {
		const drawn = statistics(draw());
		for (let k = 0; k < values.length; k++) replicates[k][b] = drawn[k];
	}
	const influences = options.method === 'bca' ? jackknife(units, statistics) : undefined;
	const shape = { n: sample.length, units: units.length };
	return values.map((value, k) =>
		summarise({ ...shape, value, replicates: replicates[k], influences: influences?.[k] }, options)
	);
}

type Drawn = { value: number; n: number; units: number; replicates: Float64Array; influences?: Float64Array };

function summarise<T>(
	{ value, n, units, replicates, influences }: Drawn,
	options: BootstrapOptions<T>
): Bootstrapped | NotEstimable {
	const { level = 0.95, method = 'percentile', clusterOf } = options;
	const finite = replicates.filter(Number.isFinite).sort();
	const failed = replicates.length - finite.length;
	if (!Number.isFinite(value) || failed > 0.05 * replicates.length)
		return notEstimable('too many draws of these customers give no figure');

	const { low, high, fellBack } = bootstrapInterval(finite, value, { level, method, influences });
	const told = withLimits({
		value,
		low,
		high,
		se: Math.sqrt(variance(finite)),
		n,
		level,
		method: `bootstrap, ${fellBack ? 'percentile' : method}`,
		...(clusterOf ? { clusters: units } : {}),
		warnings: warningsOf({ units, fellBack, finite, failed }),
		assumptions: ['accounts are independent of one another', 'no account dwarfs the others']
	});
	return told.status === 'ok' ? { ...told, draws: replicates.length, failed } : told;
}

type Trouble = { units: number; fellBack: boolean; finite: Float64Array; failed: number };

const warningsOf = ({ units, fellBack, finite, failed }: Trouble) => [
	...(units < 10 ? ['fewer than ten to draw from'] : []),
	...(fellBack ? ['no bias correction possible: percentile interval shown'] : []),
	...(finite[0] === finite[finite.length - 1] ? ['every draw gives the same figure'] : []),
	...(failed > 0 ? [`${failed} draws gave no figure`] : [])
];

const drawsOf = ({ draws, method }: { draws?: number; method?: BootstrapMethod }) =>
	Math.floor(draws ?? (method === 'bca' ? 4_000 : 2_000));

function whyNotBootstrap(
	units: number,
	options: { draws?: number; level?: number; method?: BootstrapMethod }
): string | undefined {
	if (units === 0) return 'there is nobody to count';
	if (units === 1) return 'a single account says nothing about others';
	if (!(drawsOf(options) >= 2)) return 'at least two draws are needed';
	return whyNotLevel(options.level ?? 0.95);
}
