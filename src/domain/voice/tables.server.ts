export { commentMonth, commentSlice, commentTally } from './counting/tables.server.ts';
export {
	earlierWords,
	seal,
	sealedWords,
	suppressedPerson,
	suppressionSecret,
	voiceAct
} from './keeping/tables.server.ts';
export { commentBlock, commentList, unlistedComment } from './listing/tables.server.ts';
export { staffName } from './masking/tables.server.ts';
export { followedComment, readReceipt, toldStory } from './reading/tables.server.ts';
export { commentWord, searchableComment } from './search/tables.server.ts';
export {
	commentTheme,
	commentWords,
	repeatedCommentCell,
	theme,
	themeCell,
	themeLabel,
	themeRule
} from './themes/tables.server.ts';
