/** A text as somebody sent it, without NUL: nobody types one, and the database keeps none. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** What JSON says, its texts without NUL; null: it is no JSON. */
export function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text, (_, value) => (typeof value === 'string' ? withoutNul(value) : value));
	} catch {
		return null;
	}
}
