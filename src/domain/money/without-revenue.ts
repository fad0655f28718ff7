import { notEstimable } from '#stats/estimate.ts';
import type { Definition, Figure } from '../metrics/figure.ts';

/** A money figure where no revenue has come in yet. */
export const withoutRevenue = (definition: Definition): Figure => ({
	definition,
	estimate: notEstimable('no revenue has been imported yet'),
	population: 'nobody',
	excluded: []
});
