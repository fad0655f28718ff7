import { addDays } from '../scope/calendar.ts';
import { nothingOn } from './translated.ts';
import type { TranslatedBatch } from './translated.ts';

/**
 * Refuses answers that nobody can have given yet: with a wrong year they would wait unseen for their week. A day is
 * allowed for clocks and zones that are ahead of ours.
 */
export async function* noneFromTheFuture(
	batches: AsyncIterable<TranslatedBatch>,
	today: string
): AsyncGenerator<TranslatedBatch> {
	const tooLate = addDays(today, 2);
	for await (const batch of batches) {
		const { records } = batch;
		for (let i = 0; i < records.length; i++) {
			const { row, response } = records[i];
			if (response === null || response.respondedAt < tooLate) continue;
			const reason = `${response.respondedAt.slice(0, 10)} has not come yet, and this answer has; check the year.`;
			records[i] = { ...nothingOn(row), problem: { field: 'responded_at', reason } };
		}
		yield batch;
	}
}
