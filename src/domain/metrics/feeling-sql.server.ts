import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { metrics } from '../surveys/survey.ts';
import { groupsOf } from './groups.ts';

/** How somebody feels who gave `score` in `series`: the same groups as `feelingIn`, for the database. */
export function feelingSql(series: SQL, score: SQL): SQL {
	const byMetric = metrics.map((metric) => {
		const { high, middle } = groupsOf[metric];
		return sql`when ${metric} then case
			when ${score} >= ${high.from}::int then 'high' when ${score} >= ${middle.from}::int then 'middle' else 'low'
		end`;
	});
	return sql`case split_part(${series}, ':', 1)
		${sql.join(byMetric, sql` `)}
		else case when ${score} < 3 then 'high' when ${score} > 3 then 'low' else 'middle' end
	end`;
}
