import { dayIn } from '../../scope/zone.ts';
import type { FileRecord } from '../files/read.server.ts';
import { nothingOn } from '../translated.ts';
import type { Translated } from '../translated.ts';
import type { Cells } from './cells.ts';
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
	return (record, headings) => {
		const translated = nothingOn(record.row);
		if (record.problem) {
			const { column, problem } = record.problem;
			translated.problem = { field: column === null ? '' : (headings[column - 1] ?? ''), reason: problem };
			return translated;
		}
		try {
			fill(translated, record, cells, reading);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			return { ...nothingOn(record.row), problem: { field: error.field, reason: error.message } };
		}
		return translated;
	};
}

function fill(translated: Translated, record: FileRecord, cells: Cells, reading: Reading): void {
	const key = cells.tidy(record, 'customer_id');
	if (key === null) throw new Unreadable('customer_id', 'There is no customer_id: say whose row this is.');

	translated.contact = contactOf(record, key, cells);
	translated.survey = surveyOf(record, cells);
	if (translated.survey) {
		const contactKey = translated.contact?.key ?? null;
		translated.invitation = invitationOf(record, { key, contactKey, survey: translated.survey }, cells, reading);
		translated.response = responseOf(record, { key, contactKey, survey: translated.survey }, cells, reading);
	}
	translated.revenue = revenueOf(record, key, cells, reading);
	translated.customer = customerOf(record, key, cells, reading);
	if (translated.customer) translated.seenOn = seenOn(translated, reading.zone);
}

/** The earliest day on which the record shows the customer to be one. */
function seenOn({ revenue, response, invitation }: Translated, zone: string): string | null {
	const moments = [response?.respondedAt, invitation?.sentAt].filter((moment) => moment !== undefined);
	const days = [revenue?.bookedOn, ...moments.map((moment) => dayIn(new Date(moment), zone))];
	return days.reduce<string | null>((first, day) => (day && (first === null || day < first) ? day : first), null);
}
