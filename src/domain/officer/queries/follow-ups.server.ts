import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { notKnown } from '../../scope/scope.ts';
import type { Scope, Slice } from '../../scope/scope.ts';
import type { FollowUp, FollowUpKind, FollowUpState } from '../follow-up.ts';

export type NewFollowUp = {
	customerId: number;
	responseId: number | null;
	kind: FollowUpKind;
	what: string;
	ownerId: number;
	dueOn: string;
};
type Stamp = { by: number; at: Date };

export const insertFollowUp = async (db: Db, one: NewFollowUp, { by, at }: Stamp): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into follow_up (customer_id, response_id, kind, what, owner_id, due_on, opened_by, opened_at)
				values (${one.customerId}, ${one.responseId}, ${one.kind}, ${one.what}, ${one.ownerId}, ${one.dueOn},
					${by}, ${at.toISOString()})
				returning id
			`
		)
	).id;

/** Ends an open follow-up, and says which answer it was about; null when it is not open any more, or was never there. */
export const endFollowUp = async (
	db: Db,
	{ customerId, id, state, outcome }: { customerId: number; id: number; state: FollowUpState; outcome: string },
	{ by, at }: Stamp
): Promise<{ responseId: number | null } | null> =>
	(
		await rows<{ responseId: number | null }>(
			db,
			sql`
				update follow_up set state = ${state}, ended_by = ${by}, ended_at = ${at.toISOString()},
					outcome = case when erased_at is null then ${outcome}::text end
				where customer_id = ${customerId} and id = ${id} and state = 'open'
				returning response_id as "responseId"
			`
		)
	)[0] ?? null;

const followUps = (which: SQL, limit: number) => sql`
	select follow_up.customer_id as "customerId", follow_up.id, customer.name as "customer",
		response_id as "responseId", kind, what, owner.name as "owner", owner_id as "ownerId", due_on::text as "dueOn",
		opener.name as "openedBy", opened_at as "openedAt", state, outcome, ender.name as "endedBy", ended_at as "endedAt",
		(
			select per_year_minor from yearly_revenue step
			where step.customer_id = follow_up.customer_id and from_day <= known.through and to_day > known.through
		) as "perYearMinor"
	from follow_up
	join customer on customer.id = follow_up.customer_id
	join person owner on owner.id = owner_id
	join person opener on opener.id = opened_by
	left join person ender on ender.id = ended_by
	left join (select revenue_through as through from refresh order by id desc limit 1) known on true
	where ${which}
	order by state = 'open' desc, case when state = 'open' then due_on end, ended_at desc, follow_up.id desc
	limit ${limit}
`;

export const selectFollowUpsOf = (db: Db, customerId: number, limit: number) =>
	rows<FollowUp>(db, followUps(sql`follow_up.customer_id = ${customerId}`, limit));

/** Owed to which customers, as they are grouped today. */
export type Whom = Pick<Scope, Slice>;

const owedTo = ({ segment, region, plan }: Whom): SQL => {
	const is = (column: SQL, value: string | null) =>
		value === null ? sql`true` : value === notKnown ? sql`${column} is null` : sql`${column} = ${value}`;
	return sql`
		${is(sql`customer.segment`, segment)} and ${is(sql`customer.region`, region)} and ${is(sql`customer.plan`, plan)}
	`;
};

type Open = { ownerId?: number | null; kind?: FollowUpKind | null; whom?: Whom | null; limit: number };

/** Open ones, the most urgent first; of one person or everybody, of one kind or all, to some customers or all. */
export const selectOpenFollowUps = (db: Db, { ownerId = null, kind = null, whom = null, limit }: Open) =>
	rows<FollowUp>(
		db,
		followUps(
			sql`
				state = 'open'
				and (${ownerId}::int is null or owner_id = ${ownerId}::int)
				and (${kind}::text is null or kind = ${kind}::text)
				and ${whom ? owedTo(whom) : sql`true`}
			`,
			limit
		)
	);

/** Of a list of follow-ups, those that are still there. */
export const selectFollowUpsByKey = (db: Db, keys: readonly { customerId: number; id: number }[]) =>
	rows<FollowUp>(
		db,
		followUps(
			sql`
				(follow_up.customer_id, follow_up.id) in (
					select * from unnest(
						${`{${keys.map(({ customerId }) => customerId).join(',')}}`}::int[],
						${`{${keys.map(({ id }) => id).join(',')}}`}::int[]
					)
				)
			`,
			keys.length
		)
	);

/** The latest that ended. */
export const selectEndedFollowUps = (db: Db, limit: number) =>
	rows<FollowUp>(db, followUps(sql`state <> 'open'`, limit));

export const countFollowUps = (db: Db, { today, since }: { today: string; since: Date }) =>
	row<{ open: number; overdue: number; done: number; dropped: number }>(
		db,
		sql`
			select count(*) filter (where state = 'open')::int as "open",
				count(*) filter (where state = 'open' and due_on < ${today})::int as "overdue",
				count(*) filter (where state = 'done' and ended_at >= ${since.toISOString()})::int as "done",
				count(*) filter (where state = 'dropped' and ended_at >= ${since.toISOString()})::int as "dropped"
			from follow_up
		`
	);

/** How many promises to these customers are open, and how many of those are overdue. */
export const countOpenPromises = (db: Db, whom: Whom, today: string) =>
	row<{ open: number; overdue: number }>(
		db,
		sql`
			select count(*)::int as "open", count(*) filter (where due_on < ${today})::int as "overdue"
			from follow_up
			join customer on customer.id = customer_id
			where state = 'open' and kind = 'promise' and ${owedTo(whom)}
		`
	);

/** Whether there is such a customer, and such a person who may sign in. */
export const areThere = (db: Db, { customerId, personId }: { customerId: number; personId: number }) =>
	row<{ customer: boolean; person: boolean }>(
		db,
		sql`
			select exists (select from customer where id = ${customerId}) as "customer",
				exists (select from person where id = ${personId} and disabled_at is null) as "person"
		`
	);

/** Whether an answer is this customer's, so that a follow-up cannot point at somebody else's words. */
export const isAnswerOf = async (db: Db, customerId: number, responseId: number): Promise<boolean> =>
	(
		await row<{ is: boolean }>(
			db,
			sql`select exists (select from response where customer_id = ${customerId} and id = ${responseId}) as "is"`
		)
	).is;
