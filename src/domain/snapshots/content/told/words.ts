import { money } from '#ui/format/money.ts';
import { count, number } from '#ui/format/number.ts';
import { day, moment, tenure } from '#ui/format/time.ts';
import { feelingIn } from '../../../metrics/loyalty.ts';
import { scaleOf } from '../../../surveys/survey.ts';
import type { KeptComment, KeptWords } from '../content.ts';
import type { CommentTold, SectionTold } from './told.ts';

type Place = { currency: string; zone: string };

export const wordsTold = (words: KeptWords, place: Place): SectionTold => ({
	kind: 'words',
	title: 'In their words',
	rule: ruleText(words),
	none: words.of === 0 ? 'Nobody wrote anything in this week.' : null,
	comments: words.comments.map((comment) => commentTold(comment, place))
});

/** Which comments these are, and of how many. */
export function ruleText({ rule, comments: { length: shown }, of, seed }: KeptWords): string {
	if (of === 0) return 'No comments.';
	if (rule === 'draw')
		return `${number(shown)} of ${number(of)}, drawn by chance with the seed ${seed!.slice(0, 12)}, which anybody can check.`;
	if (shown === of) return `${of === 1 ? 'The only comment' : `All ${number(of)} comments`} of the week, newest first.`;
	return `The newest ${number(shown)} of ${count(of, 'comment')}.`;
}

function commentTold(comment: KeptComment, { currency, zone }: Place): CommentTold {
	const { metric, highIsGood, score, about } = comment;
	const sent = moment(new Date(comment.respondedAt), zone, true);
	return {
		score: score === null ? null : metric === 'nps' ? String(score) : `${score}/${scaleOf[metric].highest}`,
		feeling: score === null ? 'none' : feelingIn({ id: '', metric, highIsGood, about: '' }, score),
		customer: comment.customer,
		who: [comment.segment, tenure(comment.tenureDays)].filter(Boolean).join(' · '),
		worth: comment.perYearMinor === null ? 'pays nothing' : `${money(comment.perYearMinor, currency)} a year`,
		when: `${sent}, ${about === 'relationship' ? 'relationship' : about} survey`,
		language: comment.language,
		title: comment.title,
		words: comment.comment,
		gone: goneText(comment)
	};
}

function goneText({ gone, goneOn }: KeptComment): string | null {
	if (gone === null) return null;
	if (gone === 'withdrawn') return 'Withdrawn with the import that brought these words.';
	return `Erased on ${day(goneOn!)} at the person’s request.`;
}
