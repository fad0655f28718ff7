import type { Db } from '#platform/db/connect.ts';
import type { Organisation } from '../scope/organisation.ts';
import { withMasks } from '../voice/server.ts';
import { stepOf } from './alert.ts';
import type { NewAlert } from './alert.ts';
import { selectOverdue, selectTurned } from './queries/found.server.ts';
import type { Overdue, Turned } from './queries/found.server.ts';
import { isValuable, usualWorth } from './wish.ts';
import type { Wish } from './wish.ts';

const day = 86_400_000;

/** An older answer that comes in now is history: it may be one of many that an import brings. */
const answersOf = 14 * day;

type Looking = {
	now: Date;
	today: string;
	ofDemo: string;
	organisation: Organisation;
	withAnswers: boolean;
	listeners: readonly Pick<Wish, 'worth'>[];
};

/** Valuable customers who turned detractor, and follow-ups that have become overdue by another step. */
export async function found(db: Db, looking: Looking): Promise<NewAlert[]> {
	const { now, today, ofDemo, organisation, withAnswers, listeners } = looking;
	const worths = [usualWorth, ...listeners.map(({ worth }) => worth)];
	const turned = withAnswers ? await selectTurned(db, { since: new Date(now.getTime() - answersOf), ofDemo }) : [];
	const valuable = turned.filter((one) => worths.some((worth) => isValuable(one, worth)));
	const overdue = await selectOverdue(db, { today, ofDemo });
	const currency = organisation.reportingCurrency;
	return [
		...(await withMasks(db, valuable)).map((one) => detractor(one, currency)),
		...(await escalated(db, overdue, currency))
	];
}

function detractor(turned: Turned, currency: string): NewAlert {
	const { customerId, responseId, title, comment, scoreBefore, respondedBefore } = turned;
	const { metric, highIsGood, about, score, respondedAt, language, perYearMinor, above } = turned;
	return {
		...{ kind: 'detractor', subject: `answer ${responseId}`, period: 'once' },
		facts: {
			kind: 'detractor',
			...{ metric, highIsGood, about, score, respondedAt, language, perYearMinor, above, currency },
			before: { score: scoreBefore, respondedAt: respondedBefore }
		},
		...{ customerId, responseId, followUpId: null },
		words: [title, comment].filter((text) => text !== null).join('\n\n') || null
	};
}

/** What is owed to them may hold a number or an address as well: it leaves the house hidden, as comments do. */
async function escalated(db: Db, overdue: readonly Overdue[], currency: string): Promise<NewAlert[]> {
	const masked = await withMasks(
		db,
		overdue.map((one) => ({ ...one, title: null, comment: one.what }))
	);
	return masked.map(({ customerId, followUpId, responseId, kind, comment, daysOverdue, ...one }) => ({
		...{ kind: 'escalation', subject: `follow-up ${customerId}/${followUpId}`, period: String(stepOf(daysOverdue)) },
		facts: {
			kind: 'escalation',
			...{
				followUp: kind,
				owner: one.owner,
				ownerId: one.ownerId,
				openedBy: one.openedBy,
				dueOn: one.dueOn,
				daysOverdue
			},
			...{ perYearMinor: one.perYearMinor === null ? null : Number(one.perYearMinor), currency }
		},
		...{ customerId, responseId, followUpId, words: comment }
	}));
}
