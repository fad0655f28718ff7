import type { Feeling } from '../../metrics/groups.ts';
import type { Behind } from '../../voice/behind.ts';
import type { GrowthRow, StatementLine } from '../growth-statement.ts';
import type { Deed } from '../said-versus-did.ts';

/** What a reader can pick in a chart or statement of money. */
export type Pick = {
	group?: Feeling;
	did?: Deed | null;
	moved?: GrowthRow;
	behind?: Behind;
	/** First of the month. */
	month?: string;
};

/** Where it leads: the same page with the feed filtered. */
export type LinkTo = (pick: Pick) => string;

/** A line leads to the words of its customers; null: it is of none. */
export function lineLeads({ row, behind, customers }: StatementLine, linkTo: LinkTo): string | null {
	if (customers === 0) return null;
	if (behind) return linkTo({ behind });
	return row && customers ? linkTo({ moved: row }) : null;
}
