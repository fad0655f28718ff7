import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { rows } from '#platform/db/rows.ts';
import { seriesFrom } from '../surveys/series.ts';
import { scaleOf } from '../surveys/survey.ts';
import { feelingSql } from './feeling-sql.server.ts';
import { feelingIn } from './loyalty.ts';

test('the database groups every score of every scale as the product does', async ({ db }) => {
	for (const id of ['nps:relationship', 'csat:onboarding', 'ces:support', 'ces-reversed:support']) {
		const series = seriesFrom(id);
		const { lowest, highest } = scaleOf[series.metric];
		const groups = await rows<{ score: number; feeling: string }>(
			db,
			sql`
				select score, ${feelingSql(sql`${id}::text`, sql`score`)} as "feeling"
				from generate_series(${lowest}::int, ${highest}::int) score
			`
		);
		expect(groups).toHaveLength(highest - lowest + 1);
		for (const { score, feeling } of groups)
			expect([id, score, feeling]).toEqual([id, score, feelingIn(series, score)]);
	}
});
