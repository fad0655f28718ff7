import type { Db } from '#platform/db/connect.ts';
import { isFiltered } from './filter.ts';
import { fromLists } from './listing/from-lists.server.ts';
import { countMatching } from './queries/count.server.ts';
import type { By } from './queries/matches.server.ts';
import { selectPlaces, selectPlacesAndCount, selectPlacesOfCommon } from './queries/page.server.ts';
import type { Place, Span } from './queries/page.server.ts';
import type { Understood } from './search.server.ts';

/** A word in so many comments is likely to be in some of the newest; one in fewer is found quickly by itself. */
const common = 5_000;

const isRare = ({ wanted, atMost }: Understood) => wanted.query !== null && atMost !== null && atMost < common;
const isNarrowed = ({ wanted }: Understood) => isFiltered({ ...wanted, search: '' });

/** Whether how many match is only known by looking at all that may, which can be many. */
const needsLists = (understood: Understood) =>
	understood.wanted.query === null ? isNarrowed(understood) : !isRare(understood);

/** Where the newest comments that match are. */
export async function findPlaces(db: Db, understood: Understood, by: By, span: Span): Promise<Place[]> {
	const { wanted, atMost } = understood;
	const isCommon = atMost !== null && atMost >= common && span.until === null;
	const walked = isCommon ? await selectPlacesOfCommon(db, wanted, by, span) : null;
	if (walked) return walked;
	const listed = needsLists(understood) ? await fromLists(db, understood, by, { ...span, isWalked: isCommon }) : null;
	return listed?.places ?? selectPlaces(db, wanted, by, span);
}

/**
 * And how many match. A rare word's comments are found once, for both; of many, lists tell it if there are any.
 * Otherwise both are asked for side by side. Null: everything matches.
 */
export async function findPlacesAndCount(
	db: Db,
	understood: Understood,
	by: By,
	span: Span
): Promise<{ places: Place[]; matching: number | null }> {
	const { wanted, atMost, isExact } = understood;
	const isKnown = isExact && !isNarrowed(understood);
	const listed = needsLists(understood) && !isKnown ? await fromLists(db, understood, by, span) : null;
	if (listed) return listed;
	if (wanted.query !== null && (atMost === null || isRare(understood)))
		return selectPlacesAndCount(db, wanted, by, span);
	const count = () => {
		if (isKnown) return atMost;
		return wanted.query !== null || isNarrowed(understood) ? countMatching(db, wanted, by) : null;
	};
	const [places, matching] = await Promise.all([findPlaces(db, understood, by, span), count()]);
	return { places, matching };
}
