import { dayIn } from '../../scope/zone.ts';
import type { FileRecord } from '../files/read.server.ts';
import { nothingOn } from '../translated.ts';
import type { Translated } from '../translated.ts';
import type { Cells } from './cells.ts';
import { aboutCustomers } from './fields.ts';
import { contactOf, customerOf } from './translate-customer.ts';
import { invitationOf, responseOf, surveyOf } from './translate-answer.ts';
import { revenueOf } from './translate-revenue.ts';
import type { Reading } from './values.ts';
import { Unreadable } from '../unreadable.ts';

/** Turns records of a file into our own terms. A record of which one value cannot be read is left out whole. */
export function translator(
	cells: Cells,
	reading: Reading
): (record: FileRecord, headings: readonly string[]) => Translated {
	const has = partsOf(cells);
	return (record, headings) => {
		const translated = nothingOn(record.row);
		if (record.problem) {
			const { column, problem } = record.problem;
			translated.problem = { field: column === null ? '' : (headings[column - 1] ?? ''), reason: problem };
			return translated;
		}
		try {
			fill(translated, record, { cells, reading, has });
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			return { ...nothingOn(record.row), problem: { field: error.field, reason: error.message } };
		}
		return translated;
	};
}

/** What the columns of a file can tell of at all: most files tell of one thing, and have millions of rows. */
const partsOf = ({ has }: Cells) => ({
	customer: aboutCustomers.some(has),
	contact: has('contact_id') || has('contact_email'),
	survey: has('responded_at') || has('sent_at') || has('score') || has('comment') || has('title'),
	revenue: has('amount')
});

type Filling = { cells: Cells; reading: Reading; has: ReturnType<typeof partsOf> };

function fill(translated: Translated, record: FileRecord, { cells, reading, has }: Filling): void {
	const key = cells.tidy(record, 'customer_id');
	if (key === null) throw new Unreadable('customer_id', 'There is no customer_id: say whose row this is.');

	if (has.contact) translated.contact = contactOf(record, key, cells);
	if (has.survey) translated.survey = surveyOf(record, cells);
	if (translated.survey) {
		const contactKey = translated.contact?.key ?? null;
		translated.invitation = invitationOf(record, { key, contactKey, survey: translated.survey }, cells, reading);
		translated.response = responseOf(record, { key, contactKey, survey: translated.survey }, cells, reading);
	}
	if (has.revenue) translated.revenue = revenueOf(record, key, cells, reading);
	if (!has.customer) return refuseNothing(translated, has);
	translated.customer = customerOf(record, key, cells, reading);
	translated.seenOn = seenOn(translated, reading.zone);
}

/** Each row comes in or is told: one that is empty where the others say something would else vanish without a word. */
function refuseNothing({ invitation, response, revenue }: Translated, has: Filling['has']): void {
	if (invitation || response || revenue) return;
	if (has.revenue) throw new Unreadable('amount', 'The amount is missing: without it this row says nothing.');
	throw new Unreadable('responded_at', 'This row says neither when they were asked nor when they answered.');
}

/** The earliest day on which the record shows the customer to be one. */
function seenOn({ revenue, response, invitation }: Translated, zone: string): string | null {
	const moments = [response?.respondedAt, invitation?.sentAt].filter((moment) => moment !== undefined);
	const days = [revenue?.bookedOn, ...moments.map((moment) => dayIn(new Date(moment), zone))];
	return days.reduce<string | null>((first, day) => (day && (first === null || day < first) ? day : first), null);
}
