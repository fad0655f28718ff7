import type { Convert } from '../money/convert.ts';
import { stagedRevenue } from '../money/server.ts';
import type { StagedRevenue } from '../money/server.ts';
import type { Translated, TranslatedBatch } from './translated.ts';

/** A record whose money, if it had any, is converted and ready to be written. */
export type Prepared = Omit<Translated, 'revenue'> & { staged: StagedRevenue | null };

/** A record on its way: `revenue` is still there where it could not be converted yet. */
export type HalfPrepared = Prepared & Pick<Translated, 'revenue'>;

type HalfPreparedBatch = Omit<TranslatedBatch, 'records'> & { records: HalfPrepared[] };

/**
 * Converts money while the database is busy with the records before, as soon as there is a converter. It never asks the
 * database itself: a query in the middle of a COPY on the same connection breaks both.
 */
export async function* prepared(
	batches: AsyncIterable<TranslatedBatch>,
	converter: () => Convert | undefined
): AsyncGenerator<HalfPreparedBatch> {
	for await (const { file, records, bytes } of batches) {
		const convert = converter();
		yield { file, bytes, records: records.map((record) => prepare(record, convert)) };
	}
}

/** The first currency that waits for a converter; undefined: none does. */
export const unconverted = (records: readonly HalfPrepared[]): string | undefined =>
	records.find(({ revenue }) => revenue)?.revenue?.currency;

/** Copied once at most: there are millions of them. */
export function prepare(record: Translated | HalfPrepared, convert: Convert | undefined): HalfPrepared {
	const { revenue } = record;
	if (!revenue || !convert) return 'staged' in record ? record : { ...record, staged: null };
	const { amountMinor, currency, bookedOn } = revenue;
	const reportingMinor = convert(amountMinor, currency, bookedOn);
	if (reportingMinor !== null)
		return { ...record, revenue: null, staged: stagedRevenue(record.row, revenue, reportingMinor) };
	return {
		...record,
		revenue: null,
		staged: null,
		problem: {
			field: 'currency',
			reason: `There is no rate for ${currency} on ${bookedOn}: add one under Settings, then import this row again.`
		}
	};
}
