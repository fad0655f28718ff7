import type { Db } from '#platform/db/connect.ts';
import { seededRandom } from '#stats/random.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { whatIsKnown } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import { addDays, addMonths, monthOf } from '../scope/calendar.ts';
import type { Organisation } from '../scope/organisation.ts';
import { dayIn } from '../scope/zone.ts';
import type { Bet } from './bet.ts';
import { monthsMeasured } from './bet.ts';
import { betOf } from './bets.server.ts';
import { judgeComparison, judgeDraw } from './judge.ts';
import { measuresAnswers } from './measure.ts';
import { monthsBefore, monthsBetween, panelOfAnswers, panelOfRevenue } from './panel.ts';
import { selectUnjudged } from './queries/bets.server.ts';
import { selectAnswersByMonth, selectFollowed, selectPaidByMonth, selectStandings } from './queries/outcomes.server.ts';
import { insertVerdict, lockBet } from './queries/steps.server.ts';
import type { Judgement, Progress } from './verdict.ts';

type Where = Pick<Organisation, 'timeZone' | 'margin' | 'demoSince'>;

/**
 * Of how many of a bet's months the outcomes are in. Money is known up to the last day of the books; answers up to the
 * day before the last time that anything was taken in. A draw waits for both, since it tells of both.
 */
export async function progressOf(
	db: Db,
	{ plan }: Pick<Bet, 'plan'>,
	{ zone, now }: { zone: string; now: Date }
): Promise<Progress> {
	const { from } = monthsMeasured(plan);
	const known = await whatIsKnown(db);
	const heard = known && addDays(dayIn(known.at, zone), -1);
	const needsMoney = !measuresAnswers(plan.measure) || (plan.comparison.kind === 'draw' && known?.revenueThrough);
	const ends = [addDays(dayIn(now, zone), -1), heard, needsMoney ? known?.revenueThrough : undefined];
	const through = ends.includes(null) ? null : ends.filter((end) => typeof end === 'string').sort()[0];
	const over = through ? Math.max(0, monthsBetween(from, monthOf(addDays(through, 1)))) : 0;
	return {
		complete: over >= plan.months,
		known: Math.min(plan.months, over),
		of: plan.months,
		through: through ?? null
	};
}

/** Judges a bet whose outcomes are complete, once and for ever. `by`: null for the product itself. */
export async function judgeBet(
	db: Db,
	number: number,
	organisation: Where,
	{ by, now }: { by: Person | null; now: Date }
): Promise<void> {
	if (by && !can(by, 'draw')) throw new Refusal('not-allowed', 'Your role does not include this.');
	const zone = organisation.timeZone;
	await db.transaction(async (tx) => {
		await lockBet(tx, number);
		const bet = await betOf(tx, number);
		if (!bet.start || bet.verdict || bet.stopped)
			throw new Refusal('conflict', 'There is nothing to judge, or it was judged.');
		const { complete, known, of } = await progressOf(tx, bet, { zone, now });
		if (!complete)
			throw new Refusal(
				'invalid',
				`The outcomes of ${known} of ${of} months are in. It is judged when all of them are.`
			);
		const judgement = await judgementOf(tx, bet, organisation);
		const completeOn = monthsMeasured(bet.plan).to;
		await insertVerdict(
			tx,
			{ number, judgement, completeOn, judgedOn: dayIn(now, zone) },
			{ by: by?.id ?? null, at: now }
		);
		await audit(tx, by, 'judged a bet', `bet ${number}`);
	});
}

/** The numbers of the bets that have become complete. Bets on the made-up company wait while it is not there. */
export async function dueForJudging(db: Db, organisation: Where, now: Date): Promise<number[]> {
	const due: number[] = [];
	const isDemo = organisation.demoSince !== null;
	for (const bet of (await selectUnjudged(db)).filter(({ ofDemo }) => ofDemo === isDemo))
		if ((await progressOf(db, bet, { zone: organisation.timeZone, now })).complete) due.push(bet.number);
	return due;
}

/** Judges what has become complete; the numbers of the bets. */
export async function judgeDue(db: Db, organisation: Where, now: Date): Promise<number[]> {
	const due = await dueForJudging(db, organisation, now);
	for (const number of due) await judgeBet(db, number, organisation, { by: null, now });
	return due;
}

async function judgementOf(db: Db, bet: Bet, { timeZone: zone, margin }: Where): Promise<Judgement> {
	const { measure, comparison, months, startsOn, series } = bet.plan;
	const { from, to } = monthsMeasured(bet.plan);
	const about = { measure, margin, got: bet.start!.gets, members: bet.start!.gets + bet.start!.others };
	if (comparison.kind === 'draw') {
		const window = {
			from,
			to,
			before: addMonths(monthOf(startsOn), -months),
			startsOn: monthOf(startsOn),
			paysOn: startsOn
		};
		const hasRevenue = Boolean((await whatIsKnown(db))?.revenueThrough);
		return judgeDraw(await selectFollowed(db, bet.number, { ...window, series, zone }), { ...about, hasRevenue });
	}
	const span = { from: addMonths(monthOf(startsOn), -monthsBefore), to };
	const members = await selectStandings(db, bet.number);
	const when = { from, startsOn, ...comparison };
	const rows =
		measure === 'revenue'
			? panelOfRevenue(members, await selectPaidByMonth(db, bet.number, span), { ...when, to })
			: panelOfAnswers(members, await selectAnswersByMonth(db, bet.number, { ...span, series: series!, zone }), {
					...when,
					measure
				});
	const followed = (gets: boolean) =>
		new Set(rows.filter((row) => row.gets === gets).map(({ customerId }) => customerId)).size;
	const customers = { gets: followed(true), others: followed(false) };
	const byValues = bet.plan.whom.customers === null;
	return judgeComparison(rows, { ...about, months, customers, byValues }, seededRandom(1));
}
