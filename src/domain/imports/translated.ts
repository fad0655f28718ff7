import type { IncomingContact, IncomingCustomer } from '../customers/incoming.ts';
import type { IncomingRevenue } from '../money/incoming.ts';
import type { StagedRevenue } from '../money/staged.ts';
import type { IncomingInvitation, IncomingResponse, IncomingSurvey } from '../surveys/incoming.ts';

/** One record of a file in our own terms: it may carry a customer, an answer and money at once, or only be wrong. */
export type Translated = {
	row: number;
	problem: { field: string; reason: string } | null;
	customer: IncomingCustomer | null;
	/** A day on which the record shows them to be a customer. */
	seenOn: string | null;
	contact: IncomingContact | null;
	survey: IncomingSurvey | null;
	invitation: IncomingInvitation | null;
	response: IncomingResponse | null;
	/** What it says of money, until that is converted; then `staged` holds it, ready to be written. */
	revenue: IncomingRevenue | null;
	staged: StagedRevenue | null;
};

/** Records of one file in a row. `bytes`: how much of the file had been read by then; null where that means nothing. */
export type TranslatedBatch = { file: string; records: Translated[]; bytes: number | null };

export const nothingOn = (row: number): Translated => ({
	row,
	problem: null,
	customer: null,
	seenOn: null,
	contact: null,
	survey: null,
	invitation: null,
	response: null,
	revenue: null,
	staged: null
});
