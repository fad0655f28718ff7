import type { Place } from '#ui/charts/places.ts';
import type { InsightsShown } from '../../insights/shown.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { LoyaltyMonths } from '../../metrics/loyalty-months.ts';
import type { Outcomes } from '../../money/outcome.ts';
import type { FollowUp } from '../../officer/follow-up.ts';
import type { CompanyEvent } from '../../reviews/event.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Week } from '../../scope/week.ts';
import type { Series } from '../../surveys/series.ts';
import type { Metric } from '../../surveys/survey.ts';

/** What a mail may be made of, in the order in which it is told. The headline and what changed are always there. */
export const sectionNames = ['figures', 'money', 'trend', 'insights', 'words', 'promises', 'decisions'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Which comments: every one of the week, the newest, or the first that chance draws. */
export const commentRules = ['all', 'newest', 'draw'] as const;
export type CommentRule = (typeof commentRules)[number];

/** Of which customers, and by which survey; null: all, and the main one. */
export type SnapshotFilter = Omit<Scope, 'week'>;

export type Wanted = {
	week: Week;
	filter: SnapshotFilter;
	sections: readonly SectionName[];
	/** `limit`: at most how many; with the rule 'all' there is none. */
	comments: { rule: CommentRule; limit: number };
};

/** The shape of what is kept. One that changes gets a new number, and a reader for the one before: see `shapes.ts`. */
export const contentShape = 2;

/**
 * What an edition says, kept as it was when the edition was made: plain values that survive JSON. Moments are ISO 8601
 * text. A section that was not asked for is null.
 */
export type SnapshotContent = {
	shape: typeof contentShape;
	madeAt: string;
	organisation: { name: string; currency: string; zone: string; isDemo: boolean };
	week: Week;
	filter: SnapshotFilter;
	/** Whether the week was over on the day on which this was made. */
	isOver: boolean;
	/** Set: the figures are those that the review showed when it was closed. `by` null: it closed by itself. */
	closed: { at: string; by: string | null } | null;
	headline: { text: string; by: string } | null;
	/** Answers of the week; null: there has never been one. */
	answers: number | null;
	/** All figures of the strip, as judged together; the one in the subject is the first. */
	figures: KeptFigure[];
	shows: { figures: boolean };
	money: KeptMoney | null;
	trend: KeptTrend | null;
	insights: InsightsShown | null;
	words: KeptWords | null;
	promises: KeptPromises | null;
	decisions: KeptDecision[] | null;
};

export type KeptFigure = Pick<Figure, 'definition' | 'estimate' | 'population' | 'excluded' | 'grade' | 'movement'>;

type Said = { text: string; isMoney?: boolean };

export type KeptMoney = Pick<Outcomes, 'byScore' | 'byGroup'> & {
	series: Series;
	/** The chart in a sentence, with its interval and its evidence grade where it has them, and what it leaves open. */
	said: Said[];
	interval: string | null;
	doubt: string;
	marks: KeptMark[];
};

export type KeptTrend = {
	series: Series;
	loyalty: LoyaltyMonths;
	revenue: { month: string; minor: number }[];
	events: CompanyEvent[];
	marks: KeptMark[];
};

/** A mark on a chart, as it stood. Settled ones, and those about other customers, are not kept. */
export type KeptMark = {
	/** The one that it has everywhere. */
	number: number;
	text: string;
	by: string;
	at: string;
	/** The program that sent it; null: a person on a page. */
	through: string | null;
	/** In words: 'Oct 2026 to Dec 2026'. */
	pointsAt: string;
	/** Where it is drawn; null: the chart has no such place, and `because` says why. */
	place: { from: Place; to: Place } | null;
	because: string | null;
	/** What the chart said there when it was put, and says in this edition where that is another thing. */
	saw: string | null;
	now: string | null;
};

export type KeptWords = {
	rule: CommentRule;
	comments: KeptComment[];
	/** Comments there were to show from. */
	of: number;
	/** Set for a draw: what decided, from which anybody can draw again. */
	seed: string | null;
};

export type KeptComment = {
	customerId: number;
	responseId: number;
	respondedAt: string;
	metric: Metric;
	highIsGood: boolean;
	score: number | null;
	title: string | null;
	comment: string | null;
	/** Erased at the person's request, or withdrawn with an import: then there are no words. */
	gone: 'erased' | 'withdrawn' | null;
	goneOn: string | null;
	language: string | null;
	about: string;
	customer: string;
	segment: string | null;
	tenureDays: number;
	/** What the customer paid a year on the day of the words; null: nothing. */
	perYearMinor: number | null;
};

/** What customers were promised: the most urgent of it, and how much was open and overdue in all. */
export type KeptPromises = {
	told: KeptPromise[];
	open: number;
	overdue: number;
};

export type KeptPromise = Pick<
	FollowUp,
	'customerId' | 'id' | 'customer' | 'what' | 'owner' | 'dueOn' | 'state' | 'outcome' | 'perYearMinor'
> & {
	isOverdue: boolean;
	/** Erased at the person's request, or withdrawn with an import: then it does not say what was promised. */
	gone: KeptComment['gone'];
};

export type KeptDecision = {
	week: Week;
	what: string;
	owner: string;
	dueOn: string;
	state: 'open' | 'kept' | 'dropped';
	isOverdue: boolean;
	/** Whom it touches, in words, and what they paid a year. */
	touches: string;
	customers: number;
	perYearMinor: number;
	currency: string;
	/** What is in it for our customers; null: not answered yet. */
	forCustomers: string | null;
};
