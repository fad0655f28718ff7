import type { Convert } from '../money/convert.ts';
import type { IncomingRevenue } from '../money/incoming.ts';
import { stagedRevenue } from '../money/server.ts';
import type { Translated, TranslatedBatch } from './translated.ts';

/**
 * Converts money while the database is busy with the records before, as soon as there is a converter. It never asks the
 * database itself: a query in the middle of a COPY on the same connection breaks both.
 */
export async function* prepared(
	batches: AsyncIterable<TranslatedBatch>,
	converter: () => Convert | undefined
): AsyncGenerator<TranslatedBatch> {
	for await (const batch of batches) {
		const convert = converter();
		if (convert) prepareAll(batch.records, convert);
		yield batch;
	}
}

/** The first currency that waits for a converter; undefined: none does. */
export const unconverted = (records: readonly Translated[]): string | undefined =>
	records.find(({ revenue }) => revenue)?.revenue?.currency;

/** Each record as it is: there are millions of them, and a copy of each would have to be cleaned up. */
export function prepareAll(records: readonly Translated[], convert: Convert): void {
	for (const record of records) if (record.revenue !== null) prepare(record, record.revenue, convert);
}

function prepare(record: Translated, revenue: IncomingRevenue, convert: Convert): void {
	const { amountMinor, currency, bookedOn } = revenue;
	const reportingMinor = convert(amountMinor, currency, bookedOn);
	record.revenue = null;
	if (reportingMinor !== null) record.staged = stagedRevenue(record.row, revenue, reportingMinor);
	else
		record.problem = {
			field: 'currency',
			reason: `There is no rate for ${currency} on ${bookedOn}: add one under Settings, then import this row again.`
		};
}
