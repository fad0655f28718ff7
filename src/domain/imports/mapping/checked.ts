import * as v from 'valibot';
import { isTimeZone } from '../../scope/organisation.ts';
import type { FieldName } from './fields.ts';
import { fields } from './fields.ts';
import { dateOrders } from './mapping.ts';
import type { Mapping } from './mapping.ts';

const fieldNames = fields.map(({ name }) => name);
const unknownField = ({ received }: { received: string }) =>
	`there is no field ${received}; the fields are ${fieldNames.join(', ')}`;
const field = v.picklist(fieldNames, unknownField);

const MappingText = v.strictObject({
	columns: v.record(v.string(), v.nullable(v.union([field, v.array(field)], unknownField))),
	constants: v.optional(v.record(field, v.string()), {}),
	source: v.pipe(
		v.string('"source" must be given: whose ids these are'),
		v.trim(),
		v.nonEmpty('"source" must be given')
	),
	timeZone: v.optional(
		v.pipe(v.string(), v.check(isTimeZone, '"timeZone" must be an IANA name such as Europe/Berlin')),
		'UTC'
	),
	dates: v.optional(v.picklist(dateOrders)),
	decimal: v.optional(v.picklist(['point', 'comma']))
});

/** A mapping from its JSON, or what is wrong with it. */
export function checkedMapping(text: string): Mapping | { problem: string } {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: 'this is not JSON' };
	}
	const parsed = v.safeParse(MappingText, json);
	if (!parsed.success) {
		const [{ message, path }] = parsed.issues;
		const where = path?.map(({ key }) => String(key)).join('.');
		return { problem: where ? `${where}: ${message}` : message };
	}
	const { columns, ...rest } = parsed.output;
	const mapped = Object.entries(columns).filter(
		(entry): entry is [string, FieldName | FieldName[]] => entry[1] !== null
	);
	return { ...rest, columns: Object.fromEntries(mapped) };
}
