import type { Convert } from '../money/convert.ts';
import { stagedRevenue } from '../money/server.ts';
import type { StagedRevenue } from '../money/server.ts';
import type { Translated, TranslatedBatch } from './translated.ts';

/** A record with its money converted and ready to be written. */
export type Prepared = Omit<Translated, 'revenue'> & { staged: StagedRevenue | null };

export type PreparedBatch = Omit<TranslatedBatch, 'records'> & { records: Prepared[] };

/** Converts money while the database is busy with the records before. `converterFor` is asked once. */
export async function* prepared(
	batches: AsyncIterable<TranslatedBatch>,
	converterFor: (firstCurrency: string) => Promise<Convert>
): AsyncGenerator<PreparedBatch> {
	let convert: Convert | undefined;
	for await (const { file, records, bytes } of batches) {
		const firstMoney = convert ? undefined : records.find(({ revenue }) => revenue)?.revenue;
		if (firstMoney) convert = await converterFor(firstMoney.currency);
		yield { file, bytes, records: records.map((record) => prepare(record, convert)) };
	}
}

function prepare({ revenue, ...record }: Translated, convert: Convert | undefined): Prepared {
	if (!revenue || !convert) return { ...record, staged: null };
	const { amountMinor, currency, bookedOn } = revenue;
	const reportingMinor = convert(amountMinor, currency, bookedOn);
	if (reportingMinor !== null) return { ...record, staged: stagedRevenue(record.row, revenue, reportingMinor) };
	return {
		...record,
		staged: null,
		problem: {
			field: 'currency',
			reason: `There is no rate for ${currency} on ${bookedOn}: add one under Settings, then import this row again.`
		}
	};
}
