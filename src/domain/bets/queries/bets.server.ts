import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { Slice } from '../../scope/scope.ts';
import type { Bet, Comparison, Plan } from '../bet.ts';
import type { Judgement } from '../verdict.ts';

type By = { by: number; at: Date };

type PlanRow = Omit<Plan, 'owner' | 'whom' | 'comparison' | 'forecast'> &
	Record<Slice, string | null> & {
		ownerId: number;
		owner: string;
		customers: string[] | null;
		comparison: Comparison['kind'];
		share: number | null;
		groupSlice: Slice | null;
		groupValue: string | null;
		expected: number;
		expectedLow: number;
		expectedHigh: number;
		worthMinor: number;
	};

const planColumns = sql`
	version.version, hypothesis, owner_id as "ownerId", owner.name as "owner", cost_minor as "costMinor",
	version.currency, version.starts_on::text as "startsOn", ends_on::text as "endsOn", segment, region, plan,
	customers, comparison, share, group_slice as "groupSlice", group_value as "groupValue", measure, series, months,
	expected, expected_low as "expectedLow", expected_high as "expectedHigh", worth_minor as "worthMinor",
	writer.name as "by", written_at as "at"
`;

function planOf(from: PlanRow): Plan {
	const { version, hypothesis, costMinor, currency, startsOn, endsOn, measure, series, months, by, at } = from;
	const { segment, region, plan, customers, expected: value, expectedLow: low, expectedHigh: high, worthMinor } = from;
	return {
		...{ version, hypothesis, costMinor, currency, startsOn, endsOn, measure, series, months, by, at },
		owner: { id: from.ownerId, name: from.owner },
		whom: { segment, region, plan, customers },
		comparison:
			from.comparison === 'draw'
				? { kind: 'draw', share: from.share! }
				: { kind: 'group', slice: from.groupSlice!, value: from.groupValue! },
		forecast: { value, low, high, worthMinor }
	};
}

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

/** Every version of a plan, the latest first. */
export const selectPlans = async (db: Db, number: number): Promise<Plan[]> =>
	(
		await rows<PlanRow>(
			db,
			sql`
				select ${planColumns}
				from bet_version version
				join person owner on owner.id = owner_id
				join person writer on writer.id = written_by
				where bet_id = ${number}
				order by version.version desc
			`
		)
	).map(planOf);

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

export type NewPlan = Omit<Plan, 'version' | 'owner' | 'by' | 'at'> & { ownerId: number };

const list = (texts: readonly string[] | null): SQL =>
	texts === null
		? sql`null`
		: sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) value)`;

/** Adds the version that follows the one its writer saw; false when somebody was faster. */
export const insertPlan = async (
	db: Db,
	{ number, seen, plan }: { number: number; seen: number; plan: NewPlan },
	{ by, at }: By
): Promise<boolean> => {
	const { whom, comparison, forecast } = plan;
	const drawn = comparison.kind === 'draw';
	const added = await rows(
		db,
		sql`
			insert into bet_version
				(bet_id, version, hypothesis, owner_id, cost_minor, currency, starts_on, ends_on, segment, region, plan,
				 customers, comparison, share, group_slice, group_value, measure, series, months, expected, expected_low,
				 expected_high, worth_minor, written_by, written_at)
			select ${number}, ${seen + 1}, ${plan.hypothesis}, ${plan.ownerId}, ${plan.costMinor}, ${plan.currency},
				${plan.startsOn}::date, ${plan.endsOn}::date, ${whom.segment}, ${whom.region}, ${whom.plan},
				${list(whom.customers)}, ${comparison.kind}, ${drawn ? comparison.share : null}::float8,
				${drawn ? null : comparison.slice}, ${drawn ? null : comparison.value}, ${plan.measure}, ${plan.series},
				${plan.months}, ${forecast.value}::float8, ${forecast.low}::float8, ${forecast.high}::float8,
				${forecast.worthMinor}, ${by}, ${at.toISOString()}
			where ${seen} = (select coalesce(max(version), 0) from bet_version where bet_id = ${number})
			on conflict do nothing
			returning version
		`
	);
	return added.length === 1;
};

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
