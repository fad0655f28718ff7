import type { Db } from '#platform/db/connect.ts';
import type { Comment, EarlierVersion } from './feed.ts';
import { selectEarlier } from './keeping/queries/earlier.server.ts';
import { withMasks } from './masking/masks.server.ts';

type Written = Pick<Comment, 'responseId' | 'title' | 'comment' | 'erasedAt'> & { version: number };

/**
 * Comments as a reader may have them: with masks, and with what their source said before. Every door through which words
 * leave goes through here.
 */
export async function asShown<Row extends Written>(
	db: Db,
	found: readonly Row[]
): Promise<(Omit<Row, 'version'> & Pick<Comment, 'hidden' | 'earlier'>)[]> {
	const corrected = found.filter(({ version, erasedAt }) => version > 1 && !erasedAt);
	const earlier =
		corrected.length > 0
			? await selectEarlier(
					db,
					corrected.map(({ responseId }) => responseId)
				)
			: [];
	const [comments, versions] = [await withMasks(db, found), await withMasks(db, earlier)];
	return comments.map(({ version: _, ...comment }) => ({
		...comment,
		earlier: versions.flatMap(({ responseId, ...one }): EarlierVersion[] =>
			responseId === comment.responseId ? [one] : []
		)
	}));
}
