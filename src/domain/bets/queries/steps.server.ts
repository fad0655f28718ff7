import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Start } from '../bet.ts';
import type { Judgement } from '../verdict.ts';

type By = { by: number; at: Date };

/** Nobody else changes, starts, stops or judges the bet until the transaction ends. */
export const lockBet = (db: Db, number: number) => db.execute(sql`select from bet where id = ${number} for update`);

/** That the groups are made, after their members. */
export const insertStart = (
	db: Db,
	{
		number,
		version,
		madeOn,
		startsOn,
		...start
	}: Omit<Start, 'at' | 'by'> & { number: number; version: number; madeOn: string; startsOn: string },
	{ by, at }: By
) =>
	db.execute(sql`
		insert into bet_start
			(bet_id, version, seed, gets, others, detectable, why_not, made_on, starts_on, started_by, started_at)
		values (${number}, ${version}, ${start.seed}, ${start.gets}, ${start.others}, ${start.detectable}::float8,
			${start.whyNotDetectable}, ${madeOn}::date, ${startsOn}::date, ${by}, ${at.toISOString()})
	`);

/** False when it was stopped already. */
export const insertStop = async (
	db: Db,
	{ number, why }: { number: number; why: string },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into bet_stop (bet_id, why, stopped_by, stopped_at)
				values (${number}, ${why}, ${by}, ${at.toISOString()})
				on conflict do nothing
				returning bet_id
			`
		)
	).length === 1;

type NewVerdict = { number: number; judgement: Judgement; completeOn: string; judgedOn: string };

export const insertVerdict = (
	db: Db,
	{ number, judgement, completeOn, judgedOn }: NewVerdict,
	{ by, at }: { by: number | null; at: Date }
) => {
	const { effect, definition } = judgement;
	const told = effect.status === 'ok' ? effect : null;
	const reason = effect.status === 'ok' ? null : effect.reason;
	return db.execute(sql`
		insert into bet_verdict
			(bet_id, value, low, high, n, reason, definition, definition_version, judgement, complete_on, judged_on,
			 judged_by, judged_at)
		values (${number}, ${told?.value ?? null}::float8, ${told?.low ?? null}::float8, ${told?.high ?? null}::float8,
			${told?.n ?? null}, ${reason}, ${definition.id}, ${definition.version}, ${JSON.stringify(judgement)}::jsonb,
			${completeOn}::date, ${judgedOn}::date, ${by}, ${at.toISOString()})
	`);
};

export type Whys = { version: number; whys: string[]; by: string; at: Date };

/** The whys of a bet as they were left, the latest first. */
export const selectWhys = (db: Db, number: number) =>
	rows<Whys>(
		db,
		sql`
			select version, whys, person.name as "by", written_at as "at"
			from bet_whys
			join person on person.id = written_by
			where bet_id = ${number}
			order by version desc
		`
	);

/** Adds the version that follows the one its writer saw; false when somebody was faster. */
export const insertWhys = async (
	db: Db,
	{ number, seen, whys }: { number: number; seen: number; whys: readonly string[] },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into bet_whys (bet_id, version, whys, written_by, written_at)
				select ${number}, ${seen + 1},
					(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(whys)}::jsonb) value),
					${by}, ${at.toISOString()}
				where ${seen} = (select coalesce(max(version), 0) from bet_whys where bet_id = ${number})
				on conflict do nothing
				returning version
			`
		)
	).length === 1;
