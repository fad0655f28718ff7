import { sql } from 'drizzle-orm';
import { customerDirectory, sourceNamed } from '#domain/customers/server.ts';
import { demoCompany } from '#domain/imports/demo/company.ts';
import type { DemoCompany } from '#domain/imports/demo/company.ts';
import { load } from '#domain/imports/load.server.ts';
import { beginRun, updateRun } from '#domain/imports/server.ts';
import { nothingOn } from '#domain/imports/translated.ts';
import type { Translated, TranslatedBatch } from '#domain/imports/translated.ts';
import { refreshKeptSums } from '#domain/money/server.ts';
import { saveOrganisation, unnamed } from '#domain/scope/server.ts';
import type { Db } from '#platform/db/connect.ts';

/** S is the demo company. The larger ones are made of as many companies like it as it takes, one after the other. */
export const sizes = { S: 12_000, M: 100_000, L: 1_000_000 } as const;
export type Size = keyof typeof sizes;

const customersAtOnce = 12_000;
const batchSize = 20_000;

type Filling = { size: Size; today: string; now: () => Date; say: (line: string) => void };

/** Fills an empty database block by block, so that no more than one block is ever in memory, then sums it up. */
export async function fillCompany(db: Db, { size, today, now, say }: Filling): Promise<void> {
	for (let from = 0, block = 1; from < sizes[size]; from += customersAtOnce, block++) {
		const customers = Math.min(customersAtOnce, sizes[size] - from);
		const company = demoCompany({ today, seed: block, customers });
		await db.transaction((tx) => loadBlock(tx, company, { block, size, now }));
		if (size !== 'S') say(`  ${(from + customers).toLocaleString('en-US')} customers`);
	}
	say('Summing up …');
	await db.transaction((tx) => refreshKeptSums(tx, 'everything', { zone: 'Europe/London', now }));
	await db.execute(sql`vacuum analyze`);
}

async function loadBlock(
	db: Db,
	company: DemoCompany,
	{ block, size, now }: { block: number; size: Size; now: () => Date }
) {
	await saveOrganisation(db, { ...unnamed, ...company.organisation, provisional: false });
	const source = await sourceNamed(db, 'bench');
	const importId = await beginRun(db, {
		...{ preset: 'bench', state: 'running', files: [], mapping: null, startedBy: null },
		now: now()
	});
	const counts = await load(db, batches(company, `${block}:`, size), {
		origin: { importId, sourceId: source },
		day: now().toISOString().slice(0, 10),
		converterFor: async () => (amount) => amount,
		onProgress: () => {},
		onRejects: async ([{ field, reason }]) => {
			throw new Error(`the made-up company has a row that we refuse: ${field}: ${reason}`);
		}
	});
	await updateRun(db, importId, { state: 'committed', sourceId: source, counts, finishedAt: now() });
}

/** At the larger sizes every second answer and nobody who stayed silent: three answers a customer are what is asked for. */
async function* batches(company: DemoCompany, prefix: string, size: Size): AsyncGenerator<TranslatedBatch> {
	const surveys = new Map(company.surveys.map((survey) => [survey.name, survey]));
	const surveyOf = (name: string) => surveys.get(name) ?? null;
	const own = <Row extends { customerKey: string }>(row: Row): Row => ({
		...row,
		customerKey: prefix + row.customerKey
	});
	const withId = <Row extends { customerKey: string; sourceId: string }>(row: Row): Row => ({
		...own(row),
		sourceId: prefix + row.sourceId
	});

	yield* inBatches(company.customers, (customer) => ({
		customer: { ...customer, key: prefix + customer.key, parentKey: customer.parentKey && prefix + customer.parentKey }
	}));
	yield* inBatches(company.contacts, (contact) => ({ contact: own(contact) }));
	if (size === 'S')
		yield* inBatches(company.invitations, (asked) => ({ invitation: withId(asked), survey: surveyOf(asked.survey) }));
	yield* inBatches(company.responses, (response, row) => {
		if (size !== 'S' && row % 2 !== 0) return {};
		const invitationId = response.invitationId && prefix + response.invitationId;
		return { response: { ...withId(response), invitationId }, survey: surveyOf(response.survey) };
	});
	yield* inBatches(company.revenue, (revenue) => ({ revenue: withId(revenue) }));
}

function* inBatches<Row>(rows: Iterable<Row>, fill: (row: Row, number: number) => Partial<Translated>) {
	let records: Translated[] = [];
	let row = 0;
	for (const one of rows) {
		records.push({ ...nothingOn(++row), ...fill(one, row) });
		if (records.length < batchSize) continue;
		yield { file: 'bench', records, bytes: null };
		records = [];
	}
	yield { file: 'bench', records, bytes: null };
}

/** Keys of customers, for files about them. */
export async function someCustomers(db: Db, most: number): Promise<{ key: string; id: number }[]> {
	const found = await db.execute(sql`select key from customer order by id limit ${most}`);
	const keys = [...found].map(({ key }) => String(key));
	const ids = await customerDirectory(db).idsOf(keys);
	return keys.map((key, i) => ({ key, id: ids[i]! }));
}
