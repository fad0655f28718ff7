import { sql } from 'drizzle-orm';
import { feedPage } from '#domain/voice/server.ts';
import type { FeedScope } from '#domain/voice/feed.ts';
import type { Db } from '#platform/db/connect.ts';
import { givenPerson } from '#tests/factories/people.ts';
import type { Measured } from './measure.ts';
import { quantile, repeated } from './measure.ts';

const everything: FeedScope = {
	...{ from: '1970-01-01', to: '2999-12-31', segment: null, region: null, plan: null },
	...{ series: null, scores: null }
};
const goalMs = 20;

/** A page of all comments ever, at the top and from further and further down; the limit reads the same rows bare. */
export async function feedPages(db: Db): Promise<Measured[]> {
	const reader = await givenPerson(db, { email: `feed-${Date.now()}@example.com` });
	const measured: Measured[] = [];
	for (const [depth, share] of [
		['at the top', 0],
		['half-way down', 0.5],
		['near the end', 0.99]
	] as const) {
		const after = share === 0 ? null : await commentAt(db, share);
		const p95 = quantile(
			await repeated(40, () => feedPage(db, everything, { zone: 'Europe/London', reader }, after)),
			0.95
		);
		const bare = quantile(await repeated(40, () => bareRows(db, after)), 0.95);
		measured.push({
			...{ part: 'feed', what: `a page ${depth}, p95`, value: p95, unit: 'ms', limit: bare, limitIs: 'bare rows' },
			...{ goal: `≤ ${goalMs} ms`, met: p95 <= goalMs }
		});
	}
	return measured;
}

type Place = { at: string; responseId: number };
const withWords = sql`(comment is not null or title is not null)`;

async function commentAt(db: Db, share: number): Promise<Place> {
	const [found] = await db.execute(sql`
		select to_char(responded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id
		from response
		where ${withWords}
		order by responded_at desc, id desc
		offset (select floor(count(*) * ${share}::float8) from response where ${withWords})
		limit 1
	`);
	return { at: String(found.at), responseId: Number(found.id) };
}

const bareRows = (db: Db, after: Place | null) =>
	db.execute(sql`
		select * from response
		where ${withWords}
		  and ${after ? sql`(responded_at, id) < (${after.at}::timestamptz, ${after.responseId}::bigint)` : sql`true`}
		order by responded_at desc, id desc
		limit 31
	`);
