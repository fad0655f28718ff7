import type { Db } from '#platform/db/connect.ts';
import { isFiltered } from './filter.ts';
import { fromLists, isListed } from './listing/from-lists.server.ts';
import { countMatching } from './queries/count.server.ts';
import { countedBy } from './queries/matches.server.ts';
import type { By } from './queries/matches.server.ts';
import { selectPlaces, selectPlacesAndCount, selectPlacesOfCommon } from './queries/page.server.ts';
import type { Place, Span } from './queries/page.server.ts';
import type { Understood } from './search.server.ts';

/** A word in so many comments is likely to be in some of the newest; one in fewer is found quickly by itself. */
const common = 5_000;

const isRare = ({ wanted, atMost }: Understood) => wanted.query !== null && atMost !== null && atMost < common;
const isNarrowed = ({ wanted }: Pick<Understood, 'wanted'>) => isFiltered({ ...wanted, search: '' });

/** Whether finding all that match may be slow: there can be many, or few among all that there are. */
const needsLists = (understood: Understood) =>
	understood.wanted.query === null ? isNarrowed(understood) : !isRare(understood);

/** Whether it is known beforehand how many match: of a word in one form, and of most filters without words. */
function isCounted({ wanted, isExact }: Understood): boolean {
	if (wanted.query === null) return countedBy(wanted) !== null && !wanted.unread;
	return isExact && !isNarrowed({ wanted });
}

/** Where the newest comments that match are. */
export async function findPlaces(db: Db, understood: Understood, by: By, span: Span): Promise<Place[]> {
	const { wanted, atMost } = understood;
	const isLikely = wanted.query === null ? needsLists(understood) && (await isListed(db)) : (atMost ?? 0) >= common;
	const isWalked = isLikely && span.until === null;
	const walked = isWalked ? await selectPlacesOfCommon(db, wanted, by, span) : null;
	if (walked) return walked;
	const listed = needsLists(understood) ? await fromLists(db, understood, by, { ...span, isWalked }) : null;
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
	const { wanted, atMost } = understood;
	const isKnown = isCounted(understood);
	const listed = needsLists(understood) && !isKnown ? await fromLists(db, understood, by, span) : null;
	if (listed) return listed;
	if (wanted.query !== null && (atMost === null || isRare(understood)))
		return selectPlacesAndCount(db, wanted, by, span);
	const count = () => {
		if (wanted.query !== null) return isKnown ? atMost : countMatching(db, wanted, by);
		return isNarrowed(understood) ? countMatching(db, wanted, by) : null;
	};
	const [places, matching] = await Promise.all([findPlaces(db, understood, by, span), count()]);
	return { places, matching };
}
