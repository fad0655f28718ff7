import { expect, test } from 'vitest';
import * as stats from './index.ts';

test('every name of statistics.md section 11 is there', () => {
	const names =
		`nps npsDifference npsWeighted postStratify rake proportion proportionDifference bootstrap kaplanMeier logRank
		coxPh restrictedMeanSurvival sbgFit sbgSurvival discountedExpectedResidualLifetime bgNbdFit bgNbdExpected bgNbdAlive
		gammaGammaFit gammaGammaExpected discountedCashFlowValue ols fixedEffects logit inverseProbabilityWeights
		coarsenedExactMatch nearestNeighbourMatch differenceInDifferences attGroupTime pearson partialCorrelation spearman
		theilSen isotonic relativeImportance benjaminiHochberg eValue xmr retention earnedGrowth rateAndMix`.split(/\s+/);
	const functions = Object.entries(stats).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
	expect(functions).toEqual(expect.arrayContaining(names));
});
