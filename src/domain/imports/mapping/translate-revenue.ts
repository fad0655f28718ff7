import { madeIdPrefix, revenueKinds } from '../../money/incoming.ts';
import type { IncomingRevenue, RevenueKind } from '../../money/incoming.ts';
import { addDays } from '../../scope/calendar.ts';
import type { FileRecord } from '../files/read.server.ts';
import type { Cells } from './cells.ts';
import { Unreadable } from '../unreadable.ts';
import { amountFrom, currencyFrom, dayFrom, wordFrom } from './values.ts';
import type { Reading } from './values.ts';

/** The money on a row; null where there is none. */
export function revenueOf(
	record: FileRecord,
	customerKey: string,
	cells: Cells,
	reading: Reading
): IncomingRevenue | null {
	const text = cells.tidy(record, 'amount');
	if (text === null) {
		if (cells.tidy(record, 'line_id') === null) return null;
		throw new Unreadable('amount', 'There is a line_id but no amount: give it, or leave both empty.');
	}
	const currency = currencyFrom(record, cells);
	const amountMinor = amountFrom(text, reading, currency);
	const kind = kindOf(record, cells, amountMinor);
	const { bookedOn, servedFrom, servedUntil } = daysOf(record, cells, reading);
	const product = cells.tidy(record, 'product');
	return {
		sourceId: cells.tidy(record, 'line_id') ?? madeIdPrefix + [customerKey, bookedOn, kind, product ?? ''].join('|'),
		customerKey,
		kind,
		amountMinor,
		currency: currency.code,
		bookedOn,
		servedFrom,
		servedTo: dayAfter(servedUntil),
		product
	};
}

/** Files name the same few days on row after row. */
const daysAfter = new Map<string, string>();

function dayAfter(day: string): string {
	let after = daysAfter.get(day);
	if (after === undefined) {
		if (daysAfter.size > 5_000) daysAfter.clear();
		daysAfter.set(day, (after = addDays(day, 1)));
	}
	return after;
}

/** What kind of money it is; its sign has to agree. */
function kindOf(record: FileRecord, cells: Cells, amountMinor: number): RevenueKind {
	const kind = wordFrom(record, 'revenue_kind', cells, revenueKinds);
	if (kind === null) throw new Unreadable('revenue_kind', `revenue_kind is missing: ${revenueKinds.join(', ')}.`);
	const isGivenBack = kind === 'refund' || kind === 'credit';
	if (isGivenBack && amountMinor > 0)
		throw new Unreadable('amount', `A ${kind} gives money back: write its amount with a minus.`);
	if (!isGivenBack && amountMinor < 0)
		throw new Unreadable('amount', `${kind} revenue cannot be negative: call the row a refund or a credit.`);
	return kind;
}

/** An amount is spread over the months it pays for; longer ones are slips, or a day that stands for “no end”. */
const longestServiceYears = 100;

/** When it was booked and what it pays for: the day it was booked unless the row says more. */
function daysOf(record: FileRecord, cells: Cells, reading: Reading) {
	const bookedOn = dayFrom(record, 'booked_on', cells, reading);
	if (bookedOn === null) throw new Unreadable('booked_on', 'booked_on is missing: the day of the invoice or payment.');
	const servedFrom = dayFrom(record, 'served_from', cells, reading) ?? bookedOn;
	const servedUntil = dayFrom(record, 'served_until', cells, reading) ?? servedFrom;
	if (servedUntil < servedFrom)
		throw new Unreadable('served_until', `${servedUntil} lies before served_from, ${servedFrom}; check both days.`);
	if (Number(servedUntil.slice(0, 4)) - Number(servedFrom.slice(0, 4)) > longestServiceYears)
		throw new Unreadable(
			'served_until',
			`${servedUntil} lies more than ${longestServiceYears} years after served_from, ${servedFrom}; check both days.`
		);
	return { bookedOn, servedFrom, servedUntil };
}
