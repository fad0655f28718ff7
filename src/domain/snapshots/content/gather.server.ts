import type { Db } from '#platform/db/connect.ts';
import { ladder } from '../../money/price/ladder.ts';
import { moneyOf } from '../../money/price/in-margin.ts';
import { sentence } from '../../money/view/follow-the-money-text.ts';
import { doubt, intervalText, priceSentence } from '../../money/view/price-text.ts';
import { agendaOf, editionOf, seriesInScope, weeklyReview } from '../../reviews/server.ts';
import type { WeeklyReview } from '../../reviews/server.ts';
import type { Decision } from '../../reviews/decision.ts';
import type { CompanyEvent } from '../../reviews/event.ts';
import type { Organisation } from '../../scope/organisation.ts';
import type { Scope } from '../../scope/scope.ts';
import { customersText, isWholeCompany, lastDay } from '../../scope/scope.ts';
import { dayIn } from '../../scope/zone.ts';
import { contentShape } from './content.ts';
import type { KeptDecision, KeptMoney, KeptTrend, SectionName, SnapshotContent, Wanted } from './content.ts';
import { answersIn, withoutGone } from './erased.ts';
import { selectGone } from './queries.server.ts';
import { keptWords } from './words.server.ts';

type Moment = { organisation: Organisation; now: Date };

/**
 * All that a mail says about a week, from the same code as the week's page and with the same masks. A closed week is
 * told as it was closed; with a filter, or before that, as it is now.
 */
export async function gatherContent(db: Db, wanted: Wanted, { organisation, now }: Moment): Promise<SnapshotContent> {
	const { week, filter, sections } = wanted;
	const today = dayIn(now, organisation.timeZone);
	const scope: Scope = { ...filter, week };
	const { review, headline, decisions, events, closed, made } = await weekShown(db, scope, organisation, today);
	const has = (section: SectionName) => sections.includes(section);
	return {
		shape: contentShape,
		madeAt: now.toISOString(),
		organisation: made,
		week,
		filter,
		isOver: today > lastDay(scope),
		closed,
		headline: headline && { text: headline.text, by: headline.writtenBy },
		answers: review?.answersThisWeek ?? null,
		figures: (review?.figures ?? []).map(({ definition, estimate, population, excluded, grade, movement }) => ({
			definition,
			estimate,
			population,
			excluded,
			...(grade ? { grade } : {}),
			...(movement ? { movement } : {})
		})),
		shows: { figures: has('figures') },
		money: review && has('money') ? keptMoney(review, made.currency) : null,
		trend: review && has('trend') ? keptTrend(review, events) : null,
		words: has('words') ? await keptWords(db, wanted, organisation) : null,
		decisions: has('decisions') ? keptDecisions(decisions, today) : null
	};
}

/** An edition as it may be shown today: without words that were erased or withdrawn since. */
export async function asMayBeShown(db: Db, content: SnapshotContent): Promise<SnapshotContent> {
	const answers = answersIn(content);
	return answers.length === 0
		? content
		: withoutGone(content, await selectGone(db, answers, content.organisation.zone));
}

/** The week as its page shows it, to somebody who has chosen nothing on it. */
async function weekShown(db: Db, scope: Scope, organisation: Organisation, today: string) {
	const closed = isWholeCompany(scope) && scope.survey === null ? await editionOf(db, scope.week) : null;
	if (closed)
		return {
			...closed,
			made: closed.organisation,
			closed: { at: closed.closedAt.toISOString(), by: closed.closedBy }
		};
	const [agenda, found] = await Promise.all([agendaOf(db, scope, { organisation, today }), seriesInScope(db, scope)]);
	const { name, reportingCurrency: currency, timeZone: zone, demoSince } = organisation;
	return {
		...agenda,
		review: await weeklyReview(db, scope, organisation, found, today),
		made: { name, currency, zone, isDemo: demoSince !== null },
		closed: null
	};
}

function keptMoney({ after: { money }, price: now, series }: WeeklyReview, currency: string): KeptMoney {
	const rung = ladder(now.price).find(({ evidence }) => evidence === 'like-for-like')!;
	const said = priceSentence(rung, series, { currency, what: moneyOf(now) });
	return {
		byScore: money.byScore,
		byGroup: money.byGroup,
		series,
		said: said ?? sentence(money.byGroup, currency),
		interval: said && `95 % interval ${intervalText(rung.price, currency)}, grade ${rung.grade}`,
		doubt: doubt(rung.evidence, now.price, currency)
	};
}

function keptTrend({ series, months: { loyalty, revenue } }: WeeklyReview, events: CompanyEvent[]): KeptTrend {
	const shown = new Set(loyalty.now.map(({ month }) => month));
	return {
		series,
		loyalty: { now: loyalty.now, earlier: loyalty.earlier },
		revenue: revenue.filter(({ month }) => shown.has(month)),
		events
	};
}

/** What was decided in the week, and what earlier weeks promised that is still open, the first due first. */
function keptDecisions(
	{ ofTheWeek, earlier }: { ofTheWeek: Decision[]; earlier: Decision[] },
	today: string
): KeptDecision[] {
	const due = earlier.filter(({ state }) => state === 'open').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	return [...ofTheWeek, ...due].map((decision) => ({
		week: decision.week,
		what: decision.what,
		owner: decision.owner,
		dueOn: decision.dueOn,
		state: decision.state,
		isOverdue: decision.state === 'open' && decision.dueOn < today,
		touches: customersText(decision.touches),
		customers: decision.customers,
		perYearMinor: decision.perYearMinor,
		currency: decision.currency,
		forCustomers: decision.forCustomers
	}));
}
