import type { Chance } from './chance.ts';
import type { Customer } from './customers.ts';
import { type Region, regions } from './model.ts';

/** Those who think highly of us bring others: the more promoters a region has, the more of its newcomers were recommended. */
export function wordOfMouth(recordsFrom: number) {
	const tally = new Map(
		regions.map((region) => [region, { all: new Map<number, number>(), fond: new Map<number, number>() }])
	);
	const monthOf = (day: number) => Math.floor((day - recordsFrom) / 30.44);
	const add = (counts: Map<number, number>, month: number) => counts.set(month, (counts.get(month) ?? 0) + 1);

	return {
		spread({ place, life }: Customer) {
			const { all, fond } = tally.get(place.region)!;
			life.attitude.forEach((attitude, i) => {
				const month = monthOf(life.days[i]);
				add(all, month);
				if (attitude > 8.5) add(fond, month);
			});
		},
		bring(region: Region, day: number, chance: Chance): Customer['cameBy'] {
			const { all, fond } = tally.get(region)!;
			const month = monthOf(day);
			const fondness = (fond.get(month) ?? 0) / (all.get(month) ?? Infinity) || 0.35;
			const at = chance.unit();
			const recommended = 0.04 + 0.7 * fondness;
			return at < recommended ? 'recommended' : at < recommended + 0.2 ? 'unknown' : 'bought';
		}
	};
}
