import type { RequestEvent } from '@sveltejs/kit';
import { accountIdFrom } from '#domain/customers/account.ts';
import type { Account } from '#domain/customers/account.ts';
import { accountOf } from '#domain/customers/server.ts';
import { populationOfCustomer } from '#domain/insights/mark.ts';
import { marksOf } from '#domain/insights/server.ts';
import { customersMoney } from '#domain/money/server.ts';
import { storyMonths } from '#domain/money/story/months.ts';
import { customerChart, customerRevenuePlaces } from '#domain/money/view/customer-revenue-places.ts';
import { weekOf } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { scoreMarksOf } from '#domain/voice/server.ts';
import { markActions } from '../marks/actions.server.ts';
import type { ChartsSeen } from '../marks/actions.server.ts';

type Paid = Awaited<ReturnType<typeof customersMoney>>;

/** What a customer paid and which scores they gave, month by month, and the marks that somebody put there. */
export async function monthsOf({ db, organisation }: App.Locals, account: Account, money: Paid) {
	const zone = organisation.timeZone;
	const population = populationOfCustomer(account.id);
	const [scores, shown] = await Promise.all([
		scoreMarksOf(db, account.id, { zone, from: '1900-01-01' }),
		marksOf(db, { charts: [customerChart], ofDemo: organisation.demoSince !== null, population })
	]);
	return {
		months: storyMonths(money.months, scores, money.lastComplete),
		marks: { shown, later: [] },
		seen: { population, week: weekOf(dayIn(new Date(), zone)) }
	};
}

/** A customer's own chart as it is now, for what is put on it; null: there is no such customer. */
export async function customerChartsSeen(locals: App.Locals, id: number | null): Promise<ChartsSeen | null> {
	const { db, organisation } = locals;
	const account = id === null ? null : await accountOf(db, id);
	if (!account) return null;
	const money = await customersMoney(db, account, { today: dayIn(new Date(), organisation.timeZone) });
	const { months, seen } = await monthsOf(locals, account, money);
	return { charts: [customerRevenuePlaces(months, organisation.reportingCurrency)], ...seen };
}

export const customerMarkActions = markActions((event: RequestEvent<{ key: string }>) =>
	customerChartsSeen(event.locals, accountIdFrom(event.params.key))
);
