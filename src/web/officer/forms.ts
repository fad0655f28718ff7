import * as v from 'valibot';
import { channels, longestHeard } from '#domain/officer/conversation.ts';
import { followUpKinds, longestNote } from '#domain/officer/follow-up.ts';
import { isDay } from '#domain/scope/calendar.ts';
import { answerId, numberId } from '../ids.ts';

const words = (longest: number, missing: string) =>
	v.pipe(v.string(), v.trim(), v.nonEmpty(missing), v.maxLength(longest, `At most ${longest} characters.`));
const day = v.pipe(v.string(), v.check(isDay, 'Write the day as 2026-12-04.'));
const none = v.pipe(
	v.literal(''),
	v.transform(() => null)
);

export const FollowUpForm = v.object({
	kind: v.picklist(followUpKinds, 'Say what is owed.'),
	what: words(longestNote, 'Say what is to be done, or was promised.'),
	ownerId: numberId,
	dueOn: day,
	responseId: v.optional(v.union([none, answerId]), '')
});

export const EndFollowUpForm = v.object({
	id: numberId,
	customerId: numberId,
	state: v.picklist(['done', 'dropped'], 'Say whether it was done or dropped.'),
	outcome: words(longestNote, 'Say what came of it, and what you told the customer.')
});

export const ConversationForm = v.object({
	heldOn: day,
	channel: v.picklist(channels, 'Say how you spoke.'),
	withWhom: v.optional(v.union([none, v.pipe(v.string(), v.trim(), v.maxLength(200))]), ''),
	heard: words(longestHeard, 'Write what you heard.')
});
