import type { RequestEvent } from '@sveltejs/kit';
import { placeMark, replyToMark, rewordMark, settleMark } from '#domain/insights/server.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ChartPlaces } from '#ui/charts/places.ts';
import { form } from '../form.server.ts';
import { MarkForm, ReplyForm, RewordForm } from './forms.ts';

/** The charts of a page as somebody looks at them. */
export type ChartsSeen = { charts: ChartPlaces[]; population: string; week: string };

const by = ({ locals }: RequestEvent) => ({ by: locals.person!, now: new Date() });

/** Puts a mark where it was pointed at, if the page has that chart and the chart that point. */
export async function mark(
	event: RequestEvent,
	seen: ChartsSeen | null,
	asked: { chart: string; from: string; to?: string | null; text: string; through?: string }
): Promise<number> {
	const chart = seen?.charts.find((one) => one.chart === asked.chart);
	if (!seen || !chart) throw new Refusal('not-found', 'There is no such chart here.');
	const { population, week } = seen;
	const ofDemo = event.locals.organisation.demoSince !== null;
	return placeMark(event.locals.db, chart, { ...asked, population, week, ofDemo }, by(event));
}

/** What can be done with marks on every page that has some. */
export const markActions = <Event extends RequestEvent>(seenOn: (event: Event) => Promise<ChartsSeen | null>) => ({
	mark: form(MarkForm, async (asked, event: Event) => void (await mark(event, await seenOn(event), asked))),
	reword: form(RewordForm, (words, event: Event) => rewordMark(event.locals.db, words, by(event))),
	reply: form(ReplyForm, ({ id, kind, text }, event: Event) =>
		kind === 'said'
			? replyToMark(event.locals.db, { id, text }, by(event))
			: settleMark(event.locals.db, { id, kind, text }, by(event))
	)
});
