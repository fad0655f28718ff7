import { addDays, addMonths, mondayOf, monthOf } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';

/** The day up to which money can be spoken of: the end of the week, or the last day the books know, if that is earlier. */
export const lastKnownDay = (scope: Scope, revenueThrough: string): string =>
	lastDay(scope) < revenueThrough ? lastDay(scope) : revenueThrough;

/** Monday of the week whose end the state of the customers is taken from. */
export const stateWeek = (scope: Scope, revenueThrough: string): string =>
	revenueThrough < firstDay(scope) ? mondayOf(revenueThrough) : firstDay(scope);

/** The last month that is complete: months of money are never shown half. */
export const lastCompleteMonth = (scope: Scope, revenueThrough: string): string =>
	addMonths(monthOf(addDays(lastKnownDay(scope, revenueThrough), 1)), -1);

/** The week that pages open at: this one, or the last one with answers when the data ends before it. */
export const latestWeek = (today: string, answersThrough: string | null): Week =>
	weekOf(answersThrough && answersThrough < mondayOf(today) ? answersThrough : today);
