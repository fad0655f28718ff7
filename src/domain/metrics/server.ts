export { feelingSql } from './feeling-sql.server.ts';
export {
	dropEmptyLoyaltyCells,
	emptyLoyalty,
	putIntoLoyaltyCells,
	readAnswers,
	takeOutOfLoyaltyCells
} from './queries/refresh.server.ts';
export { selectSeries } from './queries/read.server.ts';
export { loyaltyFigure, loyaltyMonths } from './loyalty-figure.server.ts';
export type { LoyaltyMonth, LoyaltyMonths } from './loyalty-months.ts';
export { responseRateFigure } from './response-rate.server.ts';
