import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Insight, InsightEnd, InsightVersion } from '../insight.ts';

type EndRow = {
	endKind: InsightEnd['kind'] | null;
	endText: string | null;
	endDecision: number | null;
	endBet: number | null;
};
type VersionRow = Omit<InsightVersion, 'owner' | 'end'> & EndRow & { ownerId: number; owner: string };

const versionColumns = sql`
	version.version, claim, owner_id as "ownerId", owner.name as "owner", state, end_kind as "endKind",
	end_text as "endText", end_decision as "endDecision", end_bet as "endBet", words, writer.name as "by", written_at as "at"
`;

function endOf({ endKind, endText, endDecision, endBet }: EndRow): InsightEnd | null {
	if (endKind === null) return null;
	if (endKind === 'decision') return { kind: endKind, decision: endDecision! };
	return endKind === 'bet' ? { kind: endKind, text: endText!, bet: endBet } : { kind: endKind, text: endText! };
}

const versionOf = ({
	ownerId,
	owner,
	endKind,
	endText,
	endDecision,
	endBet,
	...version
}: VersionRow): InsightVersion => ({
	...version,
	owner: { id: ownerId, name: owner },
	end: endOf({ endKind, endText, endDecision, endBet })
});

type InsightRow = Omit<Insight, 'current' | 'evidence'> & VersionRow & { pinnedFor: number; pinnedAgainst: number };

const insights = (which: SQL, order: SQL, limit: number) => sql`
	select insight.id as "number", week, population, of_demo as "ofDemo", maker.name as "madeBy", made_at as "madeAt",
		${versionColumns}, pins.for as "pinnedFor", pins.against as "pinnedAgainst", figures.n as "figures",
		replies.n as "replies", greatest(written_at, pins.last, figures.last, replies.last) as "lastWordAt"
	from insight
	join lateral (
		select * from insight_version where insight_id = insight.id order by version desc limit 1
	) version on true
	join person maker on maker.id = made_by
	join person owner on owner.id = owner_id
	join person writer on writer.id = written_by
	cross join lateral (
		select count(*) filter (where side = 'for' and taken_off_at is null)::int as "for",
			count(*) filter (where side = 'against' and taken_off_at is null)::int as "against",
			max(greatest(pinned_at, taken_off_at)) as "last"
		from insight_comment
		where insight_id = insight.id
	) pins
	cross join lateral (
		select count(*)::int as "n", max(pinned_at) as "last" from insight_figure where insight_id = insight.id
	) figures
	cross join lateral (
		select count(*)::int as "n", max(said_at) as "last" from insight_reply where insight_id = insight.id
	) replies
	where ${which}
	order by ${order}
	limit ${limit}
`;

const found = async (db: Db, which: SQL, order: SQL, limit: number): Promise<Insight[]> =>
	(await rows<InsightRow>(db, insights(which, order, limit))).map(
		({
			number,
			week,
			population,
			ofDemo,
			madeBy,
			madeAt,
			lastWordAt,
			figures,
			replies,
			pinnedFor,
			pinnedAgainst,
			...v
		}) => ({
			...{ number, week, population, ofDemo, madeBy, madeAt, lastWordAt, figures, replies },
			evidence: { for: pinnedFor, against: pinnedAgainst },
			current: versionOf(v)
		})
	);

/** More than this nobody has open at once. */
const mostOpen = 500;

/** Those that have not ended, the ones that have been silent longest first. */
export const selectOpenInsights = (db: Db, ofDemo: boolean) =>
	found(db, sql`of_demo = ${ofDemo} and state <> 'ended'`, sql`"lastWordAt", insight.id`, mostOpen);

/** A page of those that have ended, the latest first, behind the one of a number. */
export const selectEndedInsights = (
	db: Db,
	ofDemo: boolean,
	{ before, limit }: { before: number | null; limit: number }
) =>
	found(
		db,
		sql`of_demo = ${ofDemo} and state = 'ended' and ${before === null ? sql`true` : sql`insight.id < ${before}`}`,
		sql`insight.id desc`,
		limit
	);

/** Those that were made in a week, or ended within its days. */
export const selectInsightsOfWeek = (
	db: Db,
	{ week, from, to, zone, ofDemo }: { week: string; from: string; to: string; zone: string; ofDemo: boolean }
) =>
	found(
		db,
		sql`
			of_demo = ${ofDemo} and (
				week = ${week} or state = 'ended' and (written_at at time zone ${zone})::date between ${from} and ${to}
			)
		`,
		sql`insight.id`,
		mostOpen
	);

export const selectInsight = async (db: Db, number: number): Promise<Insight | null> =>
	(await found(db, sql`insight.id = ${number}`, sql`insight.id`, 1))[0] ?? null;

/** Every version of an insight, the latest first. */
export const selectInsightVersions = async (db: Db, number: number): Promise<InsightVersion[]> =>
	(
		await rows<VersionRow>(
			db,
			sql`
				select ${versionColumns}
				from insight_version version
				join person owner on owner.id = owner_id
				join person writer on writer.id = written_by
				where insight_id = ${number}
				order by version.version desc
			`
		)
	).map(versionOf);

export const selectInsightReplies = (db: Db, number: number) =>
	rows<{ kind: 'said'; text: string; by: string; at: Date }>(
		db,
		sql`
			select 'said' as "kind", text, person.name as "by", said_at as "at"
			from insight_reply
			join person on person.id = said_by
			where insight_id = ${number}
			order by insight_reply.id
		`
	);

/** Insights that ended with a bet, by its number. */
export const selectInsightsEndedWith = (db: Db, bet: number) =>
	rows<{ number: number; claim: string }>(
		db,
		sql`
			select insight_id as "number", claim
			from insight_version version
			where end_bet = ${bet}
			  and version = (select max(version) from insight_version latest where latest.insight_id = version.insight_id)
			order by insight_id
		`
	);
