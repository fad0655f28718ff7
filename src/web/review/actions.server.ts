import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import {
	addEvent,
	answerForCustomers,
	closeAsShown,
	decide,
	endDecision,
	giveSeat,
	leaveStoryToChance,
	tellStory,
	writeHeadline
} from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { form } from '../form.server.ts';
import { AnswerForm, CloseForm, DecisionForm, EndForm, EventForm, HeadlineForm, SeatForm, StoryForm } from './forms.ts';

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
	seat: form(SeatForm, ({ personId }, event: ReviewEvent) =>
		giveSeat(event.locals.db, { week: weekOf(event).week, personId }, by(event))
	),
	story: form(StoryForm, (words, event: ReviewEvent) =>
		tellStory(
			event.locals.db,
			{ week: weekOf(event).week, ...words },
			{ ...by(event), zone: event.locals.organisation.timeZone }
		)
	),
	chance: form(CloseForm, (_, event: ReviewEvent) =>
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
	close: form(CloseForm, (_, event: ReviewEvent) =>
		closeAsShown(event.locals.db, weekOf(event).week, { organisation: event.locals.organisation, ...by(event) })
	)
};
