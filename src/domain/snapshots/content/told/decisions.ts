import { money } from '#ui/format/money.ts';
import { number } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import { weekNumber } from '../../../scope/week.ts';
import { touchedText } from '../../../reviews/decision.ts';
import type { KeptDecision } from '../content.ts';
import type { Piece, SectionTold } from './told.ts';

export const decisionsTold = (decisions: readonly KeptDecision[], week: string): SectionTold => ({
	kind: 'items',
	title: 'Decisions, and what is due',
	rule: decisionsRule(decisions),
	none: 'Nothing was decided in this week, and nothing is open from earlier ones.',
	items: decisions.map((decision) => decisionTold(decision, week))
});

/** How many are open, and how many of these are overdue. */
function decisionsRule(decisions: readonly KeptDecision[]): string | null {
	const open = decisions.filter(({ state }) => state === 'open');
	const overdue = open.filter(({ isOverdue }) => isOverdue).length;
	return open.length === 0 ? null : `${number(open.length)} open, ${number(overdue)} overdue.`;
}

function decisionTold(decision: KeptDecision, week: string): Piece[] {
	const { what, owner, dueOn, state, isOverdue, touches, customers, perYearMinor, currency, forCustomers } = decision;
	const earlier = decision.week === week ? '' : ` Decided in week ${weekNumber(decision.week)}.`;
	const due: Piece =
		state === 'open'
			? { text: `by ${day(dueOn)}${isOverdue ? ', overdue' : ''}`, ...(isOverdue ? { is: 'worse' } : {}) }
			: { text: state };
	return [
		{ text: what, is: 'strong' },
		{ text: ` · ${owner}, ` },
		due,
		{ text: '.' },
		{
			text: `${earlier} Touches ${touchedText(touches, customers)}, who paid ${money(perYearMinor, currency)} a year. For our customers: ${forCustomers ?? 'not answered yet'}`,
			is: 'quiet'
		}
	];
}
