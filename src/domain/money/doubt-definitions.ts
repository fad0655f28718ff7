import type { Definition, DefinitionChange } from '../metrics/figure.ts';

/* What is said of the doubt of a figure where its customers do not differ, and since when. */

const changedOn = '2026-11-27';

export const whereAllOrNothing =
	'Where it is all of it, or nothing: Wilson, by as many customers of equal size as tell as much (Korn & Graubard).';

export const whereAlike =
	'None where it is the same for each customer: without any difference they do not tell how far off it could be.';

type Versions = { version: number; changes: DefinitionChange[] };

/** Whatever was told before stays what it was. */
const withOneMore =
	(what: string) =>
	(version: number, changes: readonly DefinitionChange[] = []): Versions & Partial<Definition> => ({
		version,
		changes: [...changes, { version, changedOn, what }]
	});

export const allOrNothingToo = withOneMore(
	'Where it is all of it, or nothing, it is told with how far off that could be. Before, there was a dash.'
);

export const alikeToo = withOneMore(
	'Where it is the same for each customer it is told, and that there is no interval. Before, there was a dash.'
);

export const alikeHasDoubt = withOneMore(
	'Where it is the same for each customer it says that there is no interval. Before, it looked as if it were counted.'
);
