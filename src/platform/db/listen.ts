import type { Sql } from './connect.ts';

/**
 * Calls `heard` whenever the database notifies a channel, and once whenever listening begins anew: something may have
 * been missed. The driver keeps a connection of its own for it, and opens another when that breaks.
 */
export async function listenTo(sql: Sql, channel: string, heard: () => void): Promise<() => Promise<void>> {
	const { unlisten } = await sql.listen(channel, heard, heard);
	return unlisten;
}
