import { expect } from 'vitest';
import { givenCustomer, givenInvitation, givenResponse } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import { refreshKeptSums } from '#domain/money/server.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { notKnown, scopeFromUrl } from '#domain/scope/scope.ts';
import { readStatementsAhead, worthInScope } from './money.server.ts';
import { choicesOf, readingAhead } from './read-ahead.server.ts';
import { remembered } from './remembered.server.ts';
import { latestWeek } from './review.server.ts';

const day = 86_400_000;

test('the latest week is read before anybody asks for it, again after the sums have changed, and never without data', async ({
	db
}) => {
	const readAhead = readingAhead(db);
	await readAhead();

	const refresh = () => refreshKeptSums(db, 'everything', { zone: 'UTC', now: () => new Date() });
	const answered = async () => {
		const customerId = await givenCustomer(db, { plan: 'Basic' });
		await givenInvitation(db, { customerId, sentAt: new Date(Date.now() - 40 * day) });
		await givenResponse(db, { customerId, respondedAt: new Date(Date.now() - 39 * day) });
	};
	await answered();
	await refresh();
	await readAhead();

	const reading = { db, organisation: await organisationOf(db) };
	const basic = scopeFromUrl(await latestWeek({ locals: reading }), new URLSearchParams('plan=Basic'));
	const responseRate = async () => {
		const worth = await worthInScope(reading, basic, await seriesInScope(db, basic));
		return worth!.statements.responseRate.estimate;
	};
	const found = (await seriesInScope(db, basic))!;
	await db.execute('savepoint kept');
	await db.execute('delete from asked_cell');
	expect(await responseRate()).toMatchObject({ reason: 'only 1 invitation arrived: too few for a share' });
	// A choice of two is there as well, and stays however much is asked for in between.
	const basicNowhere = { ...basic, region: notKnown };
	const read = await readStatementsAhead(reading, basicNowhere, found);
	expect(read.responseRate.estimate).toMatchObject({ reason: 'only 1 invitation arrived: too few for a share' });
	for (let i = 0; i < 500; i++) await remembered(`another ${i}`, async () => i);
	expect(await readStatementsAhead(reading, basicNowhere, found)).toBe(read);
	await db.execute('rollback to savepoint kept');

	await answered();
	await refresh();
	await readAhead();
	expect(await responseRate()).toMatchObject({ reason: 'only 2 invitations arrived: too few for a share' });
});

test('every choice that holds anybody is read ahead, those of fewer filters first', () => {
	const everybody = scopeFromUrl('2026-W20', new URLSearchParams());
	const customers = [
		{ segment: 'Team', region: 'EMEA', plan: '', customers: 3 },
		{ segment: 'Team', region: 'Asia', plan: '', customers: 1 },
		{ segment: 'Free', region: 'EMEA', plan: '', customers: 2 }
	];
	const read = choicesOf(customers, everybody).map(({ segment, region, plan }) =>
		[segment, region, plan].filter((value) => value !== null).join(' ')
	);
	expect(read.slice(0, 6)).toEqual(['', '-', 'EMEA', 'Asia', 'Team', 'Free']);
	expect(read).toContain('Free EMEA -');
	expect(read).not.toContain('Free Asia');
	expect(read).toHaveLength(2 * (1 + 2 + 2 + 3));
});
