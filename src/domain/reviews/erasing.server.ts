import { parse, stringify } from 'devalue';
import type { Db } from '#platform/db/connect.ts';
import type { Instead, StaffText } from '../voice/keeping/staff-words.ts';
import { rewritten, writtenIn } from '../voice/keeping/written-values.ts';
import {
	replaceInReviews,
	replaceKept,
	selectKept,
	selectKeptWeeks,
	selectWrittenInReviews
} from './queries/erasing.server.ts';

/** Everything that was written about weeks, as it is and as closed weeks keep it. One week at a time: some are large. */
export async function writtenInReviews(db: Db): Promise<StaffText[]> {
	const written = (await selectWrittenInReviews(db)).map((one) => ({ ...one, atThem: false }));
	for (const week of await selectKeptWeeks(db))
		for (const text of new Set(writtenIn(parse(await selectKept(db, week)))))
			written.push({ text, place: `Closed week ${week}`, atThem: false });
	return written;
}

/**
 * Puts other texts in the place of some, in what is live and in what closed weeks keep. Whatever shape a closed week
 * has, only texts that people wrote are exchanged: its figures pass through as they are.
 */
export async function takeOutOfReviews(db: Db, texts: readonly Instead[]): Promise<void> {
	await replaceInReviews(db, texts);
	const instead = new Map(texts.map(({ before, after }) => [before, after]));
	for (const week of await selectKeptWeeks(db)) {
		const kept: unknown = parse(await selectKept(db, week));
		const after = rewritten(kept, instead);
		if (after !== kept) await replaceKept(db, week, stringify(after));
	}
}
