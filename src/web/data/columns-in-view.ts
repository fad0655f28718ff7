/** A choice for each of some thousand columns is more than a browser bears, and hardly what a table was meant to be. */
export const mostColumns = 200;

/** The columns that a page shows: the first ones, and all that become something. Each says where it stands in its file. */
export const columnsInView = <Column extends { field: string }>(
	columns: readonly Column[]
): (Column & { at: number })[] =>
	columns.map((column, at) => ({ ...column, at })).filter(({ field, at }) => field !== '' || at < mostColumns);
