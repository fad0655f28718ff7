import type { Db } from '#platform/db/connect.ts';
import type { Instead, StaffText } from '../voice/keeping/staff-words.ts';
import { rewritten, writtenIn } from '../voice/keeping/written-values.ts';
import type { SnapshotContent } from './content/content.ts';
import { asMayBeShown } from './content/still-there.server.ts';
import {
	forgetAddresses,
	replaceScheduleNames,
	selectContents,
	selectHoldingErased,
	selectKeptEditions,
	selectScheduleNames,
	updateContents
} from './queries/erasure.server.ts';

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

/** What our own people called schedules, and all they wrote that editions repeat. One edition at a time: they are many, and some are large. */
export async function writtenInSnapshots(db: Db): Promise<StaffText[]> {
	const written: StaffText[] = (await selectScheduleNames(db)).map((name) => ({ ...name, atThem: false }));
	for (const id of await selectKeptEditions(db))
		for (const text of new Set(writtenIn(JSON.parse(await selectContents(db, id)))))
			written.push({ text, place: `Edition ${id} by mail`, atThem: false });
	return written;
}

/** Puts other texts in the place of some, in every edition too; what was mailed is out of reach. */
export async function takeOutOfSnapshots(db: Db, texts: readonly Instead[]): Promise<void> {
	await replaceScheduleNames(db, texts);
	const instead = new Map(texts.map(({ before, after }) => [before, after]));
	for (const id of await selectKeptEditions(db)) {
		const kept: unknown = JSON.parse(await selectContents(db, id));
		const after = rewritten(kept, instead);
		if (after !== kept) await updateContents(db, id, JSON.stringify(after));
	}
}
