import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import {
	addEvent,
	answerForCustomers,
	arrange,
	closeAsShown,
	decide,
	endDecision,
	giveSeat,
	leaveStoryToChance,
	noteAttendance,
	noteGuest,
	signOffWeek,
	takeGuestOff,
	tellStory,
	writeHeadline
} from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { form } from '../form.server.ts';
import { markActions } from '../marks/actions.server.ts';
import { reviewChartsSeen } from '../review.server.ts';
import {
	AnswerForm,
	ArrangeForm,
	arrangedBy,
	ChanceForm,
	CloseForm,
	DecisionForm,
	EndForm,
	EventForm,
	GuestAwayForm,
	GuestForm,
	HeadlineForm,
	PersonForm,
	SeatForm,
	SignOffForm,
	StoryForm
} from './forms.ts';

type ReviewEvent = RequestEvent<{ week: string }>;

/** The whole company's week: what people write belongs to that, whatever filter they look through. */
function weekOf({ params }: ReviewEvent): Scope {
	if (!isWeek(params.week)) error(404, 'A week is written like 2026-W47.');
	return scopeFromUrl(params.week, new URLSearchParams());
}

const by = ({ locals }: ReviewEvent) => ({ by: locals.person!, now: new Date() });

export const reviewActions = {
	headline: form(HeadlineForm, (headline, event: ReviewEvent) =>
		writeHeadline(event.locals.db, { week: weekOf(event).week, ...headline }, by(event))
	),
	arrange: form(ArrangeForm, (asked, event: ReviewEvent) => {
		const order = { week: weekOf(event).week, parts: arrangedBy(asked), seen: asked.seen };
		return arrange(event.locals.db, order, by(event));
	}),
	signOff: form(SignOffForm, ({ seen }, event: ReviewEvent) => {
		const { db, organisation } = event.locals;
		return signOffWeek(db, { week: weekOf(event).week, seen, zone: organisation.timeZone }, by(event));
	}),
	seat: form(SeatForm, ({ personId, seen }, event: ReviewEvent) =>
		giveSeat(event.locals.db, { week: weekOf(event).week, personId, seen: seen || null }, by(event))
	),
	here: form(PersonForm, ({ personId }, event: ReviewEvent) =>
		noteAttendance(event.locals.db, { week: weekOf(event).week, personId, isThere: true }, by(event))
	),
	away: form(PersonForm, ({ personId }, event: ReviewEvent) =>
		noteAttendance(event.locals.db, { week: weekOf(event).week, personId, isThere: false }, by(event))
	),
	guest: form(GuestForm, ({ guest }, event: ReviewEvent) =>
		noteGuest(event.locals.db, { week: weekOf(event).week, guest }, by(event))
	),
	guestAway: form(GuestAwayForm, ({ id }, event: ReviewEvent) =>
		takeGuestOff(event.locals.db, { week: weekOf(event).week, id }, by(event))
	),
	story: form(StoryForm, (words, event: ReviewEvent) =>
		tellStory(
			event.locals.db,
			{ week: weekOf(event).week, ...words },
			{ ...by(event), zone: event.locals.organisation.timeZone }
		)
	),
	chance: form(ChanceForm, (_, event: ReviewEvent) =>
		leaveStoryToChance(event.locals.db, weekOf(event).week, by(event))
	),
	decide: form(DecisionForm, ({ segment, region, plan, ...decided }, event: ReviewEvent) => {
		const { db, organisation } = event.locals;
		const scope = { ...weekOf(event), segment, region, plan };
		return decide(db, decided, { scope, organisation, ...by(event) });
	}),
	answer: form(AnswerForm, ({ id, forCustomers }, event: ReviewEvent) =>
		answerForCustomers(event.locals.db, id, forCustomers, by(event))
	),
	end: form(EndForm, (ended, event: ReviewEvent) => endDecision(event.locals.db, ended, by(event))),
	event: form(EventForm, ({ kind, what, fromDay, toDay }, event: ReviewEvent) =>
		addEvent(event.locals.db, { kind, what, fromDay, toDay: toDay ?? fromDay }, by(event))
	),
	...markActions((event: ReviewEvent) =>
		reviewChartsSeen(event.locals, scopeFromUrl(weekOf(event).week, event.url.searchParams))
	),
	close: form(CloseForm, (_, event: ReviewEvent) =>
		closeAsShown(event.locals.db, weekOf(event).week, { organisation: event.locals.organisation, ...by(event) })
	)
};
