import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { DayOfMonth, Rule } from '../rule.ts';
import type { CommentRule } from '../content/content.ts';
import type { Schedule, ScheduleSettings, ZoneOf } from '../schedule.ts';

type ScheduleRow = Omit<Schedule, 'rule' | 'filter' | 'comments' | 'owner'> & {
	ownerId: number;
	ownerName: string;
	every: Rule['every'];
	weekdays: number[];
	monthOfQuarter: 1 | 2 | 3 | null;
	dayOfMonth: number | null;
	lastDay: boolean;
	time: string | null;
	zoneOf: ZoneOf;
	segment: string | null;
	region: string | null;
	plan: string | null;
	survey: string | null;
	commentRule: CommentRule;
	commentLimit: number;
};

const columns = sql`
	schedule.id, schedule.name, owner_id as "ownerId", owner.name as "ownerName", every, weekdays,
	month_of_quarter as "monthOfQuarter", day_of_month as "dayOfMonth", last_day as "lastDay", time, zone,
	zone_of as "zoneOf", segment, region, plan, survey, sections, comment_rule as "commentRule",
	comment_limit as "commentLimit", late_within_hours as "lateWithinHours", rule_since as "ruleSince",
	paused_at as "pausedAt", skips, trouble, trouble_since as "troubleSince", schedule.created_at as "createdAt"
`;

export const selectSchedules = async (db: Db): Promise<Schedule[]> =>
	(
		await rows<ScheduleRow>(
			db,
			sql`
				select ${columns}
				from snapshot_schedule schedule
				join person owner on owner.id = owner_id
				where removed_at is null
				order by schedule.name, schedule.id
			`
		)
	).map(scheduleFrom);

/** Those that were removed, too: their editions stay. */
export const selectSchedule = async (db: Db, id: number): Promise<(Schedule & { removedAt: Date | null }) | null> => {
	const [found] = await rows<ScheduleRow & { removedAt: Date | null }>(
		db,
		sql`
			select ${columns}, removed_at as "removedAt"
			from snapshot_schedule schedule
			join person owner on owner.id = owner_id
			where schedule.id = ${id}
		`
	);
	return found ? { ...scheduleFrom(found), removedAt: found.removedAt } : null;
};

function scheduleFrom(row: ScheduleRow): Schedule {
	const { ownerId, ownerName, segment, region, plan, survey, commentRule, commentLimit, ...rest } = row;
	const { every, weekdays, monthOfQuarter, dayOfMonth, lastDay, time, ...kept } = rest;
	return {
		...kept,
		owner: { id: ownerId, name: ownerName },
		rule: ruleFrom({ every, weekdays, monthOfQuarter, dayOfMonth, lastDay, time }),
		filter: { segment, region, plan, survey },
		comments: { rule: commentRule, limit: commentLimit }
	};
}

type RuleColumns = Pick<ScheduleRow, 'every' | 'weekdays' | 'monthOfQuarter' | 'dayOfMonth' | 'lastDay' | 'time'>;

function ruleFrom({ every, weekdays, monthOfQuarter, dayOfMonth, lastDay, time }: RuleColumns): Rule {
	const day = (lastDay ? 'last' : dayOfMonth) as DayOfMonth;
	switch (every) {
		case 'week':
			return { every, weekdays, time: time! };
		case 'month':
			return { every, day, time: time! };
		case 'quarter':
			return { every, month: monthOfQuarter!, day, time: time! };
		case 'review closed':
			return { every, time };
	}
}

function columnsOf(rule: Rule): RuleColumns {
	const day = 'day' in rule ? rule.day : null;
	return {
		every: rule.every,
		weekdays: rule.every === 'week' ? [...new Set(rule.weekdays)].sort() : [],
		monthOfQuarter: rule.every === 'quarter' ? rule.month : null,
		dayOfMonth: day === 'last' ? null : day,
		lastDay: day === 'last',
		time: rule.time
	};
}

const arrayOf = (values: readonly (string | number)[], type: 'text' | 'smallint') =>
	sql`${`{${values.map((value) => JSON.stringify(value)).join(',')}}`}::${sql.raw(type)}[]`;

export async function insertSchedule(
	db: Db,
	settings: ScheduleSettings,
	{ ownerId, now }: { ownerId: number; now: Date }
): Promise<number> {
	const { name, zone, zoneOf, filter, sections, comments, lateWithinHours } = settings;
	const rule = columnsOf(settings.rule);
	const { id } = await row<{ id: number }>(
		db,
		sql`
			insert into snapshot_schedule (
				name, owner_id, every, weekdays, month_of_quarter, day_of_month, last_day, time, zone, zone_of,
				segment, region, plan, survey, sections, comment_rule, comment_limit, late_within_hours, rule_since, created_at
			) values (
				${name}, ${ownerId}, ${rule.every}, ${arrayOf(rule.weekdays, 'smallint')}, ${rule.monthOfQuarter},
				${rule.dayOfMonth}, ${rule.lastDay}, ${rule.time}, ${zone}, ${zoneOf},
				${filter.segment}, ${filter.region}, ${filter.plan}, ${filter.survey}, ${arrayOf(sections, 'text')},
				${comments.rule}, ${comments.limit}, ${lateWithinHours}, ${now.toISOString()}, ${now.toISOString()}
			)
			returning id
		`
	);
	return id;
}

/** A changed rule holds from now on: what it would have brought earlier is nobody's. */
export async function updateSchedule(db: Db, id: number, settings: ScheduleSettings, ruleSince: Date): Promise<void> {
	const { name, zone, zoneOf, filter, sections, comments, lateWithinHours } = settings;
	const rule = columnsOf(settings.rule);
	await db.execute(sql`
		update snapshot_schedule set
			name             = ${name},
			every            = ${rule.every},
			weekdays         = ${arrayOf(rule.weekdays, 'smallint')},
			month_of_quarter = ${rule.monthOfQuarter},
			day_of_month     = ${rule.dayOfMonth},
			last_day         = ${rule.lastDay},
			time             = ${rule.time},
			zone             = ${zone},
			zone_of          = ${zoneOf},
			segment          = ${filter.segment},
			region           = ${filter.region},
			plan             = ${filter.plan},
			survey           = ${filter.survey},
			sections         = ${arrayOf(sections, 'text')},
			comment_rule     = ${comments.rule},
			comment_limit    = ${comments.limit},
			late_within_hours = ${lateWithinHours},
			rule_since       = ${ruleSince.toISOString()},
			skips            = null,
			trouble          = null,
			trouble_since    = null
		where id = ${id}
	`);
}

export const setPaused = (db: Db, id: number, pausedAt: Date | null, ruleSince: Date) =>
	db.execute(sql`
		update snapshot_schedule
		set paused_at = ${pausedAt?.toISOString() ?? null}, rule_since = ${ruleSince.toISOString()},
			skips = null, trouble = null, trouble_since = null
		where id = ${id}
	`);

export const setSkips = (db: Db, id: number, occurrence: string | null) =>
	db.execute(sql`update snapshot_schedule set skips = ${occurrence} where id = ${id}`);

export const setOwner = (db: Db, id: number, ownerId: number) =>
	db.execute(sql`update snapshot_schedule set owner_id = ${ownerId} where id = ${id}`);

/** Why an edition could not be made, since when; null: it could. */
export const setTrouble = (db: Db, id: number, trouble: string | null, now: Date) =>
	db.execute(sql`
		update snapshot_schedule set
			trouble       = ${trouble},
			trouble_since = case when ${trouble}::text is null then null else coalesce(trouble_since, ${now.toISOString()}) end
		where id = ${id} and trouble is distinct from ${trouble}
	`);

export const setRemoved = (db: Db, id: number, now: Date) =>
	db.execute(sql`update snapshot_schedule set removed_at = ${now.toISOString()} where id = ${id}`);
