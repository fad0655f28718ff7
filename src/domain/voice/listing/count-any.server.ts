import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import type { By, Wanted } from '../queries/matches.server.ts';
import type { MeantSearch } from '../search/meant.ts';
import { conditionsOf } from './conditions.server.ts';
import { wordsSought } from './entries.ts';
import { countFound, findListed } from './listed.server.ts';
import { ofTheme } from './queries/lists.server.ts';
import type { Condition } from './queries/lists.server.ts';
import { atOneMoment, lookAtUnlisted, selectBlocks } from './queries/read.server.ts';

/**
 * What is counted: comments that a filter lets through, about any of some themes or with the words of a search, but for
 * some by their number. `which` says all that of each comment, for those that are not listed.
 */
export type AnyOf = {
	wanted: Wanted;
	themes: readonly number[];
	search: MeantSearch | null;
	except: SQL;
	which: SQL;
};

const none = { entries: [], ranges: [], without: false };

/** Counts them by what is listed of comments. Null: nothing is listed, or the lists do not help; others have to count. */
export const countAny = (
	db: Db,
	{ wanted, themes, search, except, which }: AnyOf,
	by: By,
	{ common }: { common?: number } = {}
): Promise<number | null> =>
	atOneMoment(db, async (tx) => {
		const blocks = await selectBlocks(tx);
		if (blocks.length === 0) return null;
		const all = [
			...(await conditionsOf(tx, wanted, null, by)),
			{ ...none, without: true, numbers: [{ some: except }] }
		];
		const ways: Condition[][] = [
			...(themes.length === 0 ? [] : [[{ ...none, numbers: themes.map(ofTheme) }]]),
			...(search === null ? [] : [wordsSought(search)])
		];
		const found = await findListed(
			tx,
			ways.map((way) => [...way, ...all]),
			which,
			{ blocks, common }
		);
		if (found === null) return null;
		const { matching } = await lookAtUnlisted(tx, which, { blocks, after: null, until: null, limit: 0 });
		return countFound(found) + matching;
	});
