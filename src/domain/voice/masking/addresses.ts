import type { Find } from './rules.ts';

const local = /[\p{L}\p{N}\p{M}._%+'-]{1,64}$/u;
const domain = /^(?:[\p{L}\p{N}\p{M}-]{1,63}\.){1,8}[\p{L}\p{M}][\p{L}\p{N}\p{M}-]{1,62}/u;

/** E-mail addresses, in any script. Looked for around each @, so that a long text without one costs nothing. */
export function addresses(text: string): Find[] {
	const finds: Find[] = [];
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		const before = local.exec(text.slice(Math.max(0, at - 64), at))?.[0];
		const behind = domain.exec(text.slice(at + 1, at + 255))?.[0];
		if (!before || !behind) continue;
		// A mark that ends a quotation or a sentence is not the address's.
		const from = at - before.replace(/^['.-]+/, '').length;
		if (from < at) finds.push({ from, to: at + 1 + behind.length, kind: 'e-mail address' });
	}
	return finds;
}
