import * as v from 'valibot';
import { longestMark, longestReply, saidKinds } from '#domain/insights/mark.ts';
import { numberId } from '../ids.ts';

/** A mark as forms and programs send it. */
export const markWords = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('Say what this is.'),
	v.maxLength(longestMark, `At most ${longestMark} characters.`)
);

/** The key of a place in a chart: 'month:2026-10'. */
export const placeKey = v.pipe(v.string(), v.regex(/^[a-z]+:[\p{L}\p{N} ,-]{1,60}$/u, 'This is no point of a chart.'));

const nothing = v.pipe(
	v.literal(''),
	v.transform(() => null)
);

export const MarkForm = v.object({
	chart: v.pipe(v.string(), v.maxLength(60)),
	from: placeKey,
	to: v.optional(v.union([nothing, placeKey]), ''),
	text: markWords
});

export const RewordForm = v.object({
	id: numberId,
	seen: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)),
	text: markWords
});

/** Settling needs no words. */
export const ReplyForm = v.object({
	id: numberId,
	kind: v.picklist(saidKinds, 'Say what to do with it.'),
	text: v.pipe(v.string(), v.trim(), v.maxLength(longestReply, `At most ${longestReply} characters.`))
});
