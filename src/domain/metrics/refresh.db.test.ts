import { expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import { selectScoreCounts } from './queries/read.server.ts';

const everybody = { week: '2026-W02', segment: null, region: null, plan: null, survey: null };
const series = 'nps:relationship';
const thirteen = (week: string) => ({ span: 'thirteen weeks', from: week, to: week }) as const;
const at = (day: string) => new Date(`${day}T12:00:00Z`);

test('an answer counts for thirteen weeks, the week it was given included', async ({ db }) => {
	await givenResponse(db, { score: 10, respondedAt: at('2026-01-07') });
	await givenRefreshed(db);

	const weeks = await selectScoreCounts(db, everybody, series, {
		span: 'thirteen weeks',
		from: '2025-12-01',
		to: '2026-12-01'
	});
	expect(weeks.map(({ asOf }) => asOf)).toHaveLength(13);
	expect(weeks[0]).toEqual({ asOf: '2026-01-05', score: 10, answers: 1 });
	expect(weeks[12].asOf).toBe('2026-03-30');
});

test('a contact who answers the relationship survey again is counted with the later answer only', async ({ db }) => {
	const customerId = await givenCustomer(db);
	await givenResponse(db, { customerId, score: 2, respondedAt: at('2026-01-07') });
	await givenResponse(db, { customerId, score: 9, respondedAt: at('2026-02-18') });
	await givenRefreshed(db);

	expect(await selectScoreCounts(db, everybody, series, thirteen('2026-02-09'))).toEqual([
		{ asOf: '2026-02-09', score: 2, answers: 1 }
	]);
	expect(await selectScoreCounts(db, everybody, series, thirteen('2026-02-16'))).toEqual([
		{ asOf: '2026-02-16', score: 9, answers: 1 }
	]);
});

test('a transactional survey counts each answer', async ({ db }) => {
	const customerId = await givenCustomer(db);
	const survey = { name: 'Support', kind: 'transactional', metric: 'csat', touchpoint: 'support' } as const;
	await givenResponse(db, { customerId, survey, score: 1, respondedAt: at('2026-01-07') });
	await givenResponse(db, { customerId, survey, score: 5, respondedAt: at('2026-01-08') });
	await givenRefreshed(db);

	const january = { span: 'month', from: '2026-01-01', to: '2026-01-01' } as const;
	expect(await selectScoreCounts(db, everybody, 'csat:support', january)).toEqual([
		{ asOf: '2026-01-01', score: 1, answers: 1 },
		{ asOf: '2026-01-01', score: 5, answers: 1 }
	]);
});

test('a Sunday evening in London already belongs to Monday in Auckland', async ({ db }) => {
	await givenResponse(db, { score: 10, respondedAt: new Date('2026-01-11T20:00:00Z') });
	await givenRefreshed(db, 'Pacific/Auckland');

	expect(await selectScoreCounts(db, everybody, series, thirteen('2026-01-05'))).toEqual([]);
	expect(await selectScoreCounts(db, everybody, series, thirteen('2026-01-12'))).toHaveLength(1);
});

test('words without a score are counted apart', async ({ db }) => {
	await givenResponse(db, { score: null, comment: 'Thank you.' });
	await givenRefreshed(db);

	expect(await selectScoreCounts(db, everybody, series, thirteen('2026-01-05'))).toEqual([
		{ asOf: '2026-01-05', score: -1, answers: 1 }
	]);
});

test('customers of whom no file has said a segment can be asked for', async ({ db }) => {
	await givenResponse(db, { customerId: await givenCustomer(db, { segment: 'Team' }), score: 1 });
	await givenResponse(db, { score: 7 });
	await givenRefreshed(db);

	const inSegment = (segment: string) =>
		selectScoreCounts(db, { ...everybody, segment }, series, thirteen('2026-01-05'));
	expect(await inSegment('Team')).toMatchObject([{ score: 1 }]);
	expect(await inSegment('-')).toMatchObject([{ score: 7 }]);
});
