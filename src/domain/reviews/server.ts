export { publishedFigures } from './figures.server.ts';
export type { PublishedFigure } from './figures.server.ts';
export { seriesInScope, weeklyReview } from './weekly-review.server.ts';
export type { MonthlyRevenue, WeeklyReview } from './weekly-review.server.ts';
