import { copyField } from '#platform/db/copy.ts';
import type { IncomingRevenue } from './incoming.ts';
import { madeIdPrefix } from './incoming.ts';

/**
 * A line ready to be written, kept small because many wait together: `told` is what it says, as COPY's text, in the
 * order of the columns of both tables that take it.
 */
export type StagedRevenue = { row: number; customerKey: string; hasMadeId: boolean; told: string };

/** Only free text can need escaping. */
export const staged = (row: number, line: IncomingRevenue, reportingMinor: number): StagedRevenue => ({
	row,
	customerKey: line.customerKey,
	hasMadeId: line.sourceId.startsWith(madeIdPrefix),
	// Joined rather than written as one template: that would be a rope of all its parts, and of the file they were cut from.
	told: [
		copyField(line.sourceId),
		line.kind,
		line.amountMinor,
		line.currency,
		reportingMinor,
		line.bookedOn,
		line.servedFrom,
		line.servedTo,
		copyField(line.product)
	].join('\t')
});
