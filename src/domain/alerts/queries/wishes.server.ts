import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { AlertKind } from '../alert.ts';
import type { Wish } from '../wish.ts';

type WishRow = {
	personId: number;
	kinds: AlertKind[];
	topPercent: number | null;
	perYearMinor: number | null;
	dailyAt: string | null;
	zone: string;
	quietFrom: string | null;
	quietTo: string | null;
	changedAt: Date;
};

/** Somebody's wish, and since when it holds. */
export type KeptWish = Wish & { personId: number; changedAt: Date };

const wishFrom = ({ topPercent, perYearMinor, quietFrom, quietTo, ...rest }: WishRow): KeptWish => ({
	...rest,
	worth: topPercent === null ? { perYearMinor: perYearMinor! } : { topPercent },
	quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null
});

const wishes = async (db: Db, which: SQL): Promise<KeptWish[]> =>
	(
		await rows<WishRow>(
			db,
			sql`
				select person_id as "personId", kinds, top_percent as "topPercent", per_year_minor::float8 as "perYearMinor",
					daily_at as "dailyAt", zone, quiet_from as "quietFrom", quiet_to as "quietTo", changed_at as "changedAt"
				from alert_wish
				join person on person.id = person_id
				where ${which}
				order by person_id
			`
		)
	).map(wishFrom);

export const selectWish = async (db: Db, personId: number): Promise<KeptWish | null> =>
	(await wishes(db, sql`person_id = ${personId}`))[0] ?? null;

/** Of everybody who wants something and may still come in. */
export const selectListeners = (db: Db) => wishes(db, sql`cardinality(kinds) > 0 and disabled_at is null`);

export const upsertWish = (db: Db, personId: number, wish: Wish, now: Date) => {
	const { kinds, worth, dailyAt, zone, quiet } = wish;
	const [percent, minor] = 'topPercent' in worth ? [worth.topPercent, null] : [null, worth.perYearMinor];
	return db.execute(sql`
		insert into alert_wish (
			person_id, kinds, top_percent, per_year_minor, daily_at, zone, quiet_from, quiet_to, changed_at
		)
		values (${personId}, ${`{${kinds.join(',')}}`}::text[], ${percent}, ${minor}, ${dailyAt}, ${zone},
			${quiet?.from ?? null}, ${quiet?.to ?? null}, ${now.toISOString()})
		on conflict (person_id) do update set
			kinds          = excluded.kinds,
			top_percent    = excluded.top_percent,
			per_year_minor = excluded.per_year_minor,
			daily_at       = excluded.daily_at,
			zone           = excluded.zone,
			quiet_from     = excluded.quiet_from,
			quiet_to       = excluded.quiet_to,
			changed_at     = excluded.changed_at
	`);
};

/** Somebody wants nothing any more; the rest of what they said stays for when they do. False: they wanted nothing. */
export const wantNothing = async (db: Db, personId: number, now: Date): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				update alert_wish set kinds = '{}', changed_at = ${now.toISOString()}
				where person_id = ${personId} and cardinality(kinds) > 0
				returning person_id
			`
		)
	).length === 1;

export const insertStopLink = (
	db: Db,
	{ hash, personId, expiresAt }: { hash: string; personId: number; expiresAt: Date }
) =>
	db.execute(sql`
		insert into alert_stop_link (hash, person_id, expires_at) values (${hash}, ${personId}, ${expiresAt.toISOString()})
	`);

export const forgetStopLinks = (db: Db, before: Date) =>
	db.execute(sql`delete from alert_stop_link where expires_at < ${before.toISOString()}`);

/** Whom a link stops; null: unknown or too old. */
export const selectStopped = async (
	db: Db,
	hash: string,
	now: Date
): Promise<{ personId: number; address: string; isStopped: boolean } | null> =>
	(
		await rows<{ personId: number; address: string; isStopped: boolean }>(
			db,
			sql`
				select person.id as "personId", email as "address",
					coalesce(cardinality(kinds), 0) = 0 as "isStopped"
				from alert_stop_link link
				join person on person.id = link.person_id
				left join alert_wish wish on wish.person_id = person.id
				where hash = ${hash} and expires_at > ${now.toISOString()}
			`
		)
	)[0] ?? null;
