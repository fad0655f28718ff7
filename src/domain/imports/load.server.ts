import type { Db } from '#platform/db/connect.ts';
import {
	customerDirectory,
	makeRoomForCustomers,
	takeInContacts,
	takeInCustomers,
	takeInParents
} from '../customers/server.ts';
import type { Origin, Rejected } from '../customers/server.ts';
import { makeRoomForRevenue, revenueIntake } from '../money/server.ts';
import type { Convert } from '../money/convert.ts';
import { makeRoomForAnswers, surveyBook, takeInInvitations, takeInResponses } from '../surveys/server.ts';
import type { OnRow, SurveyBook } from '../surveys/server.ts';
import { keepLearned, suppressionOf, withCorrectionsBy } from '../voice/server.ts';
import { addCounts, noCounts } from './import.ts';
import type { ImportCounts, Reject } from './import.ts';
import { ahead, inPortions } from './portions.ts';
import { prepareAll, prepared, unconverted } from './prepare.server.ts';
import type { Translated, TranslatedBatch } from './translated.ts';
import { batchesWithoutErased } from './without-erased.ts';

/** Records that go to the database together: enough to be quick, few enough to forget about memory. */
const portionSize = 5_000;

export type Progress = { file: string; rows: number; bytes: number | null };

type Loading = {
	origin: Origin;
	/** Of the import, in the organisation's zone: what it says of accounts that were there before holds from this day. */
	day: string;
	/** Asked once, with the first amount's currency. */
	converterFor: (firstCurrency: string) => Promise<Convert>;
	onProgress: (progress: Progress) => void;
	onRejects: (rejects: Reject[]) => Promise<void>;
};

/** Takes translated records into the tables, in the transaction that `db` is. Every record goes in or is rejected. */
export async function load(db: Db, batches: AsyncIterable<TranslatedBatch>, loading: Loading): Promise<ImportCounts> {
	await makeRoomForCustomers(db);
	await makeRoomForAnswers(db);
	await makeRoomForRevenue(db);
	const { origin, onProgress } = loading;
	const book = await surveyBook(db, origin.sourceId);
	const takeInRevenue = revenueIntake(db, origin, customerDirectory(db));
	const counts = noCounts();
	let convert: Convert | undefined;
	const leftOut: Reject[] = [];
	const suppression = await suppressionOf(db);
	const allowed = suppression ? batchesWithoutErased(batches, suppression, (one) => leftOut.push(one)) : batches;

	const portions = ahead(
		inPortions(
			prepared(allowed, () => convert),
			portionSize
		)
	);
	for await (const { file, records, bytes } of portions) {
		const waiting = unconverted(records);
		if (waiting) prepareAll(records, (convert ??= await loading.converterFor(waiting)));
		const rejected = await takeIn(db, records, { book, origin, counts, takeInRevenue });
		counts.rows += records.length;
		await reject(file, rejected, counts, loading);
		onProgress({ file, rows: counts.rows, bytes });
	}
	await reject('', await takeInParents(db, origin.importId, loading.day), counts, loading);
	if (suppression) await keepLearned(db, suppression);
	if (leftOut.length > 0) await loading.onRejects(leftOut);
	counts.rejected += leftOut.length;
	return counts;
}

type TakingIn = {
	book: SurveyBook;
	origin: Origin;
	counts: ImportCounts;
	takeInRevenue: ReturnType<typeof revenueIntake>;
};

async function takeIn(
	db: Db,
	records: Translated[],
	{ book, origin, counts, takeInRevenue }: TakingIn
): Promise<Rejected[]> {
	const rejected: Rejected[] = [];
	const isOut = new Set<number>();
	const out = (rejects: Rejected[]) => {
		for (const one of rejects) {
			if (isOut.has(one.row)) continue;
			isOut.add(one.row);
			rejected.push(one);
		}
	};
	const stillIn = () => (isOut.size === 0 ? records : records.filter(({ row }) => !isOut.has(row)));

	for (const { row, problem } of records) if (problem) out([{ row, ...problem }]);
	out(await learnSurveys(stillIn(), book));

	const sound = stillIn();
	const customers = await takeInCustomers(
		db,
		onRows(sound, 'customer').map(({ row, incoming, of }) => ({ row, customer: incoming, seenOn: of.seenOn })),
		origin
	);
	addCounts(counts, 'customers', { ...customers, unchanged: 0 });
	out(customers.rejected);
	await takeInContacts(db, each(stillIn(), 'contact'), origin.importId);

	const invitations = await takeInInvitations(db, onRows(stillIn(), 'invitation'), book, origin);
	addCounts(counts, 'invitations', invitations);
	out(invitations.rejected);
	const responses = await withCorrectionsBy(db, origin.importId, () =>
		takeInResponses(db, onRows(stillIn(), 'response'), book, origin)
	);
	addCounts(counts, 'responses', responses);
	out(responses.rejected);
	const revenue = await takeInRevenue(each(stillIn(), 'staged'));
	addCounts(counts, 'revenue', revenue);
	out(revenue.rejected);
	return rejected;
}

/** A part of each record that has it. */
function each<P extends 'contact' | 'staged'>(records: Translated[], part: P) {
	const found: NonNullable<Translated[P]>[] = [];
	for (const record of records) if (record[part] !== null) found.push(record[part] as NonNullable<Translated[P]>);
	return found;
}

type Part = 'customer' | 'invitation' | 'response';

function onRows<P extends Part>(records: Translated[], part: P) {
	const found: (OnRow<NonNullable<Translated[P]>> & { of: Translated })[] = [];
	for (const record of records) {
		const incoming = record[part];
		if (incoming !== null)
			found.push({ row: record.row, incoming: incoming as NonNullable<Translated[P]>, of: record });
	}
	return found;
}

async function learnSurveys(records: Translated[], book: SurveyBook): Promise<Rejected[]> {
	const rejected: Rejected[] = [];
	for (const { row, survey } of records) {
		const reason = survey && (await book.learn(survey));
		if (reason) rejected.push({ row, field: 'survey', reason });
	}
	return rejected;
}

async function reject(file: string, rejected: Rejected[], counts: ImportCounts, { onRejects }: Loading): Promise<void> {
	if (rejected.length === 0) return;
	counts.rejected += rejected.length;
	rejected.sort((a, b) => a.row - b.row);
	await onRejects(rejected.map((one) => ({ file, ...one })));
}
