import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../../auth/person.ts';
import type { Organisation } from '../../scope/organisation.ts';
import { firstDay, lastDay } from '../../scope/scope.ts';
import { dayIn } from '../../scope/zone.ts';
import type { Comment, FeedScope } from '../../voice/feed.ts';
import { cursorFrom } from '../../voice/feed.ts';
import { feed, feedPage, drawnAmong } from '../../voice/server.ts';
import type { VoiceComment } from '../../voice/voice-comment.ts';
import type { KeptComment, KeptWords, Wanted } from './content.ts';

/** More are not kept with an edition; it says how many there are. */
const mostKept = 1_000;
/** Nor more than this of text, in UTF-16 units, but always the first comment, however long it is. */
const mostText = 2_000_000;

/** Whoever reads a mail sees what an executive sees, and has read nothing yet. */
const anExecutive: Person = { id: 0, name: '', email: '', role: 'executive' };

/** The week's comments by the rule that was asked for, as many as were asked for, and of how many. */
export async function keptWords(
	db: Db,
	{ week, filter, comments: { rule, limit } }: Wanted,
	{ timeZone: zone }: Organisation
): Promise<KeptWords> {
	const most = rule === 'all' ? mostKept : Math.min(limit, mostKept);
	const found =
		rule === 'draw'
			? await drawn(db, week, filter, { zone, reader: anExecutive.id, limit: most })
			: await newest(db, feedOf({ week, filter }), { zone, reader: anExecutive }, most);
	return { rule, ...found, comments: withinReason(found.comments.map((comment) => kept(comment, zone))) };
}

const drawn: (...asked: Parameters<typeof drawnAmong>) => Promise<Found> = async (...asked) => {
	const { drawn: comments, of, seed } = await drawnAmong(...asked);
	return { comments, of, seed };
};

type Found = Pick<KeptWords, 'of' | 'seed'> & { comments: (Comment | VoiceComment)[] };

async function newest(
	db: Db,
	scope: FeedScope,
	reading: { zone: string; reader: Person },
	most: number
): Promise<Found> {
	const { comments, next, counts } = await feed(db, scope, reading);
	const found = [...comments];
	for (let after = cursorFrom(next); after && found.length < most;) {
		const page = await feedPage(db, scope, reading, after);
		found.push(...page.comments);
		after = cursorFrom(page.next);
	}
	return { comments: found.slice(0, most), of: counts.matching, seed: null };
}

const feedOf = ({ week, filter }: Pick<Wanted, 'week' | 'filter'>): FeedScope => {
	const { segment, region, plan } = filter;
	const scope = { ...filter, week };
	return { from: firstDay(scope), to: lastDay(scope), segment, region, plan, series: null, scores: null };
};

const kept = (comment: Comment | VoiceComment, zone: string): KeptComment => ({
	customerId: comment.customerId,
	responseId: comment.responseId,
	respondedAt: comment.respondedAt.toISOString(),
	metric: comment.metric,
	highIsGood: comment.highIsGood,
	score: comment.score,
	title: comment.title,
	comment: comment.comment,
	gone: comment.erasedAt ? 'erased' : null,
	goneOn: comment.erasedAt && dayIn(comment.erasedAt, zone),
	language: comment.language,
	about: comment.about,
	customer: comment.customer,
	segment: comment.segment,
	tenureDays: comment.tenureDays,
	perYearMinor: comment.perYearMinor
});

function withinReason(comments: KeptComment[]): KeptComment[] {
	let text = 0;
	const fits = ({ title, comment }: KeptComment, i: number) =>
		(text += (title?.length ?? 0) + (comment?.length ?? 0)) <= mostText || i === 0;
	const tooMuch = comments.findIndex((comment, i) => !fits(comment, i));
	return tooMuch === -1 ? comments : comments.slice(0, tooMuch);
}
