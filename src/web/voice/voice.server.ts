import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { csvTable } from '#domain/imports/files/write.ts';
import { selectSeries } from '#domain/metrics/server.ts';
import { howValued, slicesOfCustomers } from '#domain/money/server.ts';
import { sliceChoices } from '#domain/scope/slice-choices.ts';
import { isWeek, weekOf } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { mainSeries, metricsAsked, seriesFrom } from '#domain/surveys/series.ts';
import { cursorFrom } from '#domain/voice/feed.ts';
import { filterFromUrl } from '#domain/voice/filter.ts';
import { groupChoices } from '#domain/voice/group-text.ts';
import {
	arrivedSince,
	coverageOfWeek,
	drawOfWeek,
	ranksOfWeek,
	voice,
	voicePage,
	wholeComment
} from '#domain/voice/server.ts';
import type { DrawnBy, VoiceReading } from '#domain/voice/server.ts';
import { notChecked } from '#domain/voice/themes/rule.ts';
import { checkedThemes, themes } from '#domain/voice/themes/server.ts';
import { idFrom } from '#domain/voice/voice-comment.ts';
import { asAttachment } from '../download.server.ts';
import { withPinnedIn } from '../insights/pinned-in.server.ts';
import { latestWeek } from '../review.server.ts';
import { surveyChoices } from '../survey-choices.ts';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;

const readingOf = ({ locals: { organisation, person } }: Asking): VoiceReading => ({
	zone: organisation.timeZone,
	currency: organisation.reportingCurrency,
	reader: person!
});

const placeOf = ({ locals: { organisation } }: Asking) => ({
	currency: organisation.reportingCurrency,
	zone: organisation.timeZone
});

/** The Voice page: the newest comments that match, how many there are, and what can be filtered by. */
export async function loadVoice(event: Asking & Pick<RequestEvent, 'request'>) {
	const { db } = event.locals;
	const { searchParams } = event.url;
	const filter = filterFromUrl(searchParams);
	const [found, customers, series, allThemes, checked, valued] = await Promise.all([
		voice(db, filter, readingOf(event), cursorFrom(searchParams.get('older'))),
		slicesOfCustomers(db),
		selectSeries(db),
		themes(db),
		checkedThemes(db),
		howValued(db)
	]);
	const known = series.map(seriesFrom);
	return {
		filter,
		found: await withPinnedIn(db, found),
		valued,
		choices: {
			...sliceChoices(customers),
			group: groupChoices(metricsAsked(known)),
			survey: surveyChoices(known, mainSeries(known), null),
			theme: allThemes.map(({ id, name }) => ({
				value: String(id),
				name: checked.some(({ themeId }) => themeId === id) ? name : `${name} (${notChecked})`
			}))
		},
		isTop: !searchParams.has('older'),
		narrow: /Mobi/.test(event.request.headers.get('user-agent') ?? ''),
		...placeOf(event)
	};
}

/** Another page of the same comments, for a browser that stays where it is. */
export async function loadMore(event: Asking) {
	const { db } = event.locals;
	const page = await voicePage(db, filterFromUrl(event.url.searchParams), readingOf(event), {
		after: cursorFrom(event.url.searchParams.get('older')),
		until: cursorFrom(event.url.searchParams.get('until'))
	});
	return withPinnedIn(db, page);
}

/** How many comments that match have come in since the page was shown. */
export async function loadArrived(event: Asking): Promise<{ arrived: number }> {
	const since = event.url.searchParams.get('since') ?? '';
	if (!/^\d{1,15}$/.test(since)) error(400, 'Say after which comment.');
	const filter = filterFromUrl(event.url.searchParams);
	return { arrived: await arrivedSince(event.locals.db, filter, readingOf(event), Number(since)) };
}

/** One comment, whole. */
export async function loadWords(event: Asking, id = event.url.searchParams.get('id')) {
	const known = idFrom(id);
	const comment = known && (await wholeComment(event.locals.db, known, readingOf(event)));
	if (!comment) error(404, 'There is no such comment, or its words are no longer here.');
	return (await withPinnedIn(event.locals.db, { comments: [comment] })).comments[0];
}

/** The same as a page with an address of its own. */
export const loadComment = async (event: Asking & { params: { id: string } }) => ({
	comment: await loadWords(event, event.params.id),
	...placeOf(event)
});

/** The week that an address names, or the one that the review opens. */
async function weekIn(event: Asking) {
	const week = event.url.searchParams.get('week') ?? '';
	return isWeek(week) ? week : latestWeek(event);
}

const thisWeek = ({ locals }: Asking) => weekOf(dayIn(new Date(), locals.organisation.timeZone));

/** What a draw is balanced by, as the address says. */
function drawnByIn({ url }: Asking): DrawnBy {
	const by = url.searchParams.get('by');
	return by === 'segment' || by === 'group' ? by : null;
}

/** The ten comments of a week that chance has drawn. */
export async function loadDraw(event: Asking) {
	const drawnBy = drawnByIn(event);
	const week = await weekIn(event);
	const [draw, series] = await Promise.all([
		drawOfWeek(event.locals.db, week, drawnBy, readingOf(event)),
		selectSeries(event.locals.db)
	]);
	return {
		draw,
		by: drawnBy,
		asked: metricsAsked(series.map(seriesFrom)),
		thisWeek: thisWeek(event),
		...placeOf(event)
	};
}

/** What each comment of a week was ranked by, as a table for whoever wants to check a draw. */
export async function ranksFile(event: Asking): Promise<Response> {
	const week = await weekIn(event);
	const by = drawnByIn(event);
	const ranks = await ranksOfWeek(event.locals.db, week, by, event.locals.organisation.timeZone);
	const header = ['rank', 'comment', 'sha256', ...(by ? [by] : []), 'drawn'];
	const rows = ranks.map(({ number, hash, stratum, isDrawn }, i) => {
		const drawn = isDrawn ? 'yes' : 'no';
		return by ? [i + 1, number, hash, stratum, drawn] : [i + 1, number, hash, drawn];
	});
	return new Response(csvTable(header, rows), { headers: asAttachment(`draw-${week}${by ? `-by-${by}` : ''}.csv`) });
}

/** How much of a week's words was read, and by whom. */
export async function loadCoverage(event: Asking) {
	const week = await weekIn(event);
	const coverage = await coverageOfWeek(event.locals.db, week, event.locals.organisation.timeZone);
	return { week, coverage, thisWeek: thisWeek(event) };
}
