import { isTooOld } from './due.ts';
import type { DeliveryKind, DeliveryState } from './delivery.ts';
import type { RecipientState } from './schedule.ts';

/** What is known of a message's recipient at the moment of sending. */
export type AtSendTime = {
	kind: DeliveryKind;
	dueAt: Date;
	tries: number;
	isAskedFor: boolean;
	lateWithinHours: number;
	recipientState: RecipientState | null;
	personDisabled: boolean;
	schedulePaused: boolean;
	scheduleRemoved: boolean;
};

export type WhyNot = { state: Extract<DeliveryState, 'unsubscribed' | 'missed'>; answer: string };

/** Why a message must not go out any more, by what holds now and not when it was queued; null: it may. */
export function whyNot(message: AtSendTime, now: Date): WhyNot | null {
	const { kind, dueAt, tries, isAskedFor, lateWithinHours, recipientState } = message;
	const stopped = (answer: string): WhyNot => ({ state: 'unsubscribed', answer });
	if (message.personDisabled) return stopped('This account was closed before it was sent.');
	if (kind === 'trouble') return null;
	if (recipientState === 'unsubscribed') return stopped('They had unsubscribed before it was sent.');
	if (recipientState === 'removed') return stopped('They were taken off before it was sent.');
	if (recipientState === 'paused') return stopped('The address is paused, as mail to it came back.');
	if (message.scheduleRemoved) return stopped('The schedule was removed before it was sent.');
	if (message.schedulePaused && !isAskedFor) return stopped('The schedule was paused before it was sent.');
	// What has been tried in time goes on being tried; this is about what nobody got to.
	if (tries === 0 && !isAskedFor && isTooOld(dueAt, { now, lateWithinHours }))
		return { state: 'missed', answer: 'Nothing ran when it was due, and by then it was too late.' };
	return null;
}
