import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { givenCustomer, givenInvitation, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { seededRandom } from '#stats/random.ts';
import type { Figure } from '../metrics/figure.ts';
import { feelings } from '../metrics/groups.ts';
import { selectScoreCounts } from '../metrics/queries/read.server.ts';
import { selectBuyers, selectContractMoves } from '../money/queries/lifetime.server.ts';
import { selectPricedAnswers } from '../money/queries/price.server.ts';
import { deeds } from '../money/said-versus-did.ts';
import { moneyStatements, valueCustomers, whatToFixFirst, whichThemesFirst, yearFigures } from '../money/server.ts';
import { stakeThemes } from '../money/fix-first/themes-first.server.ts';
import { selectThemeSums } from '../money/fix-first/theme-queries.server.ts';
import { addDays, addMonths, monthOf } from '../scope/calendar.ts';
import { seriesFrom } from '../surveys/series.ts';
import { feed } from '../voice/server.ts';
import { makeTheme } from '../voice/themes/server.ts';
import { behindOf } from './behind-figures.ts';
import { feedScope, nothingPicked } from './picked.ts';
import type { Picked } from './picked.ts';

const scope = { week: '2026-W48', segment: null, region: null, plan: null, survey: null };
const series = seriesFrom('nps:relationship');
const booksEnd = '2026-11-30';

/** A customer who paid 10.00 a month until November 2025, and from then on as much as said. */
async function givenWho(db: Db, name: string, { score, after }: { score: number; after: number }) {
	const customerId = await givenCustomer(db, { name });
	const paid = (servedFrom: string, servedTo: string, amountMinor: number) =>
		givenRevenue(db, { customerId, kind: 'recurring', bookedOn: servedFrom, servedFrom, servedTo, amountMinor });
	await paid('2025-01-01', '2025-11-01', 100_00);
	if (after > 0) await paid('2025-11-01', '2026-11-01', 12 * after);
	await givenResponse(db, { customerId, score, comment: name, respondedAt: new Date('2025-06-15T12:00:00Z') });
	return customerId;
}

test('a share of those who did something leads to exactly their words', async ({ db }) => {
	await givenWho(db, 'happy, left', { score: 10, after: 0 });
	await givenWho(db, 'happy, stayed', { score: 9, after: 10_00 });
	await givenWho(db, 'unhappy, grew', { score: 2, after: 30_00 });
	await givenWho(db, 'unhappy, shrank', { score: 3, after: 5_00 });
	// Who left as somebody unhappy had been happy a month before: which answer counts must not follow from what came after.
	const changed = await givenWho(db, 'once happy', { score: 10, after: 0 });
	const later = { customerId: changed, score: 1, respondedAt: new Date('2025-07-20T12:00:00Z') };
	await givenResponse(db, { ...later, comment: 'unhappy, left' });
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
	await givenRefreshed(db);

	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const { said } = await moneyStatements(db, scope, series, { revenueThrough: booksEnd, knownThrough: booksEnd });
	const words: Record<string, string[]> = {};
	for (const group of feelings)
		for (const did of deeds) {
			const pick = feedScope(scope, { ...nothingPicked, group, did }, series, {
				monday: '2026-11-23',
				month: said!.asOf
			});
			const { comments, counts } = await feed(db, pick, reading);
			words[`${group} ${did}`] = comments.map(({ comment }) => comment!);
			expect(counts.matching).toBe(said!.groups.find(({ feeling }) => feeling === group)![did].count);
		}
	expect(words).toEqual({
		'high left': ['once happy', 'happy, left'],
		'high shrank': [],
		'high grew': [],
		'middle left': [],
		'middle shrank': [],
		'middle grew': [],
		'low left': [],
		'low shrank': ['unhappy, shrank'],
		'low grew': ['unhappy, grew']
	});
});

test('a line of the growth statement leads to all that its customers wrote in its two years', async ({ db }) => {
	await givenWho(db, 'lost', { score: 9, after: 0 });
	await givenWho(db, 'shrank', { score: 3, after: 5_00 });
	await givenWho(db, 'grew', { score: 2, after: 30_00 });
	const came = await givenCustomer(db, { name: 'new', cameBy: 'recommended', startedOn: '2026-01-01' });
	await givenRevenue(db, { customerId: came, bookedOn: '2026-02-10', amountMinor: 7_00 });
	await givenResponse(db, { customerId: came, comment: 'new', respondedAt: new Date('2026-03-15T12:00:00Z') });
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
	await givenRefreshed(db);

	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const { growth } = await moneyStatements(db, scope, series, { revenueThrough: booksEnd, knownThrough: booksEnd });
	const asOf = '2026-11-01';
	for (const { row, customers } of growth.lines) {
		if (!row) continue;
		const pick = feedScope(scope, { ...nothingPicked, moved: row }, series, { monday: '2026-11-23', month: asOf });
		const { comments, counts } = await feed(db, pick, reading);
		const own = comments.map(({ comment }) => comment);
		if (['lost', 'shrank', 'grew'].includes(row)) expect([own, customers]).toEqual([[row], 1]);
		else if (row === 'new-recommended') expect([own, counts.matching, customers]).toEqual([['new'], 1, 1]);
		else expect(own).toEqual([]);
	}
});

/** Some dozens of customers by chance: subscribers, buyers and who paid back, with words at any time, or none. */
async function givenByChance(db: Db, random: () => number, many = 36) {
	const day = (most: number) => addDays('2024-06-01', Math.floor(random() * most));
	const touchpoint = { name: 'Support', kind: 'transactional', metric: 'nps', touchpoint: 'support' } as const;
	for (let i = 0; i < many; i++) {
		const cameBy = (['recommended', 'bought', 'unknown'] as const)[Math.floor(i / 3) % 3];
		const customerId = await givenCustomer(db, { segment: ['Team', 'Solo', undefined][i % 3], cameBy });
		for (let lines = Math.floor(random() * 4); lines > 0; lines--) {
			const [bookedOn, kind] = [day(890), i % 3 === 0 ? 'one-time' : random() < 0.85 ? 'recurring' : 'refund'] as const;
			const servedTo = kind === 'recurring' ? addMonths(bookedOn, [1, 6, 12][lines % 3]) : addDays(bookedOn, 1);
			const amountMinor = Math.floor(random() * 90_000 + 100) * (kind === 'refund' ? -1 : 1);
			await givenRevenue(db, { customerId, kind, bookedOn, servedFrom: bookedOn, servedTo, amountMinor });
		}
		for (let answers = Math.floor(random() * 4); answers > 0; answers--) {
			const sourceInvitationId = `asked-${i}-${answers}`;
			const respondedAt = new Date(`${day(905)}T12:00:00Z`);
			const survey = answers === 1 ? touchpoint : undefined;
			if (answers === 2) await givenInvitation(db, { customerId, sourceInvitationId, sentAt: respondedAt });
			const score = Math.floor(random() * 11);
			const comment = answers % 2 === 1 ? 'The bill again.' : 'x';
			await givenResponse(db, { customerId, survey, score, comment, respondedAt, sourceInvitationId });
		}
	}
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
}

test('every figure and line leads to exactly those that it is counted from', async ({ db }) => {
	await givenByChance(db, seededRandom(4));
	await db.execute(sql`
		insert into customer_parent (customer_id, from_day, import_id, parent_id)
		select id, '-infinity', 1, parent_id
		from (select id, lag(id, 2) over (order by id) as parent_id, row_number() over (order by id) as place from customer) given
		where place % 5 = 0
	`);
	await givenRefreshed(db);
	await valueCustomers(db, { now: () => new Date('2026-12-01T06:00:00Z') });
	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const spoken = { monday: '2026-11-23', month: '2026-10-01' };
	const held = async (pick: Partial<Picked>) => {
		const { counts } = await feed(db, feedScope(scope, { ...nothingPicked, ...pick }, series, spoken), reading);
		return { customers: counts.holds!.accounts ?? counts.holds!.customers, words: counts.matching };
	};
	const customersOf = async (pick: Partial<Picked>) => (await held(pick)).customers;
	const through = { revenueThrough: booksEnd, knownThrough: booksEnd };
	const { retention, growth, coverage, atRisk, byGroup, responseRate } = await moneyStatements(
		db,
		scope,
		series,
		through
	);
	const n = ({ estimate }: Figure) => (estimate.status === 'ok' ? estimate.n : 0);
	const part = ({ estimate }: Figure) => (estimate.status === 'ok' ? Math.round(estimate.n * estimate.value) : 0);

	const thirteenWeeks = { span: 'thirteen weeks', from: spoken.monday, to: spoken.monday } as const;
	const scores = (await selectScoreCounts(db, scope, series.id, thirteenWeeks)).filter(({ score }) => score >= 0);
	expect((await held({ behind: behindOf('nps') })).words).toBe(scores.reduce((all, { answers }) => all + answers, 0));
	expect((await held({ behind: behindOf('response_rate') })).words).toBe(part(responseRate));
	const asked = (figure: Figure) => customersOf({ behind: behindOf(figure.definition.id) });
	for (const figure of [retention.retained, retention.gross, growth.figure, atRisk.exposed, atRisk.silent])
		expect([figure.definition.id, await asked(figure)]).toEqual([figure.definition.id, n(figure)]);
	expect(retention.accounts).toBe('together');
	expect(await asked(retention.kept)).toBe(part(retention.kept));
	expect(await asked(retention.lost)).toBe(part(retention.lost));
	expect(await asked(coverage.customers)).toBe(part(coverage.customers));
	expect(await asked(coverage.revenue)).toBe(part(coverage.customers));
	expect(await customersOf({ behind: 'last-high' })).toBe(n(byGroup.high));
	expect(await customersOf({ behind: 'last-middle' })).toBe(n(byGroup.middle));
	const year = await yearFigures(db, scope, booksEnd);
	expect(await asked(year.revenue)).toBe(n(year.revenue));

	// An answer there may be the latest of a customer who pays nothing: then nothing is exposed.
	const fix = await whatToFixFirst(db, scope, booksEnd);
	for (const { series: touchpoint, exposed } of fix!.touchpoints)
		expect(await customersOf({ behind: 'low-there', touchpoint })).toBe(exposed.n);
	const priced = await selectPricedAnswers(db, { scope, series: series.id, asOf: spoken.month, every: 1 });
	const counted = priced.filter(({ perYear, before }) => perYear > 0 || before <= 0);
	expect((await held({ behind: 'priced' })).words).toBe(counted.length);
	expect((await held({ behind: 'priced', score: 9 })).words).toBe(counted.filter(({ score }) => score === 9).length);

	const days = { before: '2025-10-31', now: '2026-10-31' };
	const sum = (moves: { customers: number }[]) => moves.reduce((all, { customers }) => all + customers, 0);
	const moves = await selectContractMoves(db, days);
	const [wasThere, isThere] = [moves.filter((m) => m.ageBefore !== null), moves.filter((m) => m.ageNow !== null)];
	const stayed = isThere.filter((m) => m.ageBefore !== null);
	const worth = async () => [
		...[await customersOf({ behind: 'worth-then' }), await customersOf({ behind: 'worth-added' })],
		...[await customersOf({ behind: 'worth-lost' }), await customersOf({ behind: 'worth-now' })]
	];
	const [then, now, both] = [sum(wasThere), sum(isThere), sum(stayed)];
	expect(await worth()).toEqual([then, now - both, then - both, now]);
	const [grew, shrank] = [await customersOf({ behind: 'worth-grew' }), await customersOf({ behind: 'worth-shrank' })];
	expect(grew + shrank).toBeLessThanOrEqual(both);

	await db.execute(sql`update valuation set basis = 'purchases'`);
	const bought = async (day: string) =>
		(await selectBuyers(db, day)).flatMap(({ customerId, pays, frequency, meanSpend }) =>
			pays && (frequency === 0 || meanSpend > 0) ? [customerId] : []
		);
	const [first, last] = [await bought(days.before), await bought(days.now)];
	const inBoth = first.filter((id) => last.includes(id)).length;
	expect(await worth()).toEqual([first.length, last.length - inBoth, first.length - inBoth, last.length]);
	expect(
		[then, now, first.length, last.length, part(retention.lost), n(atRisk.exposed)].every((some) => some > 0)
	).toBe(true);
});

test('a month of a group leads to those who were of it at its end', async ({ db }) => {
	await givenByChance(db, seededRandom(5));
	await givenRefreshed(db);
	const reading = { zone: 'UTC', reader: await givenPerson(db) };
	const through = { revenueThrough: booksEnd, knownThrough: booksEnd };
	const { byGroup } = await moneyStatements(db, scope, series, through);
	for (const { month, ...paid } of byGroup.months.slice(-4))
		for (const group of ['high', 'middle', 'low', 'silent'] as const) {
			const behind = group === 'silent' ? group : (`last-${group}` as const);
			const pick = feedScope(scope, { ...nothingPicked, behind, month }, series, { monday: '2026-11-23', month });
			const { counts } = await feed(db, pick, reading);
			expect([month, group, counts.holds!.customers > 0]).toEqual([month, group, paid[group] > 0]);
		}
});

type Answer = { id: number; customer: number; day: string; score: number; comment: string };
type Step = { customer: number; from: string; to: string; minor: number };

test('what is at stake by theme is counted as from raw rows, and leads to the answers by which it is exposed', async ({
	db
}) => {
	await givenByChance(db, seededRandom(6), 60);
	await givenRefreshed(db);
	const by = await givenPerson(db);
	const now = () => new Date('2026-12-01T06:00:00Z');
	const id = await makeTheme(db, { name: 'Bills', rules: [{ language: '', text: 'bill*' }] }, { by, now: now() });
	expect(await whichThemesFirst(db, scope, booksEnd)).toBeNull();
	await stakeThemes(db, { now });
	const month = '2026-10-01';
	const sums = await selectThemeSums(db, scope, month);

	const answers = await rows<Answer>(
		db,
		sql`
			select id::int as "id", customer_id as "customer", responded_at::date::text as "day", score, comment
			from response order by responded_at, id
		`
	);
	const steps = await rows<Step>(
		db,
		sql`select customer_id as "customer", from_day::text as "from", to_day::text as "to", per_year_minor as "minor" from yearly_revenue`
	);
	const paid = (customer: number, day: string) =>
		steps.find((s) => s.customer === customer && s.from <= day && (s.to === 'infinity' || s.to > day))?.minor ?? 0;
	const inMonths = (first: number, last: number) => (one: Answer) =>
		monthOf(one.day) >= addMonths(month, first) && monthOf(one.day) <= addMonths(month, last);
	const ofEach = (all: Answer[]) => [...Map.groupBy(all, ({ customer }) => customer).values()];
	const bills = answers.filter(({ comment }) => comment.includes('bill'));
	const followed = (all: Answer[], isFelt: (score: number) => boolean) =>
		ofEach(all.filter(inMonths(-23, -12)))
			.map(([first]) => first)
			.filter(({ score, customer, day }) => isFelt(score) && paid(customer, day) > 0);
	const isLost = ({ customer, day }: Answer) => paid(customer, addMonths(day, 12)) <= 0;
	const low = followed(bills, (score) => score <= 6);
	const high = followed(answers, (score) => score >= 9).filter((one) => !low.some((l) => l.customer === one.customer));
	const exposed = ofEach(bills.filter(inMonths(-11, 0)))
		.map((all) => all.at(-1)!)
		.filter(({ score, customer }) => score <= 6 && paid(customer, '2026-10-31') > 0);
	const total = (feeling: string, of: 'followed' | 'lost' | 'paying' | 'revenue') =>
		sums.filter((sum) => sum.feeling === feeling).reduce((all, sum) => all + sum[of], 0);
	expect([total('low', 'followed'), total('low', 'lost')]).toEqual([low.length, low.filter(isLost).length]);
	expect([total('high', 'followed'), total('high', 'lost')]).toEqual([high.length, high.filter(isLost).length]);
	expect([total('low', 'paying'), total('low', 'revenue')]).toEqual([
		exposed.length,
		exposed.reduce((all, { customer }) => all + paid(customer, '2026-10-31'), 0)
	]);
	expect(Math.min(low.length, high.length, exposed.length)).toBeGreaterThan(0);

	const pick = { ...nothingPicked, behind: 'low-there', touchpoint: `theme:${id}` } as const;
	const spoken = { monday: '2026-11-23', month };
	const { counts } = await feed(db, feedScope(scope, pick, series, spoken), { zone: 'UTC', reader: by });
	expect(counts.matching).toBe(exposed.length);
	expect(await whichThemesFirst(db, scope, booksEnd)).toMatchObject({
		names: { [`theme:${id}`]: 'Bills' },
		unchecked: [`theme:${id}`],
		isInUse: true,
		isStale: false
	});
});
