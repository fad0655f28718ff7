import type { NotEstimable } from '#stats/estimate.ts';
import { discountAMonth, monthsAhead } from './assumptions.ts';
import { survivalOf } from './survival.ts';
import type { Survival, Tenure } from './survival.ts';

/** What a subscriber's yearly revenue is to be multiplied by, for their segment and months as a customer. */
export type Multiplier = (segment: string, age: number) => number;

export type ContractModel = { status: 'ok'; multiplier: Multiplier; customers: number; losses: number; method: string };

/**
 * Σ S(n + k)/S(n) / (1 + d)^(k − 1) over the months ahead, over twelve: years of revenue still to come from somebody who
 * has been a customer for n months. The current month is theirs already; the next one counts in full.
 */
function yearsToCome(share: readonly number[], age: number): number {
	const now = Math.min(age, share.length - 1 - monthsAhead);
	if (share[now] <= 0) return 0;
	let sum = 0;
	for (let month = 1; month <= monthsAhead; month++)
		sum += share[now + month] / share[now] / (1 + discountAMonth) ** (month - 1);
	return sum / 12;
}

/** Survival by segment; a segment with too few customers or losses stays as the whole company does. */
export function contractModel(tenures: readonly Tenure[]): ContractModel | NotEstimable {
	const everybody = survivalOf(tenures);
	if ('reason' in everybody) return everybody;
	const bySegment = new Map<string, Survival>();
	for (const segment of new Set(tenures.map((row) => row.segment))) {
		const own = survivalOf(tenures.filter((row) => row.segment === segment));
		if (!('reason' in own)) bySegment.set(segment, own);
	}
	const tails = [...bySegment.values(), everybody].map(({ tail }) => tail);
	return {
		status: 'ok',
		multiplier: remembered((segment, age) => yearsToCome((bySegment.get(segment) ?? everybody).share, age)),
		customers: everybody.customers,
		losses: everybody.losses,
		method: `Kaplan-Meier by segment, then ${tails.includes('sBG') ? 'a shifted-beta-geometric tail' : 'a constant loss'}`
	};
}

function remembered(multiplier: Multiplier): Multiplier {
	const known = new Map<string, number>();
	return (segment, age) => {
		const key = `${age} ${segment}`;
		const found = known.get(key) ?? multiplier(segment, age);
		known.set(key, found);
		return found;
	};
}
