import type { IncomingContact, IncomingCustomer } from '../../customers/incoming.ts';
import type { FileRecord } from '../files/read.server.ts';
import type { Cells } from './cells.ts';
import { Unreadable } from '../unreadable.ts';
import { dayFrom, saysYes, wordFrom } from './values.ts';
import type { Reading } from './values.ts';

/** What the row says of its customer. */
export function customerOf(record: FileRecord, key: string, cells: Cells, reading: Reading): IncomingCustomer {
	const startedOn = dayFrom(record, 'started_on', cells, reading);
	const endedOn = dayFrom(record, 'ended_on', cells, reading);
	if (startedOn !== null && endedOn !== null && endedOn < startedOn)
		throw new Unreadable('ended_on', `${endedOn} lies before the start on ${startedOn}; check both days.`);

	const endedWhy = cells.tidy(record, 'ended_why');
	if (endedWhy !== null && endedOn === null)
		throw new Unreadable(
			'ended_on',
			'There is a reason for leaving but no day; give ended_on, or take the reason out.'
		);
	return {
		key,
		name: cells.tidy(record, 'customer_name'),
		segment: cells.tidy(record, 'segment'),
		region: cells.tidy(record, 'region'),
		plan: cells.tidy(record, 'plan'),
		startedOn,
		endedOn,
		endedWhy,
		cameBy: wordFrom(record, 'came_by', cells, ['recommended', 'bought', 'unknown']),
		parentKey: cells.tidy(record, 'parent_id')
	};
}

/** Who answered: known by an id, or else by their e-mail. */
export function contactOf(record: FileRecord, customerKey: string, cells: Cells): IncomingContact | null {
	const email = cells.tidy(record, 'contact_email');
	const key = cells.tidy(record, 'contact_id') ?? email?.toLowerCase() ?? null;
	if (key === null) return null;
	return {
		customerKey,
		key,
		name: cells.tidy(record, 'contact_name'),
		email,
		decides: saysYes(cells.tidy(record, 'contact_decides'))
	};
}
