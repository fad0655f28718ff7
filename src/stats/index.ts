/**
 * Numbers in, numbers out: no clock, no database, no hidden chance. A result is fit to be shown (`status: 'ok'`, with
 * its interval) or silent with a reason (`status: 'not_estimable'`); nothing here throws, or gives NaN, for data that
 * may occur. Definitions: shared reference statistics.md; each file names its source.
 */

export { type Estimate, type Inference, type Inferred, type NotEstimable, notEstimable } from './estimate.ts';
export { type Random, seededRandom, wholeBelow } from './random.ts';

// scores
export { isScore, type NpsCounts, npsCounts, recode } from './scores/answers.ts';
export { type Nps, nps, type NpsOptions } from './scores/nps.ts';
export { npsClustered } from './scores/nps-clustered.ts';
export {
	type CodedAnswers,
	designEffect,
	leftByPairing,
	type RepeatedAcross,
	type RepeatedAnswers
} from './scores/design-effect.ts';
export { type NpsChange, npsDifference } from './scores/nps-difference.ts';
export { npsPairedDifference } from './scores/nps-paired-difference.ts';
export { npsSegment, type SegmentMean } from './scores/nps-segment.ts';
export { npsAnswersNeeded, npsSmallestChange } from './scores/nps-planning.ts';
export { proportion, type ProportionOptions, type Share } from './shares/proportion.ts';
export { proportionDifference } from './shares/proportion-difference.ts';

// answers that stand for others
export { type Design as SurveyDesign, designVariance } from './weighting/design-variance.ts';
export { effectiveSize, type Trimmed, trimWeights } from './weighting/effective.ts';
export { npsWeighted, type WeightedAnswers, type WeightedNps } from './weighting/nps-weighted.ts';
export { postStratify, type PostStratified } from './weighting/post-stratify.ts';
export { rake, type Raked } from './weighting/rake.ts';
export { type Margins } from './weighting/margins.ts';

// chance by drawing again
export { bootstrap, type Bootstrapped, type BootstrapOptions, bootstrapSeveral } from './resampling/bootstrap.ts';
export { bootstrapInterval, type BootstrapMethod } from './resampling/bootstrap-interval.ts';

// who stays
export { type FollowUp } from './survival/follow-up.ts';
export { kaplanMeier, type KaplanMeierOptions } from './survival/kaplan-meier.ts';
export { type CrossingTime, type SurvivalCurve, type SurvivalPoint } from './survival/survival-curve.ts';
export { survivalAt } from './survival/survival-at.ts';
export { survivalQuantile } from './survival/survival-quantile.ts';
export {
	type ChiSquaredTest,
	type GroupedFollowUp,
	logRank,
	type LogRank,
	type LogRankOptions
} from './survival/log-rank.ts';
export { logRankPairwise, type PairOfGroups } from './survival/log-rank-pairwise.ts';
export { restrictedMeanSurvival } from './survival/restricted-mean-survival.ts';
export {
	type RestrictedMeanComparison,
	restrictedMeanSurvivalDifference
} from './survival/restricted-mean-survival-difference.ts';
export { type CoxFit, type CoxOptions } from './survival/cox-fit.ts';
export { coxPh } from './survival/cox-ph.ts';
export { type CoxBaseline, coxSurvival } from './survival/cox-baseline.ts';
export { type CoxInput } from './survival/cox-rows.ts';

// revenue
export { type Concentration, concentration } from './revenue/concentration.ts';
export { type EarnedGrowth, earnedGrowth } from './revenue/earned-growth.ts';
export { type GrowthAccount, type GrowthStatement, growthStatement, type Source } from './revenue/growth-statement.ts';
export { type RateAndMix, rateAndMix, type SegmentChange } from './revenue/rate-and-mix.ts';
export { ratioOf } from './revenue/ratio.ts';
export { type AccountRevenue, type Retention, retention } from './revenue/retention.ts';

// lifetime value
export { type Cohort, sbgFit, type SbgFit } from './lifetime/sbg.ts';
export { type SbgParameters } from './lifetime/sbg-likelihood.ts';
export { type SbgPeriod, sbgSurvival } from './lifetime/sbg-survival.ts';
export {
	discountedExpectedResidualLifetime,
	discountPerPeriod
} from './lifetime/discounted-expected-residual-lifetime.ts';
export { type BgNbdFit, bgNbdFit } from './lifetime/bg-nbd.ts';
export { bgNbdAlive } from './lifetime/bg-nbd-alive.ts';
export { bgNbdExpected } from './lifetime/bg-nbd-expected.ts';
export { type BgNbdParameters, type PurchaseHistory } from './lifetime/purchase-history.ts';
export { type GammaGammaFit, gammaGammaFit } from './lifetime/gamma-gamma.ts';
export { gammaGammaExpected } from './lifetime/gamma-gamma-expected.ts';
export { type GammaGammaParameters, type Spending } from './lifetime/spending.ts';
export { type CashFlow, discountedCashFlowValue } from './lifetime/discounted-cash-flow-value.ts';

// regression
export { indicators, type NamedColumns, type RegressionInput } from './regression/design.ts';
export { type Errors, type Labels } from './regression/errors.ts';
export { fixedEffects } from './regression/fixed-effects.ts';
export { type FixedEffectsFit, type FixedEffectsOptions } from './regression/fixed-effects-fit.ts';
export { type FixedEffectsInput } from './regression/within.ts';
export { logit } from './regression/logit.ts';
export { type LogitFit, type LogitOptions } from './regression/logit-fit.ts';
export { ols } from './regression/ols.ts';
export { type OlsFit, type OlsOptions } from './regression/ols-fit.ts';
export { lagByPeriod } from './regression/panel.ts';
export { type JointTest, jointTest } from './regression/wald.ts';

// effects
export { attGroupTime, type GroupTime, type GroupTimeOptions } from './causal/att-group-time.ts';
export { type StaggeredInput } from './causal/staggered-panel.ts';
export { type Balance, balanceOf } from './causal/balance.ts';
export { type CoarsenedMatch, coarsenedExactMatch } from './causal/coarsened-exact-match.ts';
export { type DifferenceInDifferences, differenceInDifferences } from './causal/difference-in-differences.ts';
export { type Effect, type EValue, eValue, standardisedDifference } from './causal/e-value.ts';
export { type Exposure, inverseProbabilityWeights, type Weighting } from './causal/inverse-probability-weights.ts';
export { type RandomisationTest, randomisationTest } from './causal/randomisation-test.ts';
export { type NeighbourMatch, nearestNeighbourMatch } from './causal/nearest-neighbour-match.ts';

// what goes with what
export { correlation } from './association/correlation.ts';
export { type Isotonic, isotonic } from './association/isotonic.ts';
export { partialCorrelation } from './association/partial-correlation.ts';
export { pearson } from './association/pearson.ts';
export { type Driver, type Importance, relativeImportance } from './association/relative-importance.ts';
export { spearman } from './association/spearman.ts';
export { theilSen, type Trend } from './association/theil-sen.ts';

// words
export { type LogOdds, weightedLogOdds, type WordCounts } from './text/weighted-log-odds.ts';

// signal or noise
export { benjaminiHochberg, benjaminiYekutieli, holm } from './monitoring/benjamini-hochberg.ts';
export { chanceBeyond, chanceOfRun, chanceOfThreeInFour } from './monitoring/chances.ts';
export { type Signal } from './monitoring/signals.ts';
export { xmr, type Xmr, type XmrOptions, type XmrPoint } from './monitoring/xmr.ts';
export { xmrForScores } from './monitoring/xmr-for-scores.ts';

// distributions, special functions and sums
export { betaQuantile } from './distributions/beta.ts';
export { chiSquaredCdf, chiSquaredUpper } from './distributions/chi-squared.ts';
export { fisherFUpper } from './distributions/fisher-f.ts';
export { normalCdf, normalDensity, normalQuantile, normalTwoSided, normalUpper } from './distributions/normal.ts';
export { studentTQuantile, studentTTwoSided, studentTUpper } from './distributions/student-t.ts';
export { logBeta, regularizedBeta } from './special/beta.ts';
export { digamma, trigamma } from './special/digamma.ts';
export { logGamma } from './special/gamma.ts';
export { hypergeometric2F1 } from './special/hypergeometric.ts';
export { regularizedGammaP, regularizedGammaQ } from './special/incomplete-gamma.ts';
export { logDiffExp, logistic, logSumExp } from './special/log-space.ts';
export { median, quantile } from './arrays/quantile.ts';
export { midRanks } from './arrays/order.ts';
export { mean, sum, variance } from './arrays/sum.ts';
