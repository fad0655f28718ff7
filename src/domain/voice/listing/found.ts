import { rowEntry } from './entries.ts';
import type { Sought } from './entries.ts';
import { narrowed } from './phrase.ts';
import { addList, countPlaces, keepOnly, noPlaces, takeOut } from './places.ts';
import type { Places } from './places.ts';

/** A list of a condition, by its place among them; of a phrase by its entry, else several may be put together. */
export type ListOf = { condition: number; entry: string | null; block: number; isAll: boolean; places: Uint8Array };

/** Where in a block comments are, and where they may be besides. */
export type Found = { sure: Places; maybe: Places };

/** Where in each block comments are that fulfil all conditions, as far as lists can tell. */
export function findIn(
	blocks: readonly number[],
	conditions: readonly Sought[],
	lists: readonly ListOf[],
	common?: number
): Map<number, Found> {
	const under = Map.groupBy(lists, ({ block }) => block);
	const isSure = conditions.every(({ phrase }) => !phrase);
	return new Map(
		blocks.map((block) => {
			const of = Map.groupBy(under.get(block) ?? [], ({ condition }) => condition);
			const found = { sure: noPlaces().fill(255), maybe: isSure ? noPlaces() : noPlaces().fill(255) };
			for (const [at, condition] of conditions.entries()) {
				const { sure, maybe } = fulfilling(condition, of.get(at) ?? [], common);
				const narrow = condition.without ? takeOut : keepOnly;
				narrow(found.sure, condition.without ? maybe : sure);
				if (!isSure) narrow(found.maybe, condition.without ? sure : maybe);
			}
			takeOut(found.maybe, found.sure);
			return [block, found];
		})
	);
}

function fulfilling({ phrase }: Sought, lists: readonly ListOf[], common?: number): Found {
	if (!phrase) {
		const all = together(lists);
		return { sure: all, maybe: all };
	}
	const byEntry = new Map(lists.map((list) => [list.entry, list]));
	const countOf = (row: string) => {
		const list = byEntry.get(rowEntry(row));
		return list ? (list.isAll ? countPlaces(list.places) : list.places.length / 2) : null;
	};
	const known = narrowed(phrase, countOf, common);
	if (known === null) return { sure: noPlaces(), maybe: noPlaces() };
	const maybe = noPlaces().fill(255);
	for (const row of known.rows) keepOnly(maybe, together([byEntry.get(rowEntry(row))!]));
	return { sure: known.isExact ? maybe : noPlaces(), maybe };
}

function together(lists: readonly ListOf[]): Places {
	const all = noPlaces();
	for (const { places, isAll } of lists) addList(all, places, isAll);
	return all;
}
