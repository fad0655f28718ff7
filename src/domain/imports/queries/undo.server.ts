import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/**
 * Later imports that stand on this one: they changed its rows, changed rows after it, or brought rows of customers
 * that it created.
 */
export const importsBuiltOn = async (db: Db, importId: number): Promise<number[]> =>
	(
		await rows<{ id: number }>(
			db,
			sql`
				with changed_here as (
					select kind, row_id from replaced_row where import_id = ${importId}
				),
				later as (
					select distinct after.import_id
					from replaced_row after
					where after.import_id > ${importId}
					  and ((after.before ->> 'import_id')::int = ${importId}
					       or exists (select from changed_here where changed_here.kind = after.kind and changed_here.row_id = after.row_id))
					union
					select response.import_id from response
					join customer on customer.id = response.customer_id
					where customer.import_id = ${importId} and response.import_id > ${importId}
					union
					select revenue_line.import_id from revenue_line
					join customer on customer.id = revenue_line.customer_id
					where customer.import_id = ${importId} and revenue_line.import_id > ${importId}
					union
					select child.import_id from customer child
					join customer parent on parent.id = child.parent_id
					where parent.import_id = ${importId} and child.import_id > ${importId}
				)
				select later.import_id as "id" from later order by 1
			`
		)
	).map(({ id }) => id);

/** Puts every row that the import changed back to what it was before. */
export async function restoreReplaced(db: Db, importId: number): Promise<void> {
	for (const { kind, table, restored } of replaceable)
		await db.execute(sql`
			update ${sql.identifier(table)} as now set ${restored}
			from replaced_row, jsonb_populate_record(null::${sql.identifier(table)}, before) as old
			where replaced_row.import_id = ${importId} and replaced_row.kind = ${kind} and now.id = replaced_row.row_id
		`);
	await db.execute(sql`delete from replaced_row where import_id = ${importId}`);
	await db.execute(sql`delete from customer_parent where import_id = ${importId}`);
}

const replaceable = [
	{
		kind: 'customer',
		table: 'customer',
		restored: sql`
			name = old.name, segment = old.segment, region = old.region, plan = old.plan, started_on = old.started_on,
			ended_on = old.ended_on, ended_why = old.ended_why, came_by = old.came_by, parent_id = old.parent_id
		`
	},
	{ kind: 'contact', table: 'contact', restored: sql`name = old.name, email = old.email, decides = old.decides` },
	{ kind: 'invitation', table: 'invitation', restored: sql`bounced_at = old.bounced_at` },
	{
		kind: 'response',
		table: 'response',
		restored: sql`
			customer_id = old.customer_id, survey_id = old.survey_id, metric = old.metric, contact_id = old.contact_id,
			responded_at = old.responded_at, score = old.score, title = old.title, comment = old.comment,
			version = old.version
		`
	},
	{
		kind: 'revenue',
		table: 'revenue_line',
		restored: sql`
			customer_id = old.customer_id, kind = old.kind, amount_minor = old.amount_minor, currency = old.currency,
			reporting_minor = old.reporting_minor, booked_on = old.booked_on, served_from = old.served_from,
			served_to = old.served_to, product = old.product
		`
	}
];

/** Takes out every row that the import brought. Children of its customers keep nothing to hang on to. */
export async function deleteImported(db: Db, importId: number): Promise<void> {
	// All at once: what follows one by one from a response's end would be counted one by one.
	await db.execute(sql`
		delete from searchable_comment
		using response
		where response.import_id = ${importId}
		  and response.customer_id = searchable_comment.customer_id and response.id = searchable_comment.response_id
	`);
	for (const table of ['revenue_line', 'response', 'invitation', 'contact'])
		await db.execute(sql`delete from ${sql.identifier(table)} where import_id = ${importId}`);
	await db.execute(sql`
		update customer set parent_id = null
		where parent_id in (select id from customer where import_id = ${importId})
	`);
	await db.execute(sql`delete from customer where import_id = ${importId}`);
	await db.execute(sql`
		delete from survey
		where not exists (select from response where survey_id = survey.id)
		  and not exists (select from invitation where survey_id = survey.id)
	`);
}

/** Takes out everything there is about customers, but for the record of the import that takes its place. */
export async function deleteEverything(db: Db, keepRun: number | null): Promise<void> {
	for (const table of [
		'follow_up',
		'conversation',
		'followed_comment',
		'read_receipt',
		'searchable_comment',
		'replaced_row',
		'revenue_line',
		'response',
		'invitation',
		'contact',
		'customer',
		'survey'
	])
		await db.execute(sql`delete from ${sql.identifier(table)}`);
	// Files that were handed over and wait for somebody to bring them in have nothing to do with what goes.
	await db.execute(
		sql`delete from import_run where id is distinct from ${keepRun}::int and state in ('committed', 'undone')`
	);
	for (const table of [
		'source',
		'exchange_rate',
		'refresh',
		'valuation',
		'valuation_cell',
		'valued_band',
		'theme_stake',
		'theme_stake_cell'
	])
		await db.execute(sql`delete from ${sql.identifier(table)}`);
}
