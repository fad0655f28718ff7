import type { FileProfile } from '../files/file-profile.ts';
import { isProblem, readDay } from '../files/values.ts';
import type { DayOrder, DecimalMark } from '../files/values.ts';
import type { FieldName } from './fields.ts';
import { fieldsOf } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './values.ts';

const days: FieldName[] = ['started_on', 'ended_on', 'booked_on', 'served_from', 'served_until'];
const dayFields: FieldName[] = [...days, 'sent_at', 'bounced_at', 'responded_at'];

const mappedColumns = ({ columns }: FileProfile, mapping: Mapping, fields: readonly FieldName[]) =>
	columns.flatMap((column) =>
		fieldsOf(mapping.columns, column.name)
			.filter((field) => fields.includes(field))
			.map((field) => ({ ...column, field }))
	);

/** What a file does not show by itself and nobody has said: never guessed, always asked. */
export function openQuestions(profile: FileProfile, mapping: Mapping): string[] {
	const dates = mapping.dates
		? []
		: mappedColumns(profile, mapping, dayFields)
				.filter(({ dateOrder }) => dateOrder === 'unknown')
				.map(
					({ name, samples }) => `Does “${name}” write the day or the month first? “${samples[0]}” could be either.`
				);
	const decimals = mapping.decimal
		? []
		: mappedColumns(profile, mapping, ['amount'])
				.filter(({ decimal }) => decimal === 'unknown')
				.map(
					({ name, samples }) => `Is the decimal mark of “${name}” a point or a comma? “${samples[0]}” could be either.`
				);
	// A column that is two days at once is asked about once.
	return [...new Set([...dates, ...unreadableDays(mapping), ...decimals])];
}

/** A day that is said once for all rows and cannot be read would have every row rejected. */
const unreadableDays = ({ constants, dates }: Mapping): string[] =>
	days.flatMap((field) => {
		const text = constants[field]?.trim();
		const read = text ? readDay(text, dates ?? 'unknown') : null;
		return isProblem(read) ? [`${field}, which is the same on every row: ${read.problem}`] : [];
	});

/** A recurring amount without a period pays for the day on which it was booked alone: a year of such days is hardly meant. */
export function periodWarnings(profile: FileProfile, mapping: Mapping): string[] {
	const kinds = [
		mapping.constants.revenue_kind ?? '',
		...mappedColumns(profile, mapping, ['revenue_kind']).flatMap(({ samples }) => samples)
	];
	const says = (field: FieldName) =>
		mapping.constants[field] !== undefined || mappedColumns(profile, mapping, [field]).length > 0;
	if (!says('amount') || says('served_until') || !kinds.some((kind) => /^\s*recurring\s*$/i.test(kind))) return [];
	return [
		'No column says until when a recurring amount pays (served_until): each counts for the day on which it was booked ' +
			'alone, and a customer’s yearly revenue as if that were paid every day. Add served_from and served_until.'
	];
}

/** How the values of a file are written, from what was said and what the file shows. */
export function readingOf(profile: FileProfile, mapping: Mapping): Reading {
	const said = Object.keys(mapping.constants) as FieldName[];
	const dates: Partial<Record<FieldName, DayOrder>> = Object.fromEntries(
		said.map((field) => [field, mapping.dates ?? 'unknown'])
	);
	for (const { field, dateOrder } of mappedColumns(profile, mapping, dayFields))
		dates[field] = mapping.dates ?? dateOrder ?? 'unknown';

	const shown = mappedColumns(profile, mapping, ['amount'])[0]?.decimal;
	const decimal: DecimalMark = mapping.decimal ?? (shown === 'comma' ? 'comma' : 'point');
	return { dates, decimal, zone: mapping.timeZone };
}
