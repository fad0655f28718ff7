import type { Db } from '#platform/db/connect.ts';
import { selectIds } from './queries/intake.server.ts';

/** Most customers whose ids are kept in memory at once: some 30 MB. */
const mostKept = 250_000;

/** Finds customers' ids by their keys, and remembers them: files name the same customers month after month. */
export function customerDirectory(db: Db) {
	const kept = new Map<string, number>();

	return {
		/** Of each key in its order; undefined where nobody has it. */
		async idsOf(keys: readonly string[]): Promise<(number | undefined)[]> {
			const ids = keys.map((key) => kept.get(key));
			const missing = new Set(keys.filter((_, i) => ids[i] === undefined));
			if (missing.size === 0) return ids;
			if (kept.size + missing.size > mostKept) kept.clear();
			for (const { key, id } of await selectIds(db, [...missing])) kept.set(key, id);
			return ids.map((id, i) => id ?? kept.get(keys[i]));
		}
	};
}

export type CustomerDirectory = ReturnType<typeof customerDirectory>;
