import { expect, vi } from 'vitest';
import { givenCustomer, givenInvitation, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import { priceFor, refreshKeptSums, whatIsKnown } from '#domain/money/server.ts';
import { revenueByGroupOption } from '#domain/money/view/revenue-by-group-option.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { addMonths } from '#domain/scope/calendar.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { notKnown, scopeFromUrl } from '#domain/scope/scope.ts';
import { weekAfter } from '#domain/scope/week.ts';
import { init } from '#ui/charts/echarts.ts';
import { onPage } from '#ui/charts/palette.ts';
import { serverSvg } from '#ui/charts/server-svg.ts';
import { readStatementsAhead, worthInScope } from './money.server.ts';
import { choicesOf, readingAhead } from './read-ahead.server.ts';
import { remembered } from './remembered.server.ts';
import { latestWeek } from './review.server.ts';

const day = 86_400_000;

/** Counts what is drawn. Of what all charts are made of: files of tests share modules, and may have drawn already. */
const chart = init(null, null, { renderer: 'svg', ssr: true, width: 1, height: 1 });
const drawings = vi.spyOn(Object.getPrototypeOf(chart) as typeof chart, 'renderToSVGString');
chart.dispose();
const drawnSoFar = () => drawings.mock.calls.length;

test('the latest week and the one before it are read before anybody asks for them, again after the sums have changed, and never without data', async ({
	db
}) => {
	const reading = readingAhead(db, (error) => {
		throw error;
	});
	const readAhead = async () => (await reading()).choices;
	await readAhead();

	const refresh = () => refreshKeptSums(db, 'everything', { zone: 'UTC', now: () => new Date() });
	const answered = async () => {
		const customerId = await givenCustomer(db, { plan: 'Basic' });
		// More than a week before the answer, so that the week before knows of it on whatever day this runs.
		await givenInvitation(db, { customerId, sentAt: new Date(Date.now() - 47 * day) });
		await givenResponse(db, { customerId, respondedAt: new Date(Date.now() - 39 * day) });
	};
	await answered();
	await refresh();
	await readAhead();

	const asked = { db, organisation: await organisationOf(db) };
	const basic = scopeFromUrl(await latestWeek({ locals: asked }), new URLSearchParams('plan=Basic'));
	const responseRate = async () => {
		const worth = await worthInScope(asked, basic, await seriesInScope(db, basic));
		return worth!.statements.responseRate.estimate;
	};
	const found = (await seriesInScope(db, basic))!;
	await db.execute('savepoint kept');
	await db.execute('delete from asked_cell');
	expect(await responseRate()).toMatchObject({ reason: 'only 1 invitation arrived: too few for a share' });
	// A choice of two is there as well, of the week before too, and stays however much is asked for in between.
	for (const week of [basic.week, weekAfter(basic.week, -1)]) {
		const basicNowhere = { ...basic, week, region: notKnown };
		const read = await readStatementsAhead(asked, basicNowhere, found);
		expect(read.responseRate.estimate).toMatchObject({ reason: 'only 1 invitation arrived: too few for a share' });
		for (let i = 0; i < 500; i++) await remembered(`another ${i}`, async () => i);
		expect(await readStatementsAhead(asked, basicNowhere, found)).toBe(read);
		// And so are its charts.
		const drawing = { currency: asked.organisation.reportingCurrency, palette: onPage, metric: found.series.metric };
		const drawnBefore = drawnSoFar();
		serverSvg(revenueByGroupOption(read.byGroup.months, drawing), { width: 480, height: 260 });
		expect(drawnSoFar()).toBe(drawnBefore);
	}
	await db.execute('rollback to savepoint kept');

	await answered();
	await refresh();
	await readAhead();
	expect(await responseRate()).toMatchObject({ reason: 'only 2 invitations arrived: too few for a share' });
});

test('the charts of a price are drawn once it has been worked out', async ({ db }) => {
	const today = dayIn(new Date(), 'UTC');
	const monthsAgo = (months: number) => addMonths(`${today.slice(0, 7)}-01`, -months);
	// Detractors leave after half a year, promoters stay.
	const kinds = [
		[3, 18],
		[8, 24],
		[10, 34]
	];
	// As many of either segment, who pay differently: the price of everybody is another one, with other charts.
	for (let i = 0; i < 72; i++) {
		const [score, months] = kinds[i % 3];
		const [segment, aMonth] = i < 36 ? ['Team', 10_00] : ['Solo', 20_00];
		const customerId = await givenCustomer(db, { segment, startedOn: monthsAgo(40) });
		const line = { customerId, kind: 'recurring', bookedOn: monthsAgo(34), servedFrom: monthsAgo(34) } as const;
		await givenRevenue(db, { ...line, servedTo: addMonths(line.servedFrom, months), amountMinor: months * aMonth });
		for (const back of [29, 21])
			await givenResponse(db, { customerId, score, respondedAt: new Date(`${monthsAgo(back)}T12:00:00Z`) });
	}
	const { customerId } = await givenResponse(db, { respondedAt: new Date(Date.now() - day) });
	await givenRevenue(db, { customerId, bookedOn: today });
	await refreshKeptSums(db, 'everything', { zone: 'UTC', now: () => new Date() });

	const everybody = scopeFromUrl(
		await latestWeek({ locals: { db, organisation: await organisationOf(db) } }),
		new URLSearchParams()
	);
	const { series } = (await seriesInScope(db, everybody))!;
	const { revenueThrough } = (await whatIsKnown(db))!;
	const workOut = (segment: string | null) => priceFor(db, { ...everybody, segment }, series, revenueThrough);
	expect((await workOut(null)).price).toMatchObject({ status: 'ok' });

	const reading = readingAhead(db, (error) => {
		throw error;
	});
	const drawnNow = async () => {
		await (
			await reading()
		).choices;
		return drawnSoFar();
	};
	const before = await drawnNow();
	expect(await drawnNow()).toBe(before);
	expect((await workOut('Team')).price).toMatchObject({ status: 'ok' });
	expect(await drawnNow()).toBeGreaterThan(before);
});

test('what could not be read is read the next time', async ({ db }) => {
	const customerId = await givenCustomer(db, {});
	await givenResponse(db, { customerId });
	await refreshKeptSums(db, 'everything', { zone: 'UTC', now: () => new Date() });
	const reading = readingAhead(db, (error) => {
		throw error;
	});
	await db.execute('savepoint whole');
	await db.execute('alter table asked_cell rename to asked_elsewhere');
	await expect(reading()).rejects.toThrow();
	await db.execute('rollback to savepoint whole');
	const before = drawnSoFar();
	await (
		await reading()
	).choices;
	expect(drawnSoFar()).toBeGreaterThan(before);
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
