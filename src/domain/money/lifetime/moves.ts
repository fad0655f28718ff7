import type { Buyer, ContractMove } from '../queries/lifetime.server.ts';
import type { ContractModel } from './contract-value.ts';
import type { PurchaseModel } from './purchase-value.ts';
import type { ValuedMove } from './valuation.ts';

/** Subscribers who moved alike, valued by the model of all, and by those that have not seen one of the groups. */
export function contractMove(move: ContractMove, [model, ...without]: ContractModel[]): ValuedMove {
	const { segment, ageBefore, ageNow, perYearBefore, perYearNow, more, less, ...rest } = move;
	const years = ageNow === null ? 0 : model.multiplier(segment, ageNow);
	return {
		...rest,
		segment,
		opening: ageBefore === null ? null : perYearBefore * model.multiplier(segment, ageBefore),
		closing: ageNow === null ? null : perYearNow * years,
		grown: more * years,
		shrunk: less * years,
		closingWithout: ageNow === null ? [] : without.map((other) => perYearNow * other.multiplier(segment, ageNow))
	};
}

/** A customer pays who bought within twelve months. What refunds ate has no place in the model, and is counted out. */
export function purchaseMoves(opening: Buyer[], closing: Buyer[], [model, ...without]: PurchaseModel[]) {
	const before = new Map(opening.filter(({ pays }) => pays).map((buyer) => [buyer.customerId, model.valueOf(buyer)]));
	let leftOut = 0;
	const moves: ValuedMove[] = [];
	for (const buyer of closing) {
		const { segment, region, plan, group } = buyer;
		const then = before.get(buyer.customerId) ?? null;
		const now = buyer.pays ? model.valueOf(buyer) : null;
		if (buyer.pays && now === null) leftOut++;
		if (then === null && now === null) continue;
		const change = then === null || now === null ? 0 : now - then;
		moves.push({
			segment,
			region,
			plan,
			group,
			customers: 1,
			opening: then,
			closing: now,
			grown: Math.max(0, change),
			shrunk: Math.min(0, change),
			closingWithout: now === null ? [] : without.map((other) => other.valueOf(buyer) ?? now)
		});
	}
	return { moves, leftOut };
}
