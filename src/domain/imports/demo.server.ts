import type { Db } from '#platform/db/connect.ts';
import { eraseFromAlerts } from '../alerts/server.ts';
import { audit } from '../auth/server.ts';
import { refreshKeptSums } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import { forgetDraftsSince } from '../reviews/server.ts';
import { organisationOf, saveOrganisation, unnamed } from '../scope/server.ts';
import { dayIn } from '../scope/zone.ts';
import { inAct, sealImport } from '../voice/server.ts';
import { bringThemes, deleteDemoThemes } from '../voice/themes/server.ts';
import { sourceNamed } from '../customers/server.ts';
import type { DemoCompany } from './demo/company.ts';
import { starterThemes } from './demo/starter-themes.ts';
import { load } from './load.server.ts';
import { converterOf } from './organisation.server.ts';
import { anythingHere, anythingImported, insertRun, lockImports, updateRun } from './queries/runs.server.ts';
import { deleteEverything } from './queries/undo.server.ts';
import { nothingOn } from './translated.ts';
import type { Translated, TranslatedBatch } from './translated.ts';

type Loading = {
	/** How many customers the company has. */
	customers: number;
	now: () => Date;
	say: (line: string) => void;
};

/** The same company for everybody who starts on the same day. */
const seed = 1;
const source = 'demo';

/**
 * Brings the made-up company into a database in which nothing has ever been. What is kept of it is the caller's to
 * bring up to date.
 */
export function loadDemoIfEmpty(db: Db, loading: Loading): Promise<void> {
	return db.transaction(async (tx) => {
		await lockImports(tx);
		if (!(await anythingHere(tx))) await takeInDemo(tx, loading);
	});
}

/** Brings the made-up company in, with every kept sum; refused where there is real data. */
export async function loadDemo(db: Db, loading: Loading): Promise<void> {
	await lockImports(db);
	const zone = await takeInDemo(db, loading);
	await refreshKeptSums(db, 'everything', { zone, now: loading.now });
}

async function takeInDemo(db: Db, { customers, now, say }: Loading): Promise<string> {
	const organisation = await organisationOf(db);
	if (!organisation.provisional || organisation.demoSince || (await anythingImported(db)))
		throw new Refusal('conflict', 'There is data here already.');

	say('Making up the demo company …');
	const began = now();
	// Its words fill more memory than any file's rows, and most imports meet no made-up company.
	const { demoCompany } = await import('./demo/company.ts');
	const company = demoCompany({ today: dayIn(began, 'UTC'), seed, customers });
	const { name, timeZone, reportingCurrency } = company.organisation;
	const settled = { name, timeZone, reportingCurrency, margin: null, provisional: false, demoSince: began };
	await saveOrganisation(db, { ...organisation, ...settled });

	const runId = await insertRun(db, {
		preset: 'demo',
		state: 'running',
		files: [],
		mapping: null,
		startedBy: null,
		now: began
	});
	const origin = { importId: runId, sourceId: await sourceNamed(db, source) };
	const counts = await load(db, batchesOf(company), {
		origin,
		day: dayIn(began, timeZone),
		converterFor: (currency) => converterOf(db, currency),
		onProgress: () => {},
		onRejects: async ([reject]) => {
			throw new Error(`the demo company has a row that we refuse: ${reject.field}: ${reject.reason}`);
		}
	});
	await bringThemes(db, starterThemes, began);
	await sealImport(db, runId, { zone: timeZone, now: now() });
	await updateRun(db, runId, { state: 'committed', sourceId: origin.sourceId, counts, finishedAt: now() });
	return timeZone;
}

type Removing = { by: { id: number } | null; now: () => Date; keepRun?: number | null };

/**
 * Takes the made-up company out again, with what was written down about its open weeks. Nothing real can be lost: the
 * two are never there together. The kept sums are the caller's to refresh.
 */
export async function removeDemo(db: Db, { by, now, keepRun = null }: Removing): Promise<void> {
	const { demoSince, timeZone: zone, closing, fiscalYearStartsIn } = await organisationOf(db);
	if (!demoSince) throw new Refusal('conflict', 'There is no demo data here.');
	// Everything goes with it, so nothing of anybody's own may be there.
	if (await anythingImported(db))
		throw new Refusal('conflict', 'There is an import of your own beside the demo company: undo that first.');
	const act = {
		kind: 'demo removal',
		by,
		reason: 'The company was made up.',
		importId: null,
		at: now(),
		zone
	} as const;
	await inAct(db, act, () => deleteEverything(db, keepRun));
	await deleteDemoThemes(db);
	await eraseFromAlerts(db);
	await forgetDraftsSince(db, demoSince);
	// When weeks close and fiscal years start was set by people, and is not the made-up company's.
	await saveOrganisation(db, { ...unnamed, closing, fiscalYearStartsIn });
}

/** The same, asked for by somebody. */
export const removeDemoFor = (db: Db, by: { id: number } | null, now: () => Date): Promise<void> =>
	db.transaction(async (tx) => {
		await lockImports(tx);
		await removeDemo(tx, { by, now });
		await audit(tx, by, 'removed the demo data', 'everything that was made up');
		await refreshKeptSums(tx, 'everything', { zone: unnamed.timeZone, now });
	});

const batchSize = 20_000;

async function* batchesOf(company: DemoCompany): AsyncGenerator<TranslatedBatch> {
	const surveys = new Map(company.surveys.map((survey) => [survey.name, survey]));
	const surveyOf = (name: string) => surveys.get(name) ?? null;
	yield* inBatches(company.customers, (customer) => ({ customer }));
	yield* inBatches(company.contacts, (contact) => ({ contact }));
	yield* inBatches(company.invitations, (invitation) => ({ invitation, survey: surveyOf(invitation.survey) }));
	yield* inBatches(company.responses, (response) => ({ response, survey: surveyOf(response.survey) }));
	yield* inBatches(company.revenue, (revenue) => ({ revenue }));
}

function* inBatches<Row>(rows: Iterable<Row>, fill: (row: Row) => Partial<Translated>): Generator<TranslatedBatch> {
	let records: Translated[] = [];
	let row = 0;
	for (const one of rows) {
		records.push({ ...nothingOn(++row), ...fill(one) });
		if (records.length < batchSize) continue;
		yield { file: source, records, bytes: null };
		records = [];
	}
	yield { file: source, records, bytes: null };
}
