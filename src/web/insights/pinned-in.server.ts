import { insightsOfComments } from '#domain/insights/server.ts';
import type { Comment } from '#domain/voice/feed.ts';

/** A page of comments that says of each in which insights it is evidence. */
export async function withPinnedIn<Page extends { comments: Pick<Comment, 'responseId' | 'pinnedIn'>[] }>(
	db: App.Locals['db'],
	page: Page
): Promise<Page> {
	const pinnedIn = await insightsByAnswer(
		db,
		page.comments.map(({ responseId }) => responseId)
	);
	return { ...page, comments: page.comments.map((one) => ({ ...one, pinnedIn: pinnedIn(one.responseId) })) };
}

/** The insights in which answers are evidence, by the number of the answer. */
export async function insightsByAnswer(db: App.Locals['db'], responses: readonly number[]) {
	const found = Map.groupBy(await insightsOfComments(db, responses), ({ responseId }) => responseId);
	return (responseId: number) => (found.get(responseId) ?? []).map(({ number, claim }) => ({ number, claim }));
}
