import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import {
	addEvent,
	answerForCustomers,
	closeWeek,
	decide,
	endDecision,
	seriesInScope,
	weeklyReview,
	writeHeadline
} from '#domain/reviews/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { isWeek } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { form } from '../form.server.ts';
import { agendaOf } from './agenda.server.ts';
import { AnswerForm, CloseForm, DecisionForm, EndForm, EventForm, HeadlineForm } from './forms.ts';

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
	close: form(CloseForm, async (_, event: ReviewEvent) => {
		const { db, organisation } = event.locals;
		const scope = weekOf(event);
		const today = dayIn(new Date(), organisation.timeZone);
		const review = await weeklyReview(db, scope, organisation, await seriesInScope(db, scope), today);
		if (!review) throw new Refusal('conflict', 'There is nothing to close yet: no answers have come in.');
		const agenda = await agendaOf(event, scope, today);
		await closeWeek(db, scope, { review, ...agenda }, { organisation, ...by(event) });
	})
};
