export {
	evidenceOf,
	figuresPinnedTo,
	insightsOfComments,
	pinComment,
	pinFigure,
	unpinComment
} from './evidence.server.ts';
export type { Evidence } from './evidence.server.ts';
export type { Opposite } from './opposite.server.ts';
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
export { insightsShown } from './shown.server.ts';
export {
	replaceInInsights as takeOutOfInsights,
	selectWrittenInInsights as writtenInInsights,
	takeAllAt
} from './queries/erasing.server.ts';
export { marksOf, placeMark, replyToMark, rewordMark, settleMark } from './marks.server.ts';
export type { Placed } from './marks.server.ts';
export {
	areMentionMailsOff,
	mentionOf,
	mentionsOf,
	noteTold,
	seeMentions,
	unseenMentions,
	untoldMentions,
	wantMentionMails,
	whoCanBeMentioned
} from './mentions.server.ts';
export type { MentionTold, Untold } from './mentions.server.ts';
