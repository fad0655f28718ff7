export { publishedFigures } from './figures.server.ts';
export type { PublishedFigure } from './published.ts';
export { seriesInScope, weeklyReview } from './weekly-review.server.ts';
export type { MonthlyRevenue, SeriesInScope, WeeklyReview } from './weekly-review.server.ts';
