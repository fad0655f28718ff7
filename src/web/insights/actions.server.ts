import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { betNames } from '#domain/bets/server.ts';
import type { InsightEnd } from '#domain/insights/insight.ts';
import {
	changeInsight,
	endInsight,
	makeInsight,
	pinComment,
	pinFigure,
	replyToInsight,
	unpinComment
} from '#domain/insights/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { closedWeeks, decide, decisionNames } from '#domain/reviews/server.ts';
import { scopeToQuery } from '#domain/scope/scope.ts';
import { weekOf } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { form } from '../form.server.ts';
import { DecisionForm } from '../review/forms.ts';
import { latestWeek } from '../review.server.ts';
import { figuresAt } from './figures.server.ts';
import { ChangeForm, EndForm, FigureForm, InsightForm, PinForm, ReplyForm, UnpinForm } from './forms.ts';
import { seenBy } from './insights.server.ts';

type InsightEvent = RequestEvent<{ number: string }>;

export const by = ({ locals }: Pick<RequestEvent, 'locals'>) => ({ by: locals.person!, now: new Date() });
const numberOf = ({ params }: InsightEvent) => Number(params.number);

export const insightsActions = {
	make: form(InsightForm, async (claimed, event: RequestEvent) => {
		const number = await makeInsight(event.locals.db, claimed, await seenBy(event), by(event));
		redirect(303, `/insights/${number}`);
	})
};

export const insightActions = {
	change: form(ChangeForm, ({ seen, ...change }, event: InsightEvent) =>
		changeInsight(event.locals.db, { number: numberOf(event), seen, change }, by(event))
	),
	end: form(EndForm, async ({ seen, ...ended }, event: InsightEvent) =>
		endInsight(event.locals.db, { number: numberOf(event), seen, end: await endFrom(ended, event) }, by(event))
	),
	decide: form(DecisionForm, async ({ segment, region, plan, ...decided }, event: InsightEvent) => {
		const { db, organisation } = event.locals;
		if (decided.insight?.number !== numberOf(event)) throw new Refusal('invalid', 'This is another insight.');
		const scope = { week: await openWeek(event), segment, region, plan, survey: null };
		await decide(db, decided, { scope, organisation, ...by(event) });
	}),
	say: form(ReplyForm, ({ text }, event: InsightEvent) =>
		replyToInsight(event.locals.db, { number: numberOf(event), text }, by(event))
	),
	pin: form(PinForm, ({ comment, side }, event: InsightEvent) =>
		pinComment(event.locals.db, { number: numberOf(event), side, ...comment }, by(event))
	),
	unpin: form(UnpinForm, ({ responseId }, event: InsightEvent) =>
		unpinComment(event.locals.db, { number: numberOf(event), responseId }, by(event))
	),
	figure: form(FigureForm, async ({ figure: id, week, ...filters }, event: InsightEvent) => {
		const chosen = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value || null]));
		const query = scopeToQuery({ week, ...(chosen as Record<keyof typeof filters, string | null>) }).slice(1);
		const figure = (await figuresAt(event.locals, week, query))[id];
		if (!figure) throw new Refusal('invalid', 'This figure is not told for that week and these customers.');
		await pinFigure(event.locals.db, { number: numberOf(event), figure, week, query }, by(event));
	})
};

/** The week whose review is being written: the one that opens, or, where that is closed, this one. */
async function openWeek(event: InsightEvent): Promise<string> {
	const [latest, closed] = await Promise.all([latestWeek(event), closedWeeks(event.locals.db)]);
	const isClosed = closed.some(({ week }) => week === latest);
	return isClosed ? weekOf(dayIn(new Date(), event.locals.organisation.timeZone)) : latest;
}

/** Enough to know any decision by its number. */
const everyDecision = 100_000;

async function endFrom(
	{ kind, text, decision, bet }: { kind: InsightEnd['kind']; text: string; decision: string; bet: string },
	{ locals }: InsightEvent
): Promise<InsightEnd> {
	if (kind === 'bet' && bet !== '') {
		const known = await betNames(locals.db, locals.organisation.demoSince !== null);
		const found = known.find(({ number }) => String(number) === bet);
		if (!found) throw new Refusal('invalid', 'Choose the bet that followed.');
		return { kind, text: text || found.hypothesis, bet: found.number };
	}
	if (kind !== 'decision') {
		if (text === '') throw new Refusal('invalid', kind === 'bet' ? 'Say what the bet is.' : 'Say why nothing is done.');
		return { kind, text };
	}
	const known = await decisionNames(locals.db, everyDecision);
	const found = known.find(({ id }) => String(id) === decision);
	if (!found) throw new Refusal('invalid', 'Choose the decision that followed.');
	return { kind, decision: found.id };
}
