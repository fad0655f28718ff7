import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Slice } from '../../scope/scope.ts';
import type { Comparison, Plan } from '../bet.ts';

/** A version of a plan as a row has it. */
export type PlanRow = Omit<Plan, 'owner' | 'whom' | 'comparison' | 'forecast'> &
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

/** Of `version`, with its `owner` and its `writer`. */
export const planColumns = sql`
	version.version, hypothesis, owner_id as "ownerId", owner.name as "owner", cost_minor as "costMinor",
	version.currency, version.starts_on::text as "startsOn", ends_on::text as "endsOn", segment, region, plan,
	customers, comparison, share, group_slice as "groupSlice", group_value as "groupValue", measure, series, months,
	expected, expected_low as "expectedLow", expected_high as "expectedHigh", worth_minor as "worthMinor",
	writer.name as "by", written_at as "at"
`;

export function planOf(from: PlanRow): Plan {
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

export type NewPlan = Omit<Plan, 'version' | 'owner' | 'by' | 'at'> & { ownerId: number };

const list = (texts: readonly string[] | null): SQL =>
	texts === null
		? sql`null`
		: sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) value)`;

/** Adds the version that follows the one its writer saw; false when somebody was faster. */
export const insertPlan = async (
	db: Db,
	{ number, seen, plan }: { number: number; seen: number; plan: NewPlan },
	{ by, at }: { by: number; at: Date }
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
