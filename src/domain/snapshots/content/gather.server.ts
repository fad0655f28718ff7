import type { Db } from '#platform/db/connect.ts';
import type { Figure } from '../../metrics/figure.ts';
import { ladder } from '../../money/price/ladder.ts';
import { moneyOf } from '../../money/price/in-margin.ts';
import { sentence } from '../../money/view/follow-the-money-text.ts';
import { followTheMoneyPlaces } from '../../money/view/places.ts';
import { doubt, intervalText, priceSentence } from '../../money/view/price-text.ts';
import { populationOf } from '../../insights/mark.ts';
import type { EditionContents, WeeklyReview } from '../../reviews/server.ts';
import { byMonthPlaces } from '../../reviews/view/by-month-places.ts';
import type { Organisation } from '../../scope/organisation.ts';
import type { Scope } from '../../scope/scope.ts';
import { lastDay } from '../../scope/scope.ts';
import { dayIn } from '../../scope/zone.ts';
import { keptDecisions, keptInsights, keptPromises } from './agenda.ts';
import { contentShape } from './content.ts';
import type { KeptFigure, KeptMoney, KeptTrend, SectionName, SnapshotContent, Wanted } from './content.ts';
import { keptMarks } from './marks.ts';
import { weekShown } from './week.server.ts';
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
	const has = (section: SectionName) => sections.includes(section);
	const [shown, words] = await Promise.all([
		weekShown(db, scope, { organisation, today }),
		has('words') ? keptWords(db, wanted, organisation) : null
	]);
	const { review, headline, closed, made } = shown;
	const drawn = review && { review, shown, currency: made.currency, seen: seenBy(scope, review) };
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
		figures: (review?.figures ?? []).map(keptFigure),
		shows: { figures: has('figures') },
		money: drawn && has('money') ? keptMoney(drawn) : null,
		trend: drawn && has('trend') ? keptTrend(drawn) : null,
		words,
		...keptAgenda(shown, has)
	};
}

const keptAgenda = (
	{ insights, promises, decisions, asOf }: Awaited<ReturnType<typeof weekShown>>,
	has: (section: SectionName) => boolean
): Pick<SnapshotContent, 'insights' | 'promises' | 'decisions'> => ({
	insights: has('insights') ? keptInsights(insights) : null,
	promises: has('promises') ? keptPromises(promises, asOf) : null,
	decisions: has('decisions') ? keptDecisions(decisions, asOf) : null
});

function keptFigure({ definition, estimate, population, excluded, grade, movement }: Figure): KeptFigure {
	return {
		...{ definition, estimate, population, excluded },
		...(grade ? { grade } : {}),
		...(movement ? { movement } : {})
	};
}

type Drawn = {
	review: WeeklyReview;
	shown: Pick<EditionContents, 'marks' | 'events'>;
	currency: string;
	seen: { population: string; week: string };
};

const seenBy = (scope: Scope, { series }: WeeklyReview) => ({
	population: populationOf(scope, series),
	week: scope.week
});

function keptMoney({ review, shown: { marks }, currency, seen }: Drawn): KeptMoney {
	const { after, price: now, series } = review;
	const { money } = after;
	const rung = ladder(now.price).find(({ evidence }) => evidence === 'like-for-like')!;
	const said = priceSentence(rung, series, { currency, what: moneyOf(now) });
	return {
		byScore: money.byScore,
		byGroup: money.byGroup,
		series,
		said: said ?? sentence(money.byGroup, currency),
		interval: said && `95% interval ${intervalText(rung.price, currency)}, grade ${rung.grade}`,
		doubt: doubt(rung.evidence, now.price, currency),
		marks: keptMarks(marks, followTheMoneyPlaces(money, currency), seen)
	};
}

function keptTrend({ review, shown: { marks, events }, currency, seen }: Drawn): KeptTrend {
	const { series, months } = review;
	const { loyalty, revenue } = months;
	const shown = new Set(loyalty.now.map(({ month }) => month));
	return {
		series,
		loyalty: { now: loyalty.now, earlier: loyalty.earlier },
		revenue: revenue.filter(({ month }) => shown.has(month)),
		events,
		marks: keptMarks(marks, byMonthPlaces(months, series, currency), seen)
	};
}
