import * as v from 'valibot';
import { longestClaim, longestReason } from '#domain/insights/insight.ts';
import { longestReply } from '#domain/insights/mark.ts';
import { isWeek } from '#domain/scope/week.ts';
import { idFrom } from '#domain/voice/voice-comment.ts';
import { longestSearch } from '#domain/voice/search/asked.ts';
import { answerId, numberId } from '../ids.ts';

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest, `At most ${longest} characters.`));
const line = (longest: number, missing: string) => v.pipe(text(longest), v.nonEmpty(missing));
const seen = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const side = v.picklist(['for', 'against'], 'Say whether it speaks for the insight or against it.');

const claimed = {
	claim: line(longestClaim, 'Say it in one sentence.'),
	ownerId: numberId,
	words: v.optional(text(longestSearch), '')
};

export const InsightForm = v.object(claimed);

export const ChangeForm = v.object({ ...claimed, seen, state: v.picklist(['open', 'being worked on']) });

export const EndForm = v.object({
	seen,
	kind: v.picklist(['bet', 'decision', 'no action'], 'Say what came of it.'),
	text: v.optional(text(longestReason), ''),
	decision: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/)), ''),
	bet: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/)), '')
});

export const ReplyForm = v.object({ text: line(longestReply, 'Write a sentence.') });

/** A comment by its id, as addresses have it: '12-345'. */
const commentId = v.pipe(
	v.string(),
	v.transform((typed) => idFrom(typed)),
	v.custom<{ customerId: number; responseId: number }>((id) => id !== null, 'There is no such comment.')
);

export const PinForm = v.object({ comment: commentId, side });
export const PinToForm = v.object({ comment: commentId, side, insight: numberId });
export const PinToNewForm = v.object({ ...claimed, comment: commentId });
export const UnpinForm = v.object({ responseId: answerId });

const slice = v.optional(v.pipe(v.string(), v.maxLength(200)), '');
export const FigureForm = v.object({
	figure: v.pipe(v.string(), v.nonEmpty('Choose a figure.'), v.maxLength(100)),
	week: v.pipe(v.string(), v.trim(), v.check(isWeek, 'Write the week as 2026-W47.')),
	segment: slice,
	region: slice,
	plan: slice,
	survey: slice
});
