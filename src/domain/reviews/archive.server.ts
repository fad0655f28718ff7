import type { Db } from '#platform/db/connect.ts';
import type { Week } from '../scope/week.ts';
import { archived } from './archived.ts';
import type { Archived } from './archived.ts';
import { readEdition } from './edition-shapes.ts';
import type { Found } from './found.ts';
import { selectEditions, selectFound } from './queries/archive.server.ts';

/** A quarter of a year to a page. */
const weeksAPage = 13;
const mostFound = 100;

/** Closed weeks, the latest first; `next`: the week before which the next page begins, null: there is none. */
export type ArchivePage = { weeks: Archived[]; next: Week | null };

export async function archivePage(db: Db, before: Week | null): Promise<ArchivePage> {
	const found = await selectEditions(db, { before, limit: weeksAPage + 1 });
	const weeks = found
		.slice(0, weeksAPage)
		.map(({ week, closedAt, closedBy, ...kept }) => archived(week, { ...readEdition(kept), closedAt, closedBy }));
	return { weeks, next: found.length > weeksAPage ? weeks.at(-1)!.week : null };
}

/** Where words that were searched for are written; `more`: whether there is more than is told. */
export async function searchReviews(db: Db, search: string): Promise<{ found: Found[]; more: boolean }> {
	const found = await selectFound(db, search, mostFound + 1);
	return { found: found.slice(0, mostFound), more: found.length > mostFound };
}
