import { monthOf } from '../scope/calendar.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';

export const eventKinds = ['campaign', 'outage', 'price change', 'release', 'survey changed', 'other'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened and explains what the charts show. Days in the organisation's zone, both included. */
export type CompanyEvent = {
	id: number;
	kind: EventKind;
	what: string;
	fromDay: string;
	toDay: string;
	addedBy: string;
};

/** Those that touch a month; `month`: its first day. */
export const eventsOfMonth = (events: readonly CompanyEvent[], month: string): CompanyEvent[] =>
	events.filter(({ fromDay, toDay }) => monthOf(fromDay) <= month && toDay >= month);

/** Those that touch a week. */
export const eventsOfWeek = (events: readonly CompanyEvent[], week: Week): CompanyEvent[] =>
	events.filter(({ fromDay, toDay }) => fromDay <= sundayOfWeek(week) && toDay >= mondayOfWeek(week));
