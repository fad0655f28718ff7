/** Why a new customer came: by recommendation or reputation, by advertising, sales or acquisition, or nobody asked. */
export type Source = 'earned' | 'bought' | 'unknown' | 'reactivated';

/** Revenue of one customer in two periods. `source` matters for those without revenue before; unknown by default. */
export type GrowthAccount = { before: number; after: number; source?: Source };

/** Revenue of this period by where it came from, beside last period's total; `customers` with revenue in either. */
export type GrowthStatement = {
	before: number;
	retained: number;
	earned: number;
	bought: number;
	unknown: number;
	reactivated: number;
	customers: number;
};

/**
 * The reconciled statement: retained + earned + bought + unknown + reactivated is this period's revenue, to the cent.
 * Who paid before is retained, whatever is said of their source; who did not is new, or reactivated.
 */
export function growthStatement(accounts: readonly GrowthAccount[]): GrowthStatement {
	const statement = {
		before: 0,
		retained: 0,
		earned: 0,
		bought: 0,
		unknown: 0,
		reactivated: 0,
		customers: accounts.length
	};
	for (const { before, after, source = 'unknown' } of accounts) {
		statement.before += before;
		statement[before > 0 ? 'retained' : source] += after;
	}
	return statement;
}
