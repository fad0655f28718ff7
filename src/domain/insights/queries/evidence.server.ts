import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { ActKind } from '../../voice/keeping/act.ts';

type By = { by: number; at: Date };
export type Id = { customerId: number; responseId: number };
export type Side = 'for' | 'against';

/** An answer with words, as far as pinning needs to know it; null: there is none, or its words are gone. */
export const selectWords = async (db: Db, { customerId, responseId }: Id) =>
	(
		await rows<{ version: number; series: string; score: number | null }>(
			db,
			sql`
				select response.version, survey.series, score
				from response
				join survey on survey.id = survey_id
				where response.customer_id = ${customerId} and response.id = ${responseId}
				  and (comment is not null or title is not null)
			`
		)
	)[0] ?? null;

type Pin = Id & { number: number; side: Side; version: number; feeling: Feeling | null };

/** Pins a comment, or pins it anew to the other side, or after it was taken off. */
export const upsertComment = (db: Db, pin: Pin, { by, at }: By) =>
	db.execute(sql`
		insert into insight_comment (insight_id, customer_id, response_id, side, version, feeling, pinned_by, pinned_at)
		values (${pin.number}, ${pin.customerId}, ${pin.responseId}, ${pin.side}, ${pin.version}, ${pin.feeling}, ${by},
			${at.toISOString()})
		on conflict (insight_id, response_id) do update set
			customer_id = excluded.customer_id, side = excluded.side, version = excluded.version, feeling = excluded.feeling,
			pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at, taken_off_by = null, taken_off_at = null
	`);

export const takeOffComment = async (
	db: Db,
	{ number, responseId }: { number: number; responseId: number },
	{ by, at }: By
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update insight_comment set taken_off_by = ${by}, taken_off_at = ${at.toISOString()}
				where insight_id = ${number} and response_id = ${responseId} and taken_off_at is null
				returning response_id
			`
		)
	).length === 1;

/** A pinned comment, and what became of its words. */
export type PinRow = Id & {
	side: Side;
	version: number;
	feeling: Feeling | null;
	pinnedBy: string;
	pinnedAt: Date;
	takenOffBy: string | null;
	takenOffAt: Date | null;
	/** Null: there is no such answer any more. */
	versionNow: number | null;
	erasedAt: Date | null;
	/** Why the words are gone, where that was recorded. */
	goneBy: ActKind | null;
	goneAt: Date | null;
	importId: number | null;
};

/** A source may have moved an answer to another customer since: the number of the answer finds it. */
export const selectPins = (db: Db, number: number) =>
	rows<PinRow>(
		db,
		sql`
			select coalesce(response.customer_id, pin.customer_id) as "customerId", pin.response_id as "responseId", side,
				pin.version, pin.feeling, pinner.name as "pinnedBy", pinned_at as "pinnedAt", taker.name as "takenOffBy",
				taken_off_at as "takenOffAt", response.version as "versionNow", response.erased_at as "erasedAt",
				act.kind as "goneBy", act.at as "goneAt", act.import_id as "importId"
			from insight_comment pin
			join person pinner on pinner.id = pinned_by
			left join person taker on taker.id = taken_off_by
			left join searchable_comment found on found.response_id = pin.response_id
			left join response
				on  response.customer_id = coalesce(found.customer_id, pin.customer_id)
				and response.id = pin.response_id
			left join lateral (
				select voice_act.*
				from sealed_words leaf
				join voice_act on voice_act.id = leaf.act_id
				where leaf.response_id = pin.response_id
				order by voice_act.id desc
				limit 1
			) act on response.id is null or response.erased_at is not null
			where insight_id = ${number}
			order by pinned_at, pin.response_id
		`
	);

/** Themes of the comments that are pinned for an insight. */
export const selectThemesOf = (db: Db, number: number) =>
	rows<{ id: number; name: string }>(
		db,
		sql`
			select distinct theme.id, theme.name
			from insight_comment pin
			join comment_theme found on found.customer_id = pin.customer_id and found.response_id = pin.response_id
			join theme on theme.id = theme_id
			where insight_id = ${number} and side = 'for' and taken_off_at is null
			order by theme.name
		`
	);

/** In which insights comments are pinned, by their answers. */
export const selectInsightsOfComments = (db: Db, responses: readonly number[]) =>
	responses.length === 0
		? Promise.resolve([])
		: rows<{ responseId: number; number: number; claim: string }>(
				db,
				sql`
					select response_id as "responseId", insight_id as "number", (
						select claim from insight_version version
						where version.insight_id = pin.insight_id
						order by version desc
						limit 1
					) as "claim"
					from insight_comment pin
					where response_id in ${responses} and taken_off_at is null
					order by insight_id
				`
			);
