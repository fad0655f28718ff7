import * as v from 'valibot';
import type { TokenScope } from '#domain/auth/roles.ts';
import { fields } from '#domain/imports/mapping/fields.ts';
import type { FieldName } from '#domain/imports/mapping/fields.ts';
import { dateOrders } from '#domain/imports/mapping/mapping.ts';
import type { Mapping } from '#domain/imports/mapping/mapping.ts';
import { isTimeZone } from '#domain/scope/organisation.ts';
import { numberId } from '../ids.ts';

const fieldNames = fields.map(({ name }) => name);
const fieldOrNone = v.picklist(['', ...fieldNames], 'This is none of our fields.');

/** What may be the same on every row of a file, and can be said once instead of in a column. */
export const sameOnEveryRow = [
	'survey',
	'survey_kind',
	'metric',
	'touchpoint',
	'channel',
	'language',
	'revenue_kind',
	'currency',
	'booked_on',
	'served_from',
	'served_until',
	'product'
] as const satisfies readonly FieldName[];

/**
 * Columns come as `column-0`, `column-1` …, since a heading can be anything, and what one of them is besides as
 * `also-0`; what is the same everywhere by its name.
 */
export const MappingForm = v.looseObject({
	file: numberId,
	source: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Name the source: whose ids these are, such as crm or billing.'),
		v.maxLength(60)
	),
	timeZone: v.pipe(v.string(), v.trim(), v.check(isTimeZone, 'Give an IANA name, such as Europe/Berlin.')),
	dates: v.picklist(['', ...dateOrders]),
	decimal: v.picklist(['', 'point', 'comma'])
});

export type MappingFields = v.InferOutput<typeof MappingForm>;

/** Which column becomes which field, and what is wrong with that. */
export function columnsFrom(form: Record<string, unknown>, headings: readonly string[]) {
	const columns: Mapping['columns'] = {};
	const taken = new Map<string, string>();
	for (const [i, heading] of headings.entries()) {
		const chosen = v.safeParse(v.array(fieldOrNone), [form[`column-${i}`] ?? '', form[`also-${i}`] ?? '']);
		if (!chosen.success) return { problem: `“${heading}”: ${chosen.issues[0].message}` };
		const fields = [...new Set(chosen.output.filter((field) => field !== ''))] as FieldName[];
		for (const field of fields) {
			const other = taken.get(field);
			if (other !== undefined)
				return { problem: `“${other}” and “${heading}” cannot both be ${field}: leave one of them out.` };
			taken.set(field, heading);
		}
		if (fields.length > 0) columns[heading] = fields.length === 1 ? fields[0] : fields;
	}
	return { columns };
}

/** What is said once for every row; empty: nothing is said. */
export function constantsFrom(form: Record<string, unknown>): Partial<Record<FieldName, string>> {
	const said = sameOnEveryRow.map((field) => [field, String(form[`constant-${field}`] ?? '').trim()] as const);
	return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

export const WhereForm = v.object({
	file: numberId,
	sheet: v.optional(v.pipe(v.string(), v.maxLength(200))),
	headerRow: v.pipe(v.string(), v.regex(/^\d{0,5}$/, 'Write the number of the row, such as 3.'))
});

/** Why is shown where the comments stood that go with the import. */
export const UndoForm = v.object({
	id: numberId,
	reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'Say it in 300 letters.')), '')
});
export const NothingForm = v.object({});
export const TokenForm = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty('Name it after the program that will use it.'), v.maxLength(80)),
	marks: v.optional(v.literal('yes')),
	bounces: v.optional(v.literal('yes'))
});

/** A token that only tells of bounces stands in a mail server's settings: it reads nothing. */
export const scopesFrom = ({ marks, bounces }: v.InferOutput<typeof TokenForm>): TokenScope[] =>
	bounces ? [...(marks ? (['mark'] as const) : []), 'bounces'] : marks ? ['read', 'mark'] : ['read'];

export const WithdrawForm = v.object({ id: numberId });
