export { archivePage, searchReviews } from './archive.server.ts';
export type { ArchivePage } from './archive.server.ts';
export { arrange } from './arrangement.server.ts';
export { noteAttendance, noteGuest, takeGuestOff } from './attendance.server.ts';
export { agendaOf, closeAsShown, closeOverdueWeeks } from './agenda.server.ts';
export { settleWeeks } from './closing-hour.server.ts';
export {
	answerForCustomers,
	decide,
	decisionNames,
	decisionsOf,
	end as endDecision,
	whoCanOwn
} from './decisions.server.ts';
export type { Decisions } from './decisions.server.ts';
export { deleteDrafts as forgetDraftsSince } from './queries/drafts.server.ts';
export type { EditionContents } from './edition-shapes.ts';
export { closedWeeks, editionOf } from './edition.server.ts';
export type { Edition } from './edition.server.ts';
export { takeOutOfReviews, writtenInReviews } from './erasing.server.ts';
export { addEvent, eventsIn } from './events.server.ts';
export { figuresForProgram } from './figures-for-program.server.ts';
export { publishedFigures } from './figures.server.ts';
export { insightsOfReview } from './insights.server.ts';
export { headlineOf, writeHeadline } from './headline.server.ts';
export type { PublishedFigure } from './published.ts';
export { readingOf, signOffWeek } from './reading.server.ts';
export { sinceClosed } from './since.server.ts';
export type { SinceClosed } from './since.server.ts';
export { giveSeat } from './seat.server.ts';
export { leaveStoryToChance, storyOf, tellStory } from './story.server.ts';
export type { OpeningStory } from './story.server.ts';
export { seriesInScope, stripFigures, weeklyReview } from './weekly-review.server.ts';
export type { MonthlyRevenue, SeriesInScope, WeeklyReview } from './weekly-review.server.ts';
export { promisesThen } from './promises.server.ts';
export type { Promises } from './promises.server.ts';
