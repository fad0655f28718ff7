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
