import type { Db } from '#platform/db/connect.ts';
import type { SnapshotContent } from './content.ts';
import { answersIn, promisesIn, withoutGone } from './erased.ts';
import { selectGone, selectGonePromises } from './queries.server.ts';

/** An edition as it may be shown today: without words and promises that were erased or withdrawn since. */
export async function asMayBeShown(db: Db, content: SnapshotContent): Promise<SnapshotContent> {
	const [answers, promises] = [answersIn(content), promisesIn(content)];
	const [words, promised] = await Promise.all([
		answers.length === 0 ? [] : selectGone(db, answers, content.organisation.zone),
		promises.length === 0 ? [] : selectGonePromises(db, promises)
	]);
	return withoutGone(content, words, promised);
}
