import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/connect.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { whatIsKnown } from '../money/server.ts';
import { Refusal } from '../refusal.ts';
import { addDays, addMonths, monthOf } from '../scope/calendar.ts';
import { notKnown } from '../scope/scope.ts';
import { dayIn } from '../scope/zone.ts';
import { isStandInKey } from '../voice/keeping/suppression.ts';
import type { Comparison, Plan } from './bet.ts';
import { betOf } from './bets.server.ts';
import { drawGroups } from './draw.ts';
import type { Hash } from './draw.ts';
import { fewestAccounts } from './power.ts';
import type { Detectable } from './power.ts';
import {
	analyseMembers,
	insertMembers,
	selectEligible,
	selectMembers,
	selectScatter
} from './queries/groups.server.ts';
import type { Eligible, Member } from './queries/groups.server.ts';
import { insertStart, lockBet } from './queries/steps.server.ts';
import { detectableWith } from './scatter.ts';

export { selectMembers as membersOf } from './queries/groups.server.ts';

const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

const nameOf = (value: string) => (value === notKnown ? '' : value);
const groupOf = (comparison: Comparison) =>
	comparison.kind === 'draw' ? null : { slice: comparison.slice, value: nameOf(comparison.value) };

export type Power = { detectable: Detectable | NotEstimable; accounts: number; from: string; to: string };

/**
 * The smallest effect that a bet would find in 80 of 100 trials, from how outcomes of its customers scattered in the last
 * as many whole months that the books know.
 */
export async function powerOf(
	db: Db,
	{ whom, comparison, measure, months, series }: Plan,
	{ zone, now }: { zone: string; now: Date }
): Promise<Power> {
	const today = dayIn(now, zone);
	const through = (await whatIsKnown(db))?.revenueThrough ?? null;
	const to = monthOf(through !== null && through < today ? addDays(through, 1) : today);
	const [from, before] = [addMonths(to, -months), addMonths(to, -2 * months)];
	const asked = { whom, group: groupOf(comparison), on: today, from, to, before, series, zone };
	const scatter = (await selectScatter(db, asked)).filter((one) => comparison.kind === 'draw' || one.gets !== null);
	const accounts = scatter.reduce((sum, one) => sum + one.accounts, 0);
	const detectable =
		accounts === 0
			? notEstimable('nobody of these customers pays us today')
			: detectableWith(scatter, comparison, measure);
	return { detectable, accounts, from, to };
}

type By = { by: Person; now: Date };
type Chance = {
	zone: string;
	/** What the draw is made with: text that nobody could have chosen. */
	seed: () => string;
};

/**
 * Makes the groups of a bet and freezes them with its forecast: by the draw, or by who customers are. Only before it
 * starts, and only where both groups are large enough for a verdict.
 */
export async function makeGroups(
	db: Db,
	{ number, seen }: { number: number; seen: number },
	{ zone, seed: newSeed }: Chance,
	{ by, now }: By
): Promise<void> {
	if (!can(by, 'draw'))
		throw new Refusal('not-allowed', 'Groups are made by the chief customer officer or an analyst.');
	await db.transaction(async (tx) => {
		await lockBet(tx, number);
		const { plan, start, stopped } = await betOf(tx, number);
		const today = dayIn(now, zone);
		if (start || stopped) throw new Refusal('conflict', 'The groups of this bet are made, or it was stopped.');
		if (plan.version !== seen)
			throw new Refusal('conflict', `${plan.by} has changed this bet meanwhile. Read it again.`);
		if (today > plan.startsOn)
			throw new Refusal(
				'invalid',
				'The start has passed: a forecast is written, and groups are made, before it. Move the start.'
			);
		const seed = plan.comparison.kind === 'draw' ? newSeed() : null;
		const members = membersFrom(await selectEligible(tx, plan.whom, today), plan.comparison, seed);
		refuseFew(members);
		const { detectable } = await powerOf(tx, plan, { zone, now });
		await insertMembers(tx, number, members);
		await analyseMembers(tx);
		const gets = members.filter((member) => member.gets).length;
		const told =
			detectable.status === 'ok'
				? { detectable: detectable.value, whyNotDetectable: null }
				: { detectable: null, whyNotDetectable: detectable.reason };
		const made = { number, version: plan.version, seed, gets, others: members.length - gets, ...told };
		await insertStart(tx, { ...made, madeOn: today, startsOn: plan.startsOn }, { by: by.id, at: now });
		await audit(tx, by, seed === null ? 'made the groups of a bet' : 'drew the groups of a bet', `bet ${number}`);
	});
}

function membersFrom(eligible: readonly Eligible[], comparison: Comparison, seed: string | null): Member[] {
	const group = groupOf(comparison);
	const parted =
		comparison.kind === 'draw'
			? drawGroups(eligible, { seed: seed!, share: comparison.share, hash: sha256 })
			: eligible.map((one) => ({ ...one, gets: one[group!.slice] === group!.value }));
	return parted.map(({ customerId, key, unit, gets }) => ({ customerId, key, unit, gets }));
}

function refuseFew(members: readonly Member[]): void {
	const accounts = (gets: boolean) => new Set(members.filter((one) => one.gets === gets).map(({ unit }) => unit)).size;
	const [inside, outside] = [accounts(true), accounts(false)];
	if (Math.min(inside, outside) < fewestAccounts)
		throw new Refusal(
			'invalid',
			`${inside} accounts would get it and ${outside} would not: each group needs ${fewestAccounts} at least, or nothing could ever be judged.`
		);
}

/**
 * Draws once more from what is published, and says whether the same customers come out. Who was erased since cannot be
 * drawn again: the others have to come out as they did, in the place of so many of them as got it.
 */
export async function drawAgain(db: Db, number: number): Promise<boolean> {
	const { plan, start } = await betOf(db, number);
	if (!start?.seed || plan.comparison.kind !== 'draw') return false;
	const members = await selectMembers(db, number);
	const known = members.filter(({ unit }) => !isStandInKey(unit));
	const accounts = (some: readonly Member[]) => new Set(some.map(({ unit }) => unit)).size;
	const share =
		known.length === members.length
			? plan.comparison.share
			: accounts(known.filter(({ gets }) => gets)) / Math.max(1, accounts(known));
	const again = drawGroups(known, { seed: start.seed, share, hash: sha256 });
	return known.every((member, i) => member.gets === again[i].gets);
}
