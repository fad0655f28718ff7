import type { Metric } from '../surveys/survey.ts';
import { weekOf } from '../scope/week.ts';
import { dayIn } from '../scope/zone.ts';
import type { Comment } from './feed.ts';
import { filterToQuery } from './filter.ts';
import type { VoiceFilter } from './filter.ts';

/** A comment as it goes into a file: as the page shows it, with where it comes from. */
export type FileComment = Pick<
	Comment,
	'responseId' | 'respondedAt' | 'score' | 'title' | 'comment' | 'hidden' | 'erasedAt' | 'earlier' | 'language'
> & {
	customerKey: string;
	customer: string;
	segment: string | null;
	region: string | null;
	plan: string | null;
	survey: string;
	metric: Metric;
	/** Null: the survey asks about everything. */
	touchpoint: string | null;
	source: string;
	/** The source's own id of the answer; null: it has none. */
	sourceId: string | null;
};

type Cell = string | number | null;

/** The file's columns, named as those that we read, where we read such. Weeks and days are the organisation's. */
const columns: Record<string, (comment: FileComment, zone: string) => Cell> = {
	week: ({ respondedAt }, zone) => weekOf(dayIn(respondedAt, zone)),
	responded_at: ({ respondedAt }) => respondedAt.toISOString(),
	customer_id: ({ customerKey }) => customerKey,
	customer_name: ({ customer }) => customer,
	segment: ({ segment }) => segment,
	region: ({ region }) => region,
	plan: ({ plan }) => plan,
	survey: ({ survey }) => survey,
	metric: ({ metric }) => metric,
	score: ({ score }) => score,
	touchpoint: ({ touchpoint }) => touchpoint,
	language: ({ language }) => language,
	title: ({ title }) => title,
	comment: ({ comment }) => comment,
	/** In how many places of title and comment something is hidden; each says so itself. */
	hidden: ({ hidden }) => hidden.title.length + hidden.comment.length,
	/** How often the source has corrected itself: the words are the latest. */
	corrected: ({ earlier }) => earlier.length,
	/** Set: the words were erased on that day; the row is their gap. */
	erased_on: ({ erasedAt }, zone) => erasedAt && dayIn(erasedAt, zone),
	source: ({ source }) => source,
	response_id: ({ sourceId }) => sourceId
};

export const columnsOfFile = Object.keys(columns);

export const cellsOf = (comment: FileComment, zone: string): Cell[] =>
	Object.values(columns).map((cell) => cell(comment, zone));

/** A choice in an address can be typed by anybody, and as long as they like. */
const longestChoice = 100;

/** 'group low, region EMEA, words'. What is searched for stays out: the log holds no words. */
export function narrowedBy(filter: VoiceFilter, isByWords: boolean): string {
	const chosen = [...new URLSearchParams(filterToQuery({ ...filter, search: '' }))].map(([name, value]) =>
		name === 'unread' ? 'unread' : `${name} ${value.slice(0, longestChoice)}`
	);
	return [...chosen, ...(isByWords ? ['words'] : [])].join(', ') || 'nothing';
}
