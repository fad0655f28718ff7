import type { Db } from '#platform/db/connect.ts';
import { selectIds } from './queries/intake.server.ts';

/** Most customers whose ids are kept in memory at once: some 30 MB. */
const mostKept = 250_000;

/** Finds customers' ids by their keys, and remembers them: files name the same customers month after month. */
export function customerDirectory(db: Db) {
	const kept = new Map<string, number>();

	return {
		/** Keys that nobody has are not in the answer. */
		async idsOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
			const missing = new Set<string>();
			for (const key of keys) if (!kept.has(key)) missing.add(key);
			if (missing.size > 0) {
				if (kept.size + missing.size > mostKept) kept.clear();
				const unknown = kept.size === 0 ? new Set(keys) : missing;
				for (const { key, id } of await selectIds(db, [...unknown])) kept.set(key, id);
			}
			return kept;
		}
	};
}

export type CustomerDirectory = ReturnType<typeof customerDirectory>;
