import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { areMentionMailsOff, marksOf, mentionsOf, seeMentions, wantMentionMails } from '#domain/insights/server.ts';
import { markPath } from '#domain/reviews/review-charts.ts';
import { form } from '../form.server.ts';
import { isDemo } from './insights.server.ts';

const mostShown = 100;

/** Where somebody was mentioned, with the way there. */
export async function loadMentions({ locals }: Pick<RequestEvent, 'locals'>) {
	const { db, person, organisation } = locals;
	const [mailsOff, mentions, marks] = await Promise.all([
		areMentionMailsOff(db, person!.id),
		mentionsOf(db, person!.id, mostShown),
		marksOf(db, { charts: null, ofDemo: isDemo(locals) })
	]);
	const pathOf = (id: number) => {
		const mark = marks.find((one) => one.id === id);
		return mark ? markPath(mark) : null;
	};
	return {
		zone: organisation.timeZone,
		mailsOff,
		mentions: mentions.map((one) => ({
			...one,
			path: one.kind === 'insight' ? `/insights/${one.id}` : pathOf(one.id)
		}))
	};
}

export const mentionActions = {
	seen: form(v.object({}), async (_, { locals }: RequestEvent) => {
		await seeMentions(locals.db, locals.person!.id, new Date());
	}),
	mails: form(v.object({ wanted: v.picklist(['yes', 'no']) }), async ({ wanted }, { locals }: RequestEvent) => {
		await wantMentionMails(locals.db, wanted === 'yes', { by: locals.person!, now: new Date() });
	})
};
