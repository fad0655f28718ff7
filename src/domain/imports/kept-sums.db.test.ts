import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect } from 'vitest';
import { cloneOfTemplate, test } from '#tests/db/test.ts';
import { importText, now } from '#tests/factories/imports.ts';
import { givenRates } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { asFiles, companyOfCurrencies, randomCompany } from '#tests/factories/random-company.ts';
import type { RandomCompany } from '#tests/factories/random-company.ts';
import { connect } from '#platform/db/connect.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { feelingOf } from '../metrics/groups.ts';
import { addRepeated } from '../metrics/loyalty.ts';
import { selectRepeated, selectRepeatedAsked, selectScoreCounts } from '../metrics/queries/read.server.ts';
import { selectRetention } from '../money/queries/read-retention.server.ts';
import { selectOutcomes, selectRevenueMonths } from '../money/queries/read.server.ts';
import { coverageStates } from '../money/coverage.ts';
import { feelingStates } from '../money/feeling-state.ts';
import { growthTotals } from '../money/earned-growth.ts';
import { growthStatementLines } from '../money/growth-statement.ts';
import type { StatementLine } from '../money/growth-statement.ts';
import { selectCoverage, selectDid, selectFeelings } from '../money/queries/read-heard.server.ts';
import { addDid } from '../money/said-versus-did.ts';
import { selectGrowth } from '../money/queries/read-growth.server.ts';
import { moneyStatements, refreshKeptSums } from '../money/server.ts';
import { addDays, addMonths, daysBetween, monthOf } from '../scope/calendar.ts';
import { keepingCells } from '../scope/server.ts';
import { weekOf } from '../scope/week.ts';
import { seriesFrom } from '../surveys/series.ts';
import { makeReady, settleRate, undoImport } from './server.ts';

const kept = [
	'loyalty_cell',
	'repeated_answer_cell',
	'asked_cell',
	'repeated_invitation_cell',
	'retention_cell',
	'family_cell',
	'constant_cell',
	'family_constant_cell',
	'currency_step',
	'base_rate',
	'day_rate',
	'currency_month',
	'answer_currency',
	'customer_account',
	'revenue_cell',
	'value_cell',
	'growth_cell',
	'outcome_cell',
	'coverage_cell',
	'feeling_cell',
	'paid_term',
	'staying_cell',
	'touchpoint_answer',
	'touchpoint_cell',
	'customer_standing',
	'customer_month',
	'answer_outcome',
	'yearly_revenue',
	'counted_answer',
	'counted_invitation'
];

const keptSums = async (db: Db) => {
	const all: Record<string, string[]> = {};
	for (const table of kept)
		all[table] = (
			await rows<{ row: string }>(db, sql`select to_jsonb(t)::text as "row" from ${sql.identifier(table)} t order by 1`)
		).map(({ row }) => row);
	return all;
};

class ThrownAway extends Error {}

/** Runs one example in a transaction of its own, so that the next one starts from nothing. */
const apart = (db: Db, example: (db: Db) => Promise<void>) =>
	db
		.transaction(async (tx) => {
			await example(tx);
			throw new ThrownAway();
		})
		.catch((error: unknown) => {
			if (!(error instanceof ThrownAway)) throw error;
		});

const examples = { numRuns: 8, interruptAfterTimeLimit: 25_000 };
/** In the first half nobody has a parent of their own yet, where somebody has one in the second: then that is dated. */
const halves = ({ customers, answers, lines, silent }: RandomCompany): [RandomCompany, RandomCompany] => [
	{
		customers: customers.map((one, i) => (i % 2 === 0 ? one : { ...one, parent: null })),
		answers: answers.filter((_, i) => i % 2 === 0),
		lines: lines.filter((_, i) => i % 3 !== 0),
		silent: silent.filter((_, i) => i % 2 === 0)
	},
	{
		customers,
		answers: answers.filter((_, i) => i % 2 === 1),
		lines: lines.filter((_, i) => i % 3 === 0),
		silent: silent.filter((_, i) => i % 2 === 1)
	}
];

/** Told when some have paid and answered already. */
const lateRate = { currency: 'EUR', fromDay: '2024-09-11', reportingPerUnit: '1.7' };

test(
	'what imports and rates bring up to date piece by piece is what a fresh start counts',
	{ timeout: 90_000 },
	async ({ db }) => {
		await fc.assert(
			fc.asyncProperty(companyOfCurrencies, (company) =>
				apart(db, async (tx) => {
					const [first, second] = halves(company);
					await givenRates(tx, company.rates);
					await importText(tx, asFiles(first));
					const by = await givenPerson(tx, { role: 'administrator' });
					await settleRate(tx, lateRate, { by, now });
					// File by file: only customers, then only answers, then only revenue.
					for (const [name, text] of Object.entries(asFiles(second))) await importText(tx, { [name]: text });
					await settleRate(tx, { ...lateRate, reportingPerUnit: '0.9' }, { by, now });
					// A rate of a currency in which nobody pays waits for the next refresh.
					await refreshKeptSums(tx, { customers: [] }, { zone: 'UTC', now });
					const piecewise = await keptSums(tx);
					await refreshKeptSums(tx, 'everything', { zone: 'UTC', now });
					expect(piecewise).toEqual(await keptSums(tx));
				})
			),
			examples
		);
	}
);

test('an import of nothing but invitations is counted', async ({ db }) => {
	const asked = {
		'asked.csv':
			'response_id,customer_id,survey,survey_kind,metric,sent_at\nR1,C1,Relationship,relationship,nps,2026-01-05T09:00:00Z\n'
	};
	const some = (from: number) =>
		`customer_id,segment,started_on\n${[0, 1, 2].map((i) => `C${from + i},Team,2023-12-01`).join('\n')}\n`;
	await importText(db, { 'customers.csv': some(1) });
	await importText(db, asked);
	const piecewise = await keptSums(db);
	expect(piecewise.asked_cell).toHaveLength(1);
	await refreshKeptSums(db, 'everything', { zone: 'UTC', now });
	expect(piecewise).toEqual(await keptSums(db));
});

test('a start counts what a crash left half counted, as an import would have', async () => {
	const { url } = await cloneOfTemplate();
	const { db, close } = connect(url, { connections: 3 });
	const company = fc
		.sample(companyOfCurrencies, { numRuns: 200, seed: 24 })
		.find(
			({ customers, lines, silent, rates }) =>
				lines.length > 9 && silent.length > 9 && rates.length > 3 && customers.some(({ parent }) => parent)
		)!;
	await givenRates(db, company.rates);
	await importText(db, asFiles(company));
	const counted = await keptSums(db);
	for (const table of ['value_cell', 'constant_cell', 'family_constant_cell', 'repeated_invitation_cell'])
		expect(counted[table]).not.toEqual([]);

	await db.execute(sql`delete from refresh`);
	await db.execute(sql`delete from value_cell`);
	await db.execute(sql`update repeated_invitation_cell set pairs = pairs + 1`);
	await db.execute(sql`update revenue_cell set recurring_minor = recurring_minor + 1`);
	await db.execute(sql`delete from customer_month where customer_id % 3 = 0`);
	await makeReady(db, { demoCustomers: 500, now, say: expect.unreachable });
	expect(await keptSums(db)).toEqual(counted);
	await close();
});

test('an undone import leaves every sum as it was', { timeout: 90_000 }, async ({ db }) => {
	await fc.assert(
		fc.asyncProperty(companyOfCurrencies, (company) =>
			apart(db, async (tx) => {
				const [first, second] = halves(company);
				await givenRates(tx, company.rates);
				await importText(tx, asFiles(first));
				const before = await keptSums(tx);
				const { id } = await importText(tx, asFiles(second));
				await undoImport(tx, id, { by: null, now });
				// The second import's last day closed terms that now may run again: count from the raw rows to compare.
				await refreshKeptSums(tx, 'everything', { zone: 'UTC', now });
				expect(await keptSums(tx)).toEqual(before);
			})
		),
		examples
	);
});

test(
	'figures from kept sums are those counted from the raw rows, for every filter',
	{ timeout: 90_000 },
	async ({ db }) => {
		await fc.assert(
			fc.asyncProperty(
				randomCompany,
				fc.constantFrom(null, 'Team', 'Solo', '-'),
				fc.integer({ min: 0, max: 140 }),
				(company, segment, weeks) =>
					apart(db, async (tx) => {
						await importText(tx, asFiles(company));
						const monday = addDays('2024-01-01', 7 * weeks);
						const scope = { week: '', segment, region: null, plan: null, survey: null };
						const inScope = (key: string) => {
							const own = company.customers.find((customer) => customer.key === key)!.segment ?? '-';
							return segment === null || segment === own;
						};
						const span = { span: 'thirteen weeks', from: monday, to: monday } as const;
						expect(await selectScoreCounts(tx, scope, 'nps:relationship', span)).toEqual(
							rollingScores(company, monday, inScope)
						);
						expect(addRepeated(await selectRepeated(tx, scope, 'nps:relationship', span))).toEqual(
							repeatedFromRows(company, monday, inScope)
						);
						// Asked of these customers, and added up from what was asked of everybody.
						for (const reading of [tx, keepingAll(tx)]) {
							const askedAgain = await selectRepeatedAsked(reading, scope, 'nps:relationship', everyTenWeeks);
							expect(askedAgain.sort((a, b) => (a.asOf < b.asOf ? -1 : 1))).toEqual(
								everyTenWeeks.flatMap((week) => repeatedAskedFromRows(company, week, inScope) ?? [])
							);
							expect(await selectOutcomes(reading, scope, 'nps:relationship', monthOf(monday))).toEqual(
								outcomes(company, monthOf(monday), inScope)
							);
							expect(await selectRevenueMonths(reading, scope, { from: '2024-01-01', to: '2027-12-01' })).toEqual(
								revenueMonths(company, inScope)
							);
							const year = { from: monthOf(monday), to: monthOf(monday) };
							const growth = await selectGrowth(reading, scope, year);
							expect(growthTotals(growth)).toEqual(growthFromRows(company, monthOf(monday), inScope));
							expect(growthStatementLines(growth)).toSatisfy(reconciles);
							expect(await heard(reading, scope, monday)).toEqual(heardFromRows(company, monday, inScope));
							expect(await did(reading, scope, monthOf(monday))).toEqual(
								didFromRows(company, monthOf(monday), inScope)
							);
							const sunday = addDays(monday, 6);
							const apart = { ...scope, apart: true } as const;
							expect(await base(reading, apart, monday)).toEqual(baseFromRows(company, sunday, inScope, (key) => key));
							expect(await base(reading, scope, monday)).toEqual(
								baseFromRows(company, sunday, inScope, ultimate(company))
							);
						}
						const statements = (reading: Db) =>
							moneyStatements(reading, { ...scope, week: weekOf(monday) }, seriesFrom('nps:relationship'), {
								...{ revenueThrough: '2026-12-31', knownThrough: '2026-12-31' }
							});
						expect(await statements(keepingAll(tx))).toEqual(await statements(tx));
					})
			),
			examples
		);
	}
);

/** Somebody who asks for everybody once, and adds up from that. */
const keepingAll = (db: Db) => {
	const kept = new Map<string, unknown>();
	return keepingCells(db, async <Answer>(question: string, ask: () => Promise<Answer>) => {
		if (!kept.has(question)) kept.set(question, await ask());
		return kept.get(question) as Answer;
	});
};

/** From before anybody was asked to when nobody of them counts any more. */
const everyTenWeeks = Array.from({ length: 27 }, (_, i) => addDays('2023-12-04', 70 * i));

type InScope = (customer: string) => boolean;

/** Straight from the definition: answers of the thirteen weeks, the latest of each contact. */
function latestAnswers({ answers }: RandomCompany, monday: string, inScope: InScope) {
	const latest = new Map<string, { customer: string; day: string; id: number; score: number }>();
	for (const { id, customer, contact, survey, day, score } of answers) {
		if (survey !== 'Relationship' || !inScope(customer) || day < addDays(monday, -84) || day > addDays(monday, 6))
			continue;
		const known = latest.get(`${customer}/${contact}`);
		const number = Number(id.slice(1));
		if (!known || day > known.day || (day === known.day && number > known.id))
			latest.set(`${customer}/${contact}`, { customer, day, id: number, score });
	}
	return [...latest.values()];
}

function rollingScores(company: RandomCompany, monday: string, inScope: InScope) {
	const counts = new Map<number, number>();
	for (const { score } of latestAnswers(company, monday, inScope)) counts.set(score, (counts.get(score) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => a - b).map(([score, answers]) => ({ asOf: monday, score, answers }));
}

/** How much the answers of one customer have in common, answer by answer with each other one of theirs. */
function repeatedFromRows(company: RandomCompany, monday: string, inScope: InScope) {
	const sums = { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
	for (const own of Map.groupBy(latestAnswers(company, monday, inScope), ({ customer }) => customer).values()) {
		const codes = own.map(({ score }) => (score >= 9 ? 1 : score <= 6 ? -1 : 0));
		sums.repeats += codes.length - 1;
		for (const [i, one] of codes.entries()) {
			for (const other of codes.toSpliced(i, 1)) {
				sums.pairs++;
				sums.pairSums += other;
				sums.pairProducts += one * other;
			}
		}
	}
	return sums;
}

/** How much the invitations of one customer have in common, one by one with each other of theirs; null: nothing. */
function repeatedAskedFromRows({ answers, silent }: RandomCompany, asOf: string, inScope: InScope) {
	const arrived = [
		...answers.filter(({ sentOn }) => sentOn !== null).map((one) => ({ ...one, code: 1 })),
		...silent.filter(({ bounced }) => !bounced).map((one) => ({ ...one, code: 0 }))
	].filter(({ customer, survey }) => survey === 'Relationship' && inScope(customer));
	const yearTo = (monday: string) => ({ from: addDays(monday, -357), to: addDays(monday, 6) });
	const sums = { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
	const across = { acrossPairs: 0, acrossBefore: 0, acrossAfter: 0, acrossProducts: 0 };
	for (const own of Map.groupBy(arrived, ({ customer }) => customer).values()) {
		const [now, before] = [yearTo(asOf), yearTo(addDays(asOf, -364))].map(({ from, to }) =>
			own.filter(({ sentOn }) => sentOn! >= from && sentOn! <= to).map(({ code }) => code)
		);
		sums.repeats += Math.max(0, now.length - 1);
		for (const [i, one] of now.entries()) {
			for (const other of now.toSpliced(i, 1)) {
				sums.pairs++;
				sums.pairSums += other;
				sums.pairProducts += one * other;
			}
			for (const earlier of before) {
				across.acrossPairs++;
				across.acrossBefore += earlier;
				across.acrossAfter += one;
				across.acrossProducts += one * earlier;
			}
		}
	}
	return sums.repeats > 0 || across.acrossPairs > 0 ? { asOf, ...sums, ...across } : null;
}

/** Straight from the definition: each customer's first answer of the two years that can be followed, and what they paid after it. */
function outcomes({ answers, lines }: RandomCompany, month: string, inScope: InScope) {
	const sums = new Map<
		number,
		{ score: number; customers: number; withRevenue: number; revenue: number; revenueSquared: number }
	>();
	for (const customer of new Set(answers.map((answer) => answer.customer))) {
		const own = answers
			.filter(
				(answer) =>
					answer.customer === customer &&
					answer.survey === 'Relationship' &&
					monthOf(addMonths(answer.day, 12)) <= month &&
					addMonths(monthOf(addMonths(answer.day, 12)), 24) > month
			)
			.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.id.slice(1)) - Number(b.id.slice(1))));
		const first = own.at(0);
		if (!first || !inScope(customer)) continue;
		const revenue = roundHalfAway(
			paidAfter(
				lines.filter((line) => line.customer === customer),
				first.day
			)
		);
		const sum = sums.get(first.score) ?? {
			score: first.score,
			customers: 0,
			withRevenue: 0,
			revenue: 0,
			revenueSquared: 0
		};
		sums.set(first.score, {
			...sum,
			customers: sum.customers + 1,
			withRevenue: sum.withRevenue + (revenue === 0 ? 0 : 1),
			revenue: sum.revenue + revenue,
			revenueSquared: sum.revenueSquared + revenue ** 2
		});
	}
	return [...sums.values()].sort((a, b) => a.score - b.score);
}

function paidAfter(lines: RandomCompany['lines'], day: string): number {
	const [from, to] = [addDays(day, 1), addDays(addMonths(day, 12), 1)];
	return lines.reduce((sum, { minor, servedFrom, servedUntil }) => {
		const servedTo = addDays(servedUntil, 1);
		const days = Math.max(0, daysBetween(servedFrom > from ? servedFrom : from, servedTo < to ? servedTo : to));
		return sum + (minor * days) / daysBetween(servedFrom, servedTo);
	}, 0);
}

const roundHalfAway = (value: number) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9) || 0;

/** Straight from the definition: each line over the days it serves, refunds on the day they were booked. */
function revenueMonths({ lines }: RandomCompany, inScope: InScope) {
	const months = new Map<string, { month: string; recurring: number; oneTime: number; givenBack: number }>();
	for (const { customer, kind, minor, bookedOn, servedFrom, servedUntil } of lines) {
		if (!inScope(customer)) continue;
		const from = kind === 'refund' ? bookedOn : servedFrom;
		const to = addDays(kind === 'refund' ? bookedOn : servedUntil, 1);
		let told = 0;
		for (let month = monthOf(from); month < to; month = addMonths(month, 1)) {
			const end = addMonths(month, 1) < to ? addMonths(month, 1) : to;
			const upToEnd = roundHalfAway((minor * daysBetween(from, end)) / daysBetween(from, to));
			const sum = months.get(month) ?? { month, recurring: 0, oneTime: 0, givenBack: 0 };
			sum[kind === 'refund' ? 'givenBack' : kind === 'recurring' ? 'recurring' : 'oneTime'] += upToEnd - told;
			told = upToEnd;
			months.set(month, sum);
		}
	}
	return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Straight from the definition: each customer's revenue in twelve months and in the twelve before. */
function growthFromRows(company: RandomCompany, month: string, inScope: InScope) {
	const totals = { before: 0, retained: 0, earned: 0, bought: 0, unknown: 0, reactivated: 0, customers: 0 };
	for (const { key, cameBy } of company.customers.filter((customer) => inScope(customer.key))) {
		const months = revenueMonths(company, (other) => other === key);
		const year = (last: string) =>
			months
				.filter((one) => one.month > addMonths(last, -12) && one.month <= last)
				.reduce((sum, { recurring, oneTime, givenBack }) => sum + recurring + oneTime + givenBack, 0);
		const [before, now] = [year(addMonths(month, -12)), year(month)];
		if (before === 0 && now === 0) continue;
		const firstPaid = months.find(({ recurring, oneTime }) => recurring + oneTime > 0)?.month ?? month;
		const source = firstPaid < addMonths(month, -11) ? 'reactivated' : cameBy === 'recommended' ? 'earned' : cameBy;
		totals.before += before;
		totals[before > 0 ? 'retained' : source] += now;
		totals.customers++;
	}
	return totals;
}

/** Each total of the statement is the one before it with the lines between them. */
function reconciles(lines: StatementLine[]): boolean {
	let running = lines[0].minor;
	return lines.slice(1).every(({ minor, isTotal }) => {
		if (!isTotal) running += minor;
		return !isTotal || minor === running;
	});
}

type ReadScope = Parameters<typeof selectRetention>[1];

async function heard(db: Db, scope: ReadScope, monday: string) {
	const [state] = coverageStates(await selectCoverage(db, scope, monday), [monday]);
	const feelings = await selectFeelings(db, scope, 'nps:relationship', monday);
	const [{ high, middle, low }] = feelingStates(feelings, [monday]);
	const byFeeling = { high: high.customers, middle: middle.customers, low: low.customers };
	return { customers: state.customers, heard: state.customersHeard, ...byFeeling };
}

/** Straight from the definition: who pays on the Sunday, answered in the 52 weeks to it, and how they last felt. */
function heardFromRows({ customers, answers, lines }: RandomCompany, monday: string, inScope: InScope) {
	const sunday = addDays(monday, 6);
	const counts = { customers: 0, heard: 0, high: 0, middle: 0, low: 0 };
	for (const { key } of customers.filter(({ key }) => inScope(key))) {
		if (!paysOn(ownLines(lines, key), sunday, booksUntil(lines), 0)) continue;
		const own = inOrder(answers.filter(({ customer, day }) => customer === key && day <= sunday));
		counts.customers++;
		if (own.some(({ day }) => day >= addDays(monday, -357))) counts.heard++;
		const last = own.findLast(({ survey }) => survey === 'Relationship');
		if (last && addMonths(last.day, 12) > sunday) counts[feelingOf('nps', last.score)]++;
	}
	return counts;
}

const did = async (db: Db, scope: ReadScope, month: string) => {
	const all = addDid(await selectDid(db, scope, 'nps:relationship', month));
	return { customers: all.customers, paying: all.paying, left: all.left };
};

/** Straight from the definition: of the customers whose outcome counts, who paid at the answer and not a year later. */
function didFromRows({ customers, answers, lines }: RandomCompany, month: string, inScope: InScope) {
	const counts = { customers: 0, paying: 0, left: 0 };
	for (const { key } of customers.filter(({ key }) => inScope(key))) {
		const latest = inOrder(answers).findLast(
			({ customer, survey, day }) =>
				customer === key && survey === 'Relationship' && monthOf(addMonths(day, 12)) <= month
		);
		if (!latest || addMonths(monthOf(addMonths(latest.day, 12)), 24) <= month) continue;
		const paysAt = (day: string) => paysOn(ownLines(lines, key), day, booksUntil(lines), 0);
		counts.customers++;
		if (!paysAt(latest.day)) continue;
		counts.paying++;
		if (!paysAt(addMonths(latest.day, 12))) counts.left++;
	}
	return counts;
}

const ownLines = (lines: RandomCompany['lines'], key: string) => lines.filter(({ customer }) => customer === key);
const booksUntil = (lines: RandomCompany['lines']) =>
	lines.reduce((last, { bookedOn }) => (bookedOn > last ? bookedOn : last), '1900-01-01');
const inOrder = (answers: RandomCompany['answers']) =>
	[...answers].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.id.slice(1)) - Number(b.id.slice(1))));

async function base(db: Db, scope: Parameters<typeof selectRetention>[1], monday: string) {
	const moves = await selectRetention(db, scope, monday);
	return {
		then: moves.reduce((sum, move) => sum + move.customersThen, 0),
		kept: moves.reduce((sum, move) => sum + move.customersKept, 0)
	};
}

/** Whose account a customer is of: up to the last parent. */
function ultimate({ customers }: RandomCompany): (key: string) => string {
	const parents = new Map(customers.map(({ key, parent }) => [key, parent]));
	const top = (key: string): string => (parents.get(key) ? top(parents.get(key)!) : key);
	return top;
}

/** Straight from the definition: which accounts paid twelve months before the day, and which of them pay on it. */
function baseFromRows(
	{ customers, lines }: RandomCompany,
	day: string,
	inScope: InScope,
	accountOf: (key: string) => string
) {
	const through = lines.reduce((last, { bookedOn }) => (bookedOn > last ? bookedOn : last), '1900-01-01');
	const counts = { then: 0, kept: 0 };
	for (const [account, members] of Map.groupBy(customers, ({ key }) => accountOf(key))) {
		if (!inScope(account)) continue;
		const own = members.map(({ key }) => lines.filter((line) => line.customer === key));
		// A day twelve months before the 29th of February, and the like: step back as the steps were moved forward.
		if (!own.some((one) => paysOn(one, day, through, 12))) continue;
		counts.then++;
		if (own.some((one) => paysOn(one, day, through, 0))) counts.kept++;
	}
	return counts;
}

function paysOn(lines: RandomCompany['lines'], day: string, through: string, monthsLater: number): boolean {
	const on = (from: string, to: string | null) =>
		addMonths(from, monthsLater) <= day && (to === null || day < addMonths(to, monthsLater));
	const terms = lines
		.filter(({ kind }) => kind === 'recurring')
		.map(({ servedFrom, servedUntil }) => ({ from: servedFrom, to: addDays(servedUntil, 1) }));
	if (terms.length === 0) {
		const dates = [...new Set(lines.flatMap(({ bookedOn }) => [bookedOn, addMonths(bookedOn, 12)]))].sort();
		return dates.some((from, i) => on(from, dates[i + 1] ?? null) && boughtInTheYearTo(lines, from) > 0);
	}
	terms.sort((a, b) => (a.from < b.from ? -1 : 1));
	const merged: { from: string; to: string }[] = [];
	for (const term of terms) {
		const last = merged.at(-1);
		if (last && daysBetween(last.to, term.from) <= 30) last.to = term.to > last.to ? term.to : last.to;
		else merged.push({ ...term });
	}
	return merged.some(({ from, to }, i) =>
		on(from, i === merged.length - 1 && daysBetween(to, through) < 30 ? null : to)
	);
}

const boughtInTheYearTo = (lines: RandomCompany['lines'], day: string) =>
	lines
		.filter(({ bookedOn }) => bookedOn <= day && addMonths(bookedOn, 12) > day)
		.reduce((sum, { minor }) => sum + minor, 0);
