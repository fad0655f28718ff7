import { day } from '#ui/format/time.ts';
import { addDays, addMonths, mondayOf, monthOf } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { weekAfter, weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';

/**
 * Up to which day revenue has come in, null without any; and the last day that is over by now: a week that still runs is
 * shown, and never judged.
 */
export type Through = { revenueThrough: string | null; knownThrough: string };

/** The last day of which money and time can both be judged. */
export const judgedThrough = (revenueThrough: string, knownThrough: string): string =>
	revenueThrough < knownThrough ? revenueThrough : knownThrough;

/** Mondays of so many weeks, the given one last. */
export const weeksTo = (last: string, many: number): string[] =>
	Array.from({ length: many }, (_, i) => addDays(last, 7 * (i + 1 - many)));

/** First days of so many months, the given one last. */
export const monthsTo = (last: string, many: number): string[] =>
	Array.from({ length: many }, (_, i) => addMonths(last, i + 1 - many));

/** The day up to which money can be spoken of: the end of the week, or the last day the books know, if that is earlier. */
export const lastKnownDay = (scope: Scope, revenueThrough: string): string =>
	lastDay(scope) < revenueThrough ? lastDay(scope) : revenueThrough;

/** Behind a day up to which the books do not go yet: as far as they do. */
export const asBooked = (on: string, revenueThrough: string): string =>
	revenueThrough < on ? `, by what was booked up to ${day(revenueThrough)}` : '';

/** Monday of the week whose end the state of the customers is taken from. */
export const stateWeek = (scope: Scope, revenueThrough: string): string =>
	revenueThrough < firstDay(scope) ? mondayOf(revenueThrough) : firstDay(scope);

/**
 * Whether the books hold the twenty-four months that end with one. Growth on a year in which they only begin is how they
 * fill up. `begin`: their first month; null: there is none.
 */
export const holdTwoYears = (asOf: string, begin: string | null): boolean =>
	begin !== null && begin <= addMonths(asOf, -23);

/** The last month that is complete: months of money are never shown half. */
export const lastCompleteMonth = (scope: Scope, revenueThrough: string): string =>
	addMonths(monthOf(addDays(lastKnownDay(scope, revenueThrough), 1)), -1);

/** The week that pages open at: this one, or the last one with answers when the data ends before it. */
export const latestWeek = (today: string, answersThrough: string | null): Week =>
	weekOf(answersThrough && answersThrough < mondayOf(today) ? answersThrough : today);

/** The weeks that everybody opens: the latest, and the one before it, which a meeting looks back at. */
export const weeksOpened = (latest: Week): [Week, Week] => [latest, weekAfter(latest, -1)];
