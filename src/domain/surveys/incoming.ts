import type { Metric, SurveyKind } from './survey.ts';

/** A survey as a file or feed describes it. `name` is unique within its source. */
export type IncomingSurvey = {
	name: string;
	kind: SurveyKind;
	metric: Metric;
	highIsGood: boolean;
	touchpoint: string | null;
};

/** Somebody was asked. Moments are ISO 8601 in UTC. */
export type IncomingInvitation = {
	sourceId: string;
	customerKey: string;
	survey: string;
	contactKey: string | null;
	channel: string | null;
	sentAt: string;
	bouncedAt: string | null;
};

/** An answer: a score, words, or both. The words are exactly the customer's. */
export type IncomingResponse = {
	sourceId: string;
	customerKey: string;
	survey: string;
	contactKey: string | null;
	invitationId: string | null;
	respondedAt: string;
	score: number | null;
	title: string | null;
	comment: string | null;
	language: string | null;
	channel: string | null;
};
