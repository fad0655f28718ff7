import type { Db } from '#platform/db/connect.ts';
import { selectPlacesOfCommon } from '../queries/page.server.ts';
import type { Place, Span } from '../queries/page.server.ts';
import type { By, Wanted } from '../queries/matches.server.ts';
import type { MeantSearch } from '../search/meant.ts';
import { monthOf } from '../../scope/calendar.ts';
import { matches } from '../queries/matches.server.ts';
import { conditionsOf } from './conditions.server.ts';
import { monthOfEntry, monthsSought } from './entries.ts';
import { countFound, findListed } from './listed.server.ts';
import type { Listed } from './listed.server.ts';
import { addList, keepOnly, noPlaces, numbersAt } from './places.ts';
import { selectMonths } from './queries/lists.server.ts';
import { atOneMoment, lookAtUnlisted, selectBlocks, selectNewestOf } from './queries/read.server.ts';

/** `isWalked`: the newest comments have been looked through already, and these were too few. */
export type ListSpan = Span & { isWalked?: boolean };

export type Asked = { wanted: Wanted; search: MeantSearch | null };

/**
 * How many comments match, and where the newest of them are, by what is listed of comments: its cost hardly grows with
 * how many match. `mostLookedUp`: so many are looked up by their numbers in time. Null: nothing is listed, as in a small
 * company, or the lists do not help; then others have to count.
 */
export const fromLists = (
	db: Db,
	asked: Asked,
	by: By,
	span: ListSpan,
	{ mostLookedUp = 5_000, common }: { mostLookedUp?: number; common?: number } = {}
): Promise<{ matching: number; places: Place[] } | null> =>
	atOneMoment(db, async (tx) => {
		const blocks = await selectBlocks(tx);
		if (blocks.length === 0) return null;
		const { wanted, search } = asked;
		const which = matches(wanted, by);
		const conditions = await conditionsOf(tx, wanted, search, by);
		const found = await findListed(tx, [conditions], which, { blocks, common });
		if (found === null) return null;
		const unlisted = await lookAtUnlisted(tx, which, { ...span, blocks });
		const listed = countFound(found);
		const places = await newest(tx, found, {
			asked,
			by,
			span,
			isFew: listed <= mostLookedUp,
			unlisted: unlisted.places
		});
		return { matching: listed + unlisted.matching, places };
	});

export const isListed = async (db: Db): Promise<boolean> => (await selectBlocks(db)).length > 0;

const numbersOf = (found: Listed): number[] => [...found].flatMap(([block, places]) => numbersAt(block, places));

type Sifted = { asked: Asked; by: By; span: ListSpan; isFew: boolean; unlisted: Place[] };

/**
 * Few comments are all looked up. Of many, the newest are likely to be among the newest there are; where they are not,
 * they are looked up month by month.
 */
async function newest(db: Db, found: Listed, { asked, by, span, isFew, unlisted }: Sifted): Promise<Place[]> {
	if (isFew) return merged(unlisted, await selectNewestOf(db, numbersOf(found), span), span.limit);
	const walked = span.until === null && !span.isWalked ? await selectPlacesOfCommon(db, asked.wanted, by, span) : null;
	return walked ?? merged(unlisted, await newestByMonth(db, found, span), span.limit);
}

async function newestByMonth(db: Db, found: Listed, span: Span): Promise<Place[]> {
	const { after, until, limit } = span;
	const [range] = monthsSought({ from: until && monthOf(until.at), to: null }).ranges;
	const lists = Map.groupBy(await selectMonths(db, range), ({ entry }) => monthOfEntry(entry));
	const places: Place[] = [];
	for (const [month, ofMonth] of lists) {
		if (after && month > monthOf(after.at)) continue;
		const numbers = ofMonth.flatMap(({ block, isAll, places: list }) => {
			const within = noPlaces();
			addList(within, list, isAll);
			keepOnly(within, found.get(block) ?? noPlaces());
			return numbersAt(block, within);
		});
		if (numbers.length === 0) continue;
		places.push(...(await selectNewestOf(db, numbers, { ...span, limit: limit - places.length })));
		if (places.length >= limit) break;
	}
	return places;
}

/** The newest of both, the newest first. Moments are told to the microsecond, all in as many signs. */
const merged = (some: readonly Place[], others: readonly Place[], limit: number): Place[] =>
	[...some, ...others]
		.sort((a, b) => (a.cursorAt === b.cursorAt ? b.responseId - a.responseId : a.cursorAt < b.cursorAt ? 1 : -1))
		.slice(0, limit);
