import * as v from 'valibot';
import { eventKinds } from '#domain/reviews/event.ts';
import { longestGuest } from '#domain/reviews/attendance.ts';
import { longestHeadline } from '#domain/reviews/headline.ts';
import { inOrder, isPart, moved, moves } from '#domain/reviews/parts.ts';
import { isDay } from '#domain/scope/calendar.ts';
import { answerId, numberId } from '../ids.ts';

const line = (longest: number, missing: string) =>
	v.pipe(v.string(), v.trim(), v.nonEmpty(missing), v.maxLength(longest, `At most ${longest} characters.`));

const day = v.pipe(v.string(), v.check(isDay, 'Write the day as 2026-12-04.'));
const laterOrNone = <Kept>(schema: v.GenericSchema<string, Kept>) =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		schema
	]);
const slice = v.optional(laterOrNone(v.pipe(v.string(), v.maxLength(200))), '');
const insightSeen = v.pipe(
	v.string(),
	v.regex(/^\d{1,9} \d{1,4}$/, 'There is no such insight.'),
	v.transform((typed) => {
		const [number, seen] = typed.split(' ').map(Number);
		return { number, seen };
	})
);
const forCustomers = line(500, 'Say what is in it for our customers.');

const version = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const HeadlineForm = v.object({ text: line(longestHeadline, 'Say it in one line.'), seen: version });

/** The order that was seen, and which part of it goes where; without a move, the order as it is to be. */
export const ArrangeForm = v.object({
	parts: v.pipe(
		v.string(),
		v.maxLength(200),
		v.transform((names) => inOrder(names.split(',')))
	),
	move: v.optional(
		v.pipe(
			v.string(),
			v.transform((typed) => typed.split(' ')),
			v.tuple([v.pipe(v.string(), v.check(isPart)), v.picklist(moves)], 'Say which part goes where.')
		)
	),
	seen: version
});

export const arrangedBy = ({ parts, move }: v.InferOutput<typeof ArrangeForm>) => {
	const [part, way] = move ?? [];
	return part && way && isPart(part) ? moved(parts, part, way) : parts;
};

export const SignOffForm = v.object({ seen: version });

/** `seen`: who held it, by name, when it was given to somebody else; empty: nobody. */
export const SeatForm = v.object({ personId: numberId, seen: v.optional(v.pipe(v.string(), v.maxLength(200)), '') });

export const PersonForm = v.object({ personId: numberId });
export const GuestForm = v.object({ guest: line(longestGuest, 'Say who is here.') });
export const GuestAwayForm = v.object({ id: numberId });

export const StoryForm = v.object({
	customerId: numberId,
	responseId: answerId,
	instead: v.pipe(
		v.optional(v.picklist(['yes'])),
		v.transform((said) => said === 'yes')
	)
});

export const DecisionForm = v.object({
	what: line(300, 'Say what is decided.'),
	why: line(500, 'Say why.'),
	ownerId: numberId,
	dueOn: day,
	segment: slice,
	region: slice,
	plan: slice,
	expected: line(500, 'Say what you expect of it.'),
	forCustomers: laterOrNone(forCustomers),
	/** The insight that it follows from, and the version of it that was seen: '12 3'. */
	insight: v.optional(laterOrNone(insightSeen), '')
});

export const AnswerForm = v.object({ id: numberId, forCustomers });

export const EndForm = v.object({
	id: numberId,
	state: v.picklist(['kept', 'dropped'], 'Say whether it was kept or dropped.'),
	outcome: line(500, 'Say what came of it.')
});

export const EventForm = v.object({
	kind: v.picklist(eventKinds, 'Say what kind of event it was.'),
	what: line(200, 'Say what happened.'),
	fromDay: day,
	toDay: v.optional(laterOrNone(day), '')
});

/** Nothing is asked. */
export const ChanceForm = v.object({});

/** The browser asks for the tick, too; a program, or an old tab, would close a week for ever without it. */
export const CloseForm = v.object({
	noted: v.pipe(
		v.optional(v.string(), ''),
		v.literal('yes', 'Tick “Everything is noted” first: nothing opens a closed week again.')
	)
});
