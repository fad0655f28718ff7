import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { whoCanBeMentioned } from '../insights/server.ts';
import { Refusal } from '../refusal.ts';
import { seriesFrom } from '../surveys/series.ts';
import type { Bet } from './bet.ts';
import { whyNoForecast } from './forecast.ts';
import { measuresAnswers } from './measure.ts';
import { insertBet, selectBet } from './queries/bets.server.ts';
import { insertPlan } from './queries/plans.server.ts';
import type { NewPlan } from './queries/plans.server.ts';
import { countKnown } from './queries/groups.server.ts';
import { insertStop, insertWhys, lockBet, selectWhys } from './queries/steps.server.ts';

export {
	selectBetNames as betNames,
	selectBets as allBets,
	selectBetsOfInsight as betsOfInsight
} from './queries/bets.server.ts';
export { selectPlans as plansOf } from './queries/plans.server.ts';
export { selectWhys as whysOf } from './queries/steps.server.ts';
export type { Whys } from './queries/steps.server.ts';

type By = { by: Person; now: Date };
type From = Pick<Bet, 'insight' | 'about' | 'ofDemo'>;

export async function betOf(db: Db, number: number): Promise<Bet> {
	const bet = await selectBet(db, number);
	if (!bet) throw new Refusal('not-found', 'There is no such bet.');
	return bet;
}

/** Writes a bet down with its forecast, before anybody gets anything. */
export async function makeBet(db: Db, plan: NewPlan, from: From, { by, now }: By): Promise<number> {
	refuseReaders(by);
	await refusePlan(db, plan);
	return db.transaction(async (tx) => {
		const number = await insertBet(tx, from, { by: by.id, at: now });
		await insertPlan(tx, { number, seen: 0, plan }, { by: by.id, at: now });
		await audit(tx, by, 'made a bet', `bet ${number}`);
		return number;
	});
}

/**
 * Writes another version of a bet beside the one its writer saw, as long as its groups are not made.
 *
 * @throws Refusal when somebody else has written meanwhile, or the forecast stands.
 */
export async function changeBet(
	db: Db,
	{ number, seen, plan }: { number: number; seen: number; plan: NewPlan },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await refusePlan(db, plan);
	await db.transaction(async (tx) => {
		await lockBet(tx, number);
		const { start, stopped, plan: theirs } = await betOf(tx, number);
		if (start) throw new Refusal('conflict', 'The groups are made: the forecast stays as it was written before.');
		if (stopped) throw new Refusal('conflict', 'This bet was stopped. Make another one.');
		if (!(await insertPlan(tx, { number, seen, plan }, { by: by.id, at: now })))
			throw new Refusal('conflict', `${theirs.by} has meanwhile written “${theirs.hypothesis}”. Yours is still here.`);
		await audit(tx, by, 'changed a bet', `bet ${number}`);
	});
}

/** Ends a bet before it is judged, with the reason. It stays listed, and counts as no forecast that held or failed. */
export async function stopBet(
	db: Db,
	{ number, why }: { number: number; why: string },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		await lockBet(tx, number);
		if ((await betOf(tx, number)).verdict) throw new Refusal('conflict', 'This bet is judged already.');
		if (!(await insertStop(tx, { number, why }, { by: by.id, at: now })))
			throw new Refusal('conflict', 'This bet was stopped meanwhile.');
		await audit(tx, by, 'stopped a bet', `bet ${number}`);
	});
}

/** Writes the whys of a bet, each of which answers why the one before it is so; earlier ones are kept. */
export async function writeWhys(
	db: Db,
	{ number, seen, whys }: { number: number; seen: number; whys: readonly string[] },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		await betOf(tx, number);
		if (!(await insertWhys(tx, { number, seen, whys }, { by: by.id, at: now }))) {
			const [theirs] = await selectWhys(tx, number);
			throw new Refusal('conflict', `${theirs.by} has meanwhile written “${theirs.whys.join('” – “')}”.`);
		}
		await audit(tx, by, 'wrote the whys of a bet', `bet ${number}`);
	});
}

function refuseReaders(by: Person): void {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'Bets are made by the chief customer officer.');
}

async function refusePlan(db: Db, plan: NewPlan): Promise<void> {
	const trouble = whyNoForecast(plan.forecast) ?? whyNoPlan(plan);
	if (trouble) throw new Refusal('invalid', trouble);
	if (!(await whoCanBeMentioned(db)).some(({ id }) => id === plan.ownerId))
		throw new Refusal('invalid', 'An owner has to be somebody who can sign in.');
	const { customers } = plan.whom;
	if (customers === null) return;
	const known = await countKnown(db, customers);
	if (known < customers.length)
		throw new Refusal(
			'invalid',
			`${customers.length - known} of the ${customers.length} keys are of no customer we know.`
		);
}

function whyNoPlan({ startsOn, endsOn, measure, series, comparison, whom }: NewPlan): string | null {
	if (endsOn < startsOn) return 'It cannot end before it starts.';
	if (whom.customers?.length === 0) return 'The list names no customer.';
	if (measuresAnswers(measure) && series === null) return 'Choose the survey whose answers are measured.';
	if (measure === 'nps' && seriesFrom(series!).metric !== 'nps')
		return 'NPS is of 0–10 answers alone: choose the mean answer.';
	if (comparison.kind === 'draw') return null;
	if (measure === 'staying')
		return 'Customers kept can only be judged by a draw: who is here at the start has stayed until then in both groups, so that nothing before it tells whether these are alike.';
	if (whom[comparison.slice] !== null)
		return `All of these customers are alike in ${comparison.slice}: nobody is left to compare with.`;
	return null;
}
