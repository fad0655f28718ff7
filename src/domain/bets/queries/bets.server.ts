import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Bet } from '../bet.ts';
import type { Judgement } from '../verdict.ts';
import { planColumns, planOf } from './plans.server.ts';
import type { PlanRow } from './plans.server.ts';

type By = { by: number; at: Date };

type BetRow = PlanRow & {
	number: number;
	ofDemo: boolean;
	insight: number | null;
	about: string;
	madeBy: string;
	madeAt: Date;
	startedAt: Date | null;
	startedBy: string;
	seed: string | null;
	gets: number;
	others: number;
	detectable: number | null;
	whyNot: string | null;
	stoppedAt: Date | null;
	stoppedBy: string;
	stoppedWhy: string;
	judgement: Judgement | null;
	judgedAt: Date;
	judgedBy: string | null;
};

const bets = (which: SQL, order: SQL, limit: number) => sql`
	select bet.id as "number", of_demo as "ofDemo", insight_id as "insight", about, maker.name as "madeBy",
		made_at as "madeAt", ${planColumns},
		started_at as "startedAt", starter.name as "startedBy", seed, gets, others, detectable, why_not as "whyNot",
		stopped_at as "stoppedAt", stopper.name as "stoppedBy", why as "stoppedWhy",
		judgement, judged_at as "judgedAt", judge.name as "judgedBy"
	from bet
	join lateral (select * from bet_version where bet_id = bet.id order by version desc limit 1) version on true
	join person maker on maker.id = made_by
	join person owner on owner.id = owner_id
	join person writer on writer.id = written_by
	left join bet_start on bet_start.bet_id = bet.id
	left join person starter on starter.id = started_by
	left join bet_stop on bet_stop.bet_id = bet.id
	left join person stopper on stopper.id = stopped_by
	left join bet_verdict on bet_verdict.bet_id = bet.id
	left join person judge on judge.id = judged_by
	where ${which}
	order by ${order}
	limit ${limit}
`;

function betOf(from: BetRow): Bet {
	const { number, ofDemo, insight, about, madeBy, madeAt, startedAt, stoppedAt, judgement } = from;
	const { seed, gets, others, detectable, whyNot: whyNotDetectable } = from;
	return {
		...{ number, ofDemo, insight, about, madeBy, madeAt },
		plan: planOf(from),
		start: startedAt && { at: startedAt, by: from.startedBy, seed, gets, others, detectable, whyNotDetectable },
		stopped: stoppedAt && { at: stoppedAt, by: from.stoppedBy, why: from.stoppedWhy },
		verdict: judgement && { ...judgement, at: from.judgedAt, by: from.judgedBy }
	};
}

const found = async (db: Db, which: SQL, limit: number): Promise<Bet[]> =>
	(await rows<BetRow>(db, bets(which, sql`bet.id desc`, limit))).map(betOf);

/** More than these nobody reads at once. */
const mostBets = 500;

/** The latest first. */
export const selectBets = (db: Db, ofDemo: boolean) => found(db, sql`of_demo = ${ofDemo}`, mostBets);

export const selectBet = async (db: Db, number: number): Promise<Bet | null> =>
	(await found(db, sql`bet.id = ${number}`, 1))[0] ?? null;

export const selectBetsOfInsight = (db: Db, insight: number) => found(db, sql`insight_id = ${insight}`, mostBets);

/** Whether any was judged. Most companies have none, and then nothing more need be asked. */
export const anyJudged = async (db: Db, ofDemo: boolean): Promise<boolean> =>
	(
		await row<{ is: boolean }>(
			db,
			sql`select exists (select from bet_verdict join bet on bet.id = bet_id where of_demo = ${ofDemo}) as "is"`
		)
	).is;

/** Those that have started and are neither judged nor stopped. */
export const selectUnjudged = (db: Db) =>
	found(db, sql`bet_start.bet_id is not null and bet_verdict.bet_id is null and bet_stop.bet_id is null`, mostBets);

export const insertBet = async (
	db: Db,
	{ insight, about, ofDemo }: Pick<Bet, 'insight' | 'about' | 'ofDemo'>,
	{ by, at }: By
): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				insert into bet (insight_id, about, of_demo, made_by, made_at)
				values (${insight}, ${about}, ${ofDemo}, ${by}, ${at.toISOString()})
				returning id
			`
		)
	).id;

/** Bets by number, to be chosen from, the latest first. */
export const selectBetNames = (db: Db, ofDemo: boolean) =>
	rows<{ number: number; hypothesis: string }>(
		db,
		sql`
			select id as "number", (
				select hypothesis from bet_version where bet_id = bet.id order by version desc limit 1
			) as "hypothesis"
			from bet
			where of_demo = ${ofDemo}
			order by id desc
			limit ${mostBets}
		`
	);
