import type { Db } from '#platform/db/connect.ts';
import type { SnapshotContent } from './content/content.ts';
import { asMayBeShown } from './content/still-there.server.ts';
import { forgetAddresses, selectHoldingErased, updateContents } from './queries/erasure.server.ts';

/**
 * Takes erased words out of the editions that hold them, and addresses out of what was sent, in the transaction and the
 * act of the erasure. The gap stays in view, as it does everywhere.
 */
export async function eraseFromSnapshots(
	db: Db,
	{ addresses, now }: { addresses: readonly string[]; now: Date }
): Promise<void> {
	for (const { id, contents } of await selectHoldingErased(db)) {
		const content = await asMayBeShown(db, JSON.parse(contents) as SnapshotContent);
		await updateContents(db, id, JSON.stringify(content));
	}
	if (addresses.length > 0) await forgetAddresses(db, addresses, now);
}
