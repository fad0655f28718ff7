import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Scope } from './scope.ts';
import { notKnown, slices } from './scope.ts';

const nameOrEmpty = (value: string) => (value === notKnown ? '' : value);

/** Keeps the cells of a scope's customers. Cells write "not known" as empty text. */
export function inSlice(scope: Pick<Scope, 'segment' | 'region' | 'plan'>): SQL {
	const chosen = slices.filter((slice) => scope[slice] !== null);
	if (chosen.length === 0) return sql`true`;
	return sql.join(
		chosen.map((slice) => sql`${sql.identifier(slice)} = ${nameOrEmpty(scope[slice]!)}`),
		sql` and `
	);
}
