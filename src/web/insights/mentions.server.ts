import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { marksOf, mentionsOf, seeMentions } from '#domain/insights/server.ts';
import { markPath } from '#domain/reviews/review-charts.ts';
import { form } from '../form.server.ts';
import { isDemo } from './insights.server.ts';

const mostShown = 100;

/** Where somebody was mentioned, with the way there. */
export async function loadMentions({ locals }: Pick<RequestEvent, 'locals'>) {
	const { db, person, organisation } = locals;
	const [mentions, marks] = await Promise.all([
		mentionsOf(db, person!.id, mostShown),
		marksOf(db, { charts: null, ofDemo: isDemo(locals) })
	]);
	const pathOf = (id: number) => {
		const mark = marks.find((one) => one.id === id);
		return mark ? markPath(mark) : null;
	};
	return {
		zone: organisation.timeZone,
		mentions: mentions.map((one) => ({
			...one,
			path: one.kind === 'insight' ? `/insights/${one.id}` : pathOf(one.id)
		}))
	};
}

export const mentionActions = {
	seen: form(v.object({}), async (_, { locals }: RequestEvent) => {
		await seeMentions(locals.db, locals.person!.id, new Date());
	})
};
