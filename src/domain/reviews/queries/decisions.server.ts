import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import type { Decision, DecisionState } from '../decision.ts';
import { isDemoHere } from './of-demo.server.ts';

export type NewDecision = {
	week: string;
	what: string;
	why: string;
	ownerId: number;
	dueOn: string;
	touches: Pick<Scope, Slice>;
	customers: number;
	perYearMinor: number;
	currency: string;
	expected: string;
	forCustomers: string | null;
};

export const insertDecision = async (db: Db, one: NewDecision, { by, at }: { by: number; at: Date }): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into decision
					(week, of_demo, what, why, owner_id, due_on, segment, region, plan, customers, per_year_minor, currency, expected,
					 for_customers, decided_by, decided_at)
				values (${one.week}, ${isDemoHere}, ${one.what}, ${one.why}, ${one.ownerId}, ${one.dueOn}, ${one.touches.segment},
					${one.touches.region}, ${one.touches.plan}, ${one.customers}, ${one.perYearMinor}, ${one.currency},
					${one.expected}, ${one.forCustomers}, ${by}, ${at.toISOString()})
				returning id
			`
		)
	).id;

const decisions = (which: SQL) => sql`
	select decision.id, week, what, why, owner.name as "owner", due_on::text as "dueOn",
		json_build_object('segment', segment, 'region', region, 'plan', plan) as "touches",
		customers, per_year_minor as "perYearMinor", currency, expected, for_customers as "forCustomers",
		decider.name as "decidedBy", decided_at as "decidedAt", state, outcome, ender.name as "endedBy", ended_at as "endedAt", (
			select coalesce(json_agg(json_build_object('number', insight_id, 'claim', claim) order by insight_id), '[]')
			from (select distinct on (insight_id) * from insight_version order by insight_id, version desc) latest
			where end_decision = decision.id
		) as "insights"
	from decision
	join person owner on owner.id = owner_id
	join person decider on decider.id = decided_by
	left join person ender on ender.id = ended_by
	where of_demo = ${isDemoHere} and (${which})
`;

/** The week's own; those of earlier weeks that are still open; and those that ended within it. */
export const selectDecisions = (
	db: Db,
	{ week, from, to, zone }: { week: string; from: string; to: string; zone: string }
) =>
	rows<Decision>(
		db,
		sql`
			${decisions(sql`
				week = ${week}
				or week < ${week} and (
					state = 'open'
					or (ended_at at time zone ${zone})::date between ${from} and ${to}
				)
			`)}
			order by due_on, decision.id
		`
	);

/** What was due since a day, with the day on which it ended. */
export const selectDue = (db: Db, since: string, zone: string) =>
	rows<{ dueOn: string; state: DecisionState; endedOn: string | null }>(
		db,
		sql`
			select due_on::text as "dueOn", state, (ended_at at time zone ${zone})::date::text as "endedOn"
			from decision
			where of_demo = ${isDemoHere} and due_on >= ${since}
		`
	);

/** Answers what is in it for our customers; false when somebody has answered before, or there is no such decision. */
export const updateForCustomers = async (db: Db, id: number, forCustomers: string): Promise<boolean> =>
	(
		await rows(
			db,
			sql`update decision set for_customers = ${forCustomers} where id = ${id} and for_customers is null returning id`
		)
	).length === 1;

/** Ends an open decision; false when it is not open any more, or was never there. */
export const endDecision = async (
	db: Db,
	{ id, state, outcome, by, at }: { id: number; state: DecisionState; outcome: string; by: number; at: Date }
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update decision set state = ${state}, outcome = ${outcome}, ended_by = ${by}, ended_at = ${at.toISOString()}
				where id = ${id} and state = 'open'
				returning id
			`
		)
	).length === 1;

/** Of which week a decision is, and what was answered; null: there is no such decision about whose customers are here. */
export const selectAnswered = async (db: Db, id: number) =>
	(
		await rows<{ week: string; forCustomers: string | null }>(
			db,
			sql`select week, for_customers as "forCustomers" from decision where id = ${id} and of_demo = ${isDemoHere}`
		)
	)[0] ?? null;

export const countUnanswered = async (db: Db, week: string): Promise<number> =>
	(
		await row<{ open: number }>(
			db,
			sql`
				select count(*)::int as "open" from decision
				where week = ${week} and of_demo = ${isDemoHere} and for_customers is null
			`
		)
	).open;

/** What decisions are called, the latest first; `also`: one that is among them however old it is. */
export const selectDecisionNames = (db: Db, limit: number, also: number | null = null) =>
	rows<{ id: number; week: string; what: string }>(
		db,
		sql`
			select id, week, what from decision
			where of_demo = ${isDemoHere} or id = ${also}::int
			order by id is not distinct from ${also}::int desc, id desc
			limit ${limit}
		`
	);

/** Whom something can be given to: everybody who may sign in. */
export const selectOwners = (db: Db) =>
	rows<{ id: number; name: string }>(db, sql`select id, name from person where disabled_at is null order by name, id`);
