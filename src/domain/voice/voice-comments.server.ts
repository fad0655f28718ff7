import type { Db } from '#platform/db/connect.ts';
import { asShown } from './as-shown.server.ts';
import { selectVoiceRows } from './queries/comments.server.ts';
import type { Id } from './queries/comments.server.ts';
import { cutAtFirst } from './voice-comment.ts';
import type { VoiceComment } from './voice-comment.ts';

/** Comments as a reader may have them, in the order in which they are asked for. `whole`: however long they are. */
export async function voiceComments(
	db: Db,
	ids: readonly Id[],
	{ zone, reader, whole = false }: { zone: string; reader: number; whole?: boolean }
): Promise<VoiceComment[]> {
	const found = await asShown(db, await selectVoiceRows(db, ids, { zone, reader }));
	const comments = found.map((comment) => ({ ...comment, characters: comment.comment?.length ?? 0 }));
	return whole ? comments : comments.map(cutAtFirst);
}
