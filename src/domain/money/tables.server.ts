/* The tables of money, by what they hold; others join on them by this file alone. */
export { revenueLine, customerMonth, revenueCell, valueCell, growthCell } from './tables/revenue.server.ts';
export { customerCell, familyCell, retentionCell, paidTerm, stayingCell } from './tables/staying.server.ts';
export {
	answerCurrency,
	baseRate,
	constantCell,
	currencyMonth,
	currencyStep,
	dayRate,
	familyConstantCell
} from './tables/constant-currency.server.ts';
export { answerOutcome, outcomeCell, coverageCell, feelingCell } from './tables/answers.server.ts';
export { touchpointAnswer, touchpointCell } from './tables/touchpoints.server.ts';
export { themeStake, themeStakeCell } from './tables/theme-stakes.server.ts';
export { askedPrice, keptPrice, valuation, valuationCell, valuedBand } from './tables/worth.server.ts';
export { refresh } from './tables/refresh.server.ts';
