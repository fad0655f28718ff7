export { askAhead } from './ahead.server.ts';
export {
	attemptsOf,
	deliveriesOf,
	deliveryOf,
	editions,
	readEdition,
	sendNow,
	sendTest,
	weekNow
} from './editions.server.ts';
export { eraseFromSnapshots } from './erasure.server.ts';
export { markBounced, resend } from './fates.server.ts';
export { editionBehind, revokeLinksOf, unsubscribeBy, whomItStops } from './links.server.ts';
export { wantedBy } from './make-edition.server.ts';
export type { Making } from './make-edition.server.ts';
export { queueLetter } from './letters.server.ts';
export type { Letter, LetterKind, Letters, LettersOf } from './letters.ts';
export { mailOf } from './mail/mail.server.ts';
export type { Mail } from './mail/mail.server.ts';
export {
	addRecipients,
	recipientsOf,
	removeRecipient,
	resumeRecipient,
	setZone,
	subscribeOneself,
	subscriptionsOf
} from './recipients.server.ts';
export type { Added } from './recipients.server.ts';
export { mentionLetters } from './mentions.server.ts';
export { selectLetters as letters } from './queries/letters.server.ts';
export { countTroubled } from './queries/editions.server.ts';
export { selectSchedule as scheduleOf } from './queries/schedules.server.ts';
export type { Subscription } from './queries/recipients.server.ts';
export {
	doNotSkip,
	nextRun,
	ownSchedule,
	pauseSchedule,
	removeSchedule,
	resumeSchedule,
	saveSchedule,
	schedules,
	skipOnce
} from './schedules.server.ts';
export { lookForDue } from './clock.server.ts';
export { deliverNext } from './posting.server.ts';
export type { Postman } from './posting.server.ts';
export { written } from './written.server.ts';
export type { Compose, Reading } from './written.server.ts';
export { releaseClaims, wakeChannel } from './queries/posting.server.ts';
