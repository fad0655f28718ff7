export { agendaOf, closeAsShown, closeOverdueWeeks } from './agenda.server.ts';
export {
	answerForCustomers,
	decide,
	decisionNames,
	decisionsOf,
	end as endDecision,
	whoCanOwn
} from './decisions.server.ts';
export type { Decisions } from './decisions.server.ts';
export { closedWeeks, editionOf, sinceClosed } from './edition.server.ts';
export type { Edition, EditionContents, SinceClosed } from './edition.server.ts';
export { addEvent, eventsIn } from './events.server.ts';
export { publishedFigures } from './figures.server.ts';
export { headlineOf, writeHeadline } from './headline.server.ts';
export type { PublishedFigure } from './published.ts';
export { giveSeat } from './seat.server.ts';
export { seriesInScope, weeklyReview } from './weekly-review.server.ts';
export type { MonthlyRevenue, SeriesInScope, WeeklyReview } from './weekly-review.server.ts';
