import type { InsightsShown } from '../../insights/shown.ts';
import type { FollowUp } from '../../officer/follow-up.ts';
import { isOverdue } from '../../officer/follow-up.ts';
import type { Decision } from '../../reviews/decision.ts';
import { customersText } from '../../scope/scope.ts';
import type { KeptDecision, KeptPromise, KeptPromises } from './content.ts';
import { forReaders } from './masked.ts';

/** What was decided in the week, and what earlier weeks promised that is still open, the first due first. */
export function keptDecisions(
	{ ofTheWeek, earlier }: { ofTheWeek: Decision[]; earlier: Decision[] },
	today: string
): KeptDecision[] {
	const due = earlier.filter(({ state }) => state === 'open').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	return [...ofTheWeek, ...due].map((decision) => ({
		week: decision.week,
		what: decision.what,
		owner: decision.owner,
		dueOn: decision.dueOn,
		state: decision.state,
		isOverdue: decision.state === 'open' && decision.dueOn < today,
		touches: customersText(decision.touches),
		customers: decision.customers,
		perYearMinor: decision.perYearMinor,
		currency: decision.currency,
		forCustomers: decision.forCustomers
	}));
}

type Promised = Omit<KeptPromises, 'told'> & { told: FollowUp[] };

/** What customers were promised, as it stood; what was erased by then is a gap from the start. */
export const keptPromises = ({ told, open, overdue }: Promised, today: string): KeptPromises => ({
	...{ open, overdue },
	told: told.map((one): KeptPromise => ({
		customerId: one.customerId,
		id: one.id,
		customer: one.customer,
		what: one.what && forReaders(one.what),
		owner: one.owner,
		dueOn: one.dueOn,
		state: one.state,
		outcome: one.outcome && forReaders(one.outcome),
		perYearMinor: one.perYearMinor,
		isOverdue: isOverdue(one, today),
		gone: one.what === null ? 'erased' : null
	}))
});

export const keptInsights = ({ told, of }: InsightsShown): InsightsShown => ({
	of,
	told: told.map((one) => ({ ...one, claim: forReaders(one.claim), end: one.end && forReaders(one.end) }))
});
