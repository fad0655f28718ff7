import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { endInsight } from '../insights/server.ts';
import { payingIn } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import { addDays } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import type { Decision, FollowThrough } from './decision.ts';
import { followThrough } from './decision.ts';
import { refuseClosed } from './closed.server.ts';
import {
	endDecision,
	insertDecision,
	selectDecisions,
	selectAnswered,
	selectDue,
	selectOwners,
	updateForCustomers
} from './queries/decisions.server.ts';
import type { NewDecision } from './queries/decisions.server.ts';

export { selectDecisionNames as decisionNames, selectOwners as whoCanOwn } from './queries/decisions.server.ts';

type By = { by: Person; now: Date };
type Decided = Pick<NewDecision, 'what' | 'why' | 'ownerId' | 'dueOn' | 'expected' | 'forCustomers'>;

/** An insight that ends with a decision, as whoever ends it saw it. */
type EndsInsight = { number: number; seen: number };

const daysCounted = 364;

/**
 * Notes a decision of the scope's week, with how many customers it touches and what they pay a year; and ends the
 * insight that it follows from, if it follows from one: both or neither.
 */
export async function decide(
	db: Db,
	{ insight, ...decided }: Decided & { insight?: EndsInsight | null },
	{ scope, organisation, by, now }: By & { scope: Scope; organisation: Organisation }
): Promise<void> {
	refuseReaders(by);
	const { segment, region, plan, week } = scope;
	if (!(await selectOwners(db)).some(({ id }) => id === decided.ownerId))
		throw new Refusal('invalid', 'Whoever sees to it has to be somebody who can sign in.');
	const touched = await payingIn(db, scope);
	await db.transaction(async (tx) => {
		await refuseClosed(tx, week, 'a new decision belongs to the week in which it is made');
		const currency = organisation.reportingCurrency;
		const one = { ...decided, ...touched, week, touches: { segment, region, plan }, currency };
		const id = await insertDecision(tx, one, { by: by.id, at: now });
		await audit(tx, by, 'noted a decision', `decision ${id} of ${week}`);
		if (insight) await endInsight(tx, { ...insight, end: { kind: 'decision', decision: id } }, { by, now });
	});
}

/**
 * Answers what is in it for our customers, until the review is closed.
 *
 * @throws Refusal when somebody else has answered meanwhile; the answer that stands is told, and stays.
 */
export async function answerForCustomers(db: Db, id: number, answer: string, { by }: By): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		const known = await selectAnswered(tx, id);
		if (known === null) throw new Refusal('not-found', 'There is no such decision.');
		await refuseClosed(tx, known.week, 'what was answered then stays');
		if (!(await updateForCustomers(tx, id, answer))) {
			const theirs = (await selectAnswered(tx, id))!.forCustomers;
			throw new Refusal('conflict', `Somebody has meanwhile answered “${theirs}”. That stays; yours is still here.`);
		}
		await audit(tx, by, 'answered what is in it for customers', `decision ${id}`);
	});
}

/** Ends a decision with what came of it: kept or dropped. Only its own words and its end are added, ever. */
export async function end(
	db: Db,
	ended: { id: number; state: 'kept' | 'dropped'; outcome: string },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		if (!(await selectAnswered(tx, ended.id))) throw new Refusal('not-found', 'There is no such decision.');
		if (!(await endDecision(tx, { ...ended, by: by.id, at: now })))
			throw new Refusal('conflict', 'Somebody has ended this decision meanwhile. What they wrote is shown beside it.');
		await audit(tx, by, ended.state === 'kept' ? 'kept a decision' : 'dropped a decision', `decision ${ended.id}`);
	});
}

function refuseReaders(by: Person): void {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'Decisions are noted by the chief customer officer.');
}

export type Decisions = { ofTheWeek: Decision[]; earlier: Decision[]; followThrough: FollowThrough };

/** The week's decisions; what earlier weeks left open; and how many of a year's decisions were kept. */
export async function decisionsOf(db: Db, scope: Scope, zone: string, today: string): Promise<Decisions> {
	const week = { week: scope.week, from: firstDay(scope), to: lastDay(scope), zone };
	const [all, due] = await Promise.all([
		selectDecisions(db, week),
		selectDue(db, addDays(week.to, -daysCounted), zone)
	]);
	const isOfTheWeek = (decision: Decision) => decision.week === scope.week;
	return {
		ofTheWeek: all.filter(isOfTheWeek),
		earlier: all.filter((decision) => !isOfTheWeek(decision)),
		followThrough: followThrough(due, today < week.to ? today : addDays(week.to, 1))
	};
}
