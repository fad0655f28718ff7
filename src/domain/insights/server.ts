export {
	evidenceOf,
	figuresPinnedTo,
	insightsOfComments,
	pinComment,
	pinFigure,
	unpinComment
} from './evidence.server.ts';
export type { Evidence, Opposite } from './evidence.server.ts';
export {
	changeInsight,
	endedInsights,
	endInsight,
	insightOf,
	insightsEndedWith,
	insightsOfWeek,
	makeInsight,
	openInsights,
	replyToInsight,
	saidToInsight,
	versionsOfInsight
} from './insights.server.ts';
export { marksOf, placeMark, replyToMark, rewordMark, settleMark } from './marks.server.ts';
export type { Placed } from './marks.server.ts';
export {
	mentionsOf,
	noteTold,
	seeMentions,
	unseenMentions,
	untoldMentions,
	whoCanBeMentioned
} from './mentions.server.ts';
export type { Untold } from './mentions.server.ts';
