import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { addDays } from '../scope/calendar.ts';
import { seriesFrom } from '../surveys/series.ts';
import { judgedTogether } from './movement/judge.ts';
import { selectScoreCounts } from './queries/read.server.ts';
import { loyaltyFigure } from './server.ts';

const nps = seriesFrom('nps:relationship');
/** The last week of the data: it ends on Sunday 1 February 2026. */
const scope = { week: '2026-W05', segment: null, region: null, plan: null, survey: null };
const monday = '2026-01-26';

/** So many promoters and detractors of a segment, in a week counted back from the last. */
async function givenAnswers(db: Db, segment: string, weeksAgo: number, promoters: number, detractors: number) {
	const respondedAt = new Date(`${addDays(monday, -7 * weeksAgo)}T12:00:00Z`);
	for (let i = 0; i < promoters + detractors; i++) {
		const customerId = await givenCustomer(db, { segment });
		await givenResponse(db, { customerId, score: i < promoters ? 10 : 2, respondedAt });
	}
}

const movement = async (db: Db, knownThrough = '2026-02-01') => {
	await givenRefreshed(db);
	return judgedTogether([await loyaltyFigure(db, scope, nps, knownThrough)])[0].movement!;
};

describe('the loyalty figure', () => {
	test('that falls inside every segment is a signal, told against the thirteen weeks before', async ({ db }) => {
		for (const segment of ['Solo', 'Team']) {
			await givenAnswers(db, segment, 20, 40, 10);
			await givenAnswers(db, segment, 5, 20, 30);
		}
		await givenAnswers(db, 'Team', 1, 1, 1);
		expect(await movement(db)).toMatchObject({ verdict: 'signal', direction: -1, since: 'the 13 weeks before' });
	});

	test('that only falls because others answered is mix', async ({ db }) => {
		await givenAnswers(db, 'Team', 20, 72, 8);
		await givenAnswers(db, 'Solo', 20, 10, 10);
		await givenAnswers(db, 'Team', 5, 18, 2);
		await givenAnswers(db, 'Solo', 5, 40, 40);
		expect(await movement(db)).toMatchObject({
			verdict: 'mix',
			because: 'who answered changed, not how they feel'
		});
	});

	test('is not judged by a week that still runs', async ({ db }) => {
		await givenAnswers(db, 'Team', 20, 40, 10);
		await givenAnswers(db, 'Team', 5, 40, 10);
		await givenAnswers(db, 'Team', 0, 0, 60);
		expect(await movement(db, '2026-01-31')).toMatchObject({ verdict: 'noise', judged: 'week 4' });
		expect(await movement(db, '2026-02-01')).toMatchObject({ verdict: 'signal', judged: null });
	});

	test('without anything before it says so', async ({ db }) => {
		await givenAnswers(db, 'Team', 2, 15, 5);
		expect(await movement(db)).toMatchObject({ verdict: 'too little data' });
	});

	test('tells the query it was counted by, its values written in', async ({ db }) => {
		await givenAnswers(db, 'Team', 2, 15, 5);
		await givenRefreshed(db);
		const { source, period } = await loyaltyFigure(db, { ...scope, segment: "O'Hare" }, nps, '2026-02-01');
		expect(period).toEqual({ from: '2025-11-03', to: '2026-02-01' });
		expect(source).toBe(
			[
				'select as_of::text as "asOf", score, sum(answers)::int as "answers"',
				'from loyalty_cell',
				"where span = 'thirteen weeks' and series = 'nps:relationship' and as_of between '2026-01-26' and '2026-01-26' and \"segment\" = 'O''Hare'",
				'group by as_of, score',
				'order by as_of, score'
			].join('\n')
		);
	});
});

test('a week counts the latest answer of each contact in it, and of a touchpoint every one', async ({ db }) => {
	const customerId = await givenCustomer(db);
	for (const [score, day] of [
		[2, '26'],
		[9, '28']
	] as const)
		await givenResponse(db, { customerId, score, respondedAt: new Date(`2026-01-${day}T12:00:00Z`) });
	const survey = { name: 'Support', kind: 'transactional', metric: 'csat', touchpoint: 'support' } as const;
	for (const day of ['26', '28'])
		await givenResponse(db, { customerId, survey, score: 4, respondedAt: new Date(`2026-01-${day}T12:00:00Z`) });
	await givenRefreshed(db);

	const week = { span: 'week', from: monday, to: monday } as const;
	expect(await selectScoreCounts(db, scope, nps.id, week)).toEqual([{ asOf: monday, score: 9, answers: 1 }]);
	expect(await selectScoreCounts(db, scope, 'csat:support', week)).toEqual([{ asOf: monday, score: 4, answers: 2 }]);
});
