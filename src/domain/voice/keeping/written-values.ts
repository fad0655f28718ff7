import { countGaps } from './passages.ts';

/*
 * What is kept whole, such as a closed week or an edition, holds what people wrote beside figures. Here it is found by
 * the names that it has there, whatever the shape of the rest.
 */

const written = new Set([
	...['text', 'what', 'why', 'expected', 'forCustomers', 'outcome'],
	...['claim', 'end', 'words', 'guest']
]);

/** What a theme is called stands beside its number. */
const isWritten = (name: string) => written.has(name) || /^theme:\d+$/.test(name);

/** Every text in a kept value that people wrote. */
export const writtenIn = (value: unknown): string[] =>
	partsOf(value).flatMap(([name, part]) =>
		typeof part === 'string' ? (isWritten(name) ? [part] : []) : writtenIn(part)
	);

/** The same value with other texts where people wrote those of the map; figures and everything else pass untouched. */
export function rewritten<Value>(value: Value, instead: ReadonlyMap<string, string>): Value {
	const parts = partsOf(value).map(([name, part]): [string, unknown] => [
		name,
		typeof part === 'string' && isWritten(name) ? (instead.get(part) ?? part) : rewritten(part, instead)
	]);
	if (parts.every(([name, part]) => Object.is(part, (value as Record<string, unknown>)[name]))) return value;
	return (Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as Value;
}

/** How many passages erasures have taken out of a kept value. */
export const gapsIn = (value: unknown): number => writtenIn(value).reduce((n, text) => n + countGaps(text), 0);

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const partsOf = (value: unknown): [string, unknown][] =>
	Array.isArray(value) || isPlain(value) ? Object.entries(value) : [];
