export {
	allBets,
	betNames,
	betOf,
	betsOfInsight,
	changeBet,
	makeBet,
	plansOf,
	stopBet,
	whysOf,
	writeWhys
} from './bets.server.ts';
export type { Whys } from './bets.server.ts';
export {
	replaceInBets as takeOutOfBets,
	replaceKeyInBets as renameInBets,
	selectWrittenInBets as writtenInBets
} from './queries/erasing.server.ts';
export { experimentFor } from './experiments.server.ts';
export { drawAgain, makeGroups, membersOf, powerOf } from './groups.server.ts';
export type { Power } from './groups.server.ts';
export { dueForJudging, judgeBet, judgeDue, progressOf } from './judge.server.ts';
export type { NewPlan } from './queries/plans.server.ts';
