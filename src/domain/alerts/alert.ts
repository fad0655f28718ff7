import type { Band, Change, Figure } from '../metrics/figure.ts';
import type { FollowUpKind } from '../officer/follow-up.ts';
import type { Slice } from '../scope/scope.ts';
import type { Week } from '../scope/week.ts';
import type { Metric } from '../surveys/survey.ts';

/** 'figure': one leaves its noise band. 'detractor': a valuable customer turns one. 'escalation': a follow-up is overdue. */
export const alertKinds = ['figure', 'detractor', 'escalation'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Customers of one group; null: all. */
export type WatchedGroup = { slice: Slice; value: string } | null;

/** A figure as it was when it left its band, and in how many looks that was found. */
export type FigureFacts = {
	kind: 'figure';
	week: Week;
	group: WatchedGroup;
	figure: Pick<Figure, 'definition' | 'estimate' | 'population' | 'excluded' | 'grade' | 'movement'>;
	/** The comparison of two periods, and the routine's limits, as far as there were any. */
	change: Pick<Change, 'by' | 'low' | 'high' | 'since'> | null;
	band: Band | null;
	/** Figures and groups that were tested in this run, and how many of them were signals. */
	looks: number;
	signals: number;
	currency: string;
};

/** The answer, and the one before it in the same series; scores on the metric's scale. */
export type DetractorFacts = {
	kind: 'detractor';
	metric: Metric;
	highIsGood: boolean;
	about: string;
	score: number;
	respondedAt: string;
	before: { score: number; respondedAt: string };
	language: string | null;
	perYearMinor: number;
	/** Share of paying customers who pay more a year: 0 for who pays most. */
	above: number;
	currency: string;
};

export type EscalationFacts = {
	kind: 'escalation';
	followUp: FollowUpKind;
	owner: string;
	/** Absent: that was not kept when it was raised. */
	ownerId?: number;
	openedBy: string;
	dueOn: string;
	daysOverdue: number;
	perYearMinor: number | null;
	currency: string;
};

export type AlertFacts = FigureFacts | DetractorFacts | EscalationFacts;

/** Something that somebody should know between reviews, frozen as it was when it was raised. */
export type Alert = {
	id: number;
	kind: AlertKind;
	raisedAt: Date;
	facts: AlertFacts;
	/** As they are today; null: of no customer, or the customer is gone. */
	customer: { key: string; name: string } | null;
	customerId: number | null;
	responseId: number | null;
	/** What was written, with what is hidden in it; null: nothing, or gone. */
	words: string | null;
	/** Words that were there and are not any more: erased, or withdrawn with their import. */
	wordsGone: boolean;
};

/** What makes an alert the same thing, whoever finds it and how often. */
export type Thing = { kind: AlertKind; subject: string; period: string };

export type NewAlert = Thing & {
	facts: AlertFacts;
	customerId: number | null;
	responseId: number | null;
	followUpId: number | null;
	words: string | null;
};

/** A follow-up is told of when it is overdue by so many days, and not in between. */
export const overdueSteps = [1, 3, 7, 14, 30] as const;

/** The last step that so many days have reached; null: none yet. */
export const stepOf = (daysOverdue: number): number | null =>
	overdueSteps.findLast((step) => step <= daysOverdue) ?? null;
