import type { ChartPlaces, Place } from '#ui/charts/places.ts';
import { money } from '#ui/format/money.ts';
import { count, percent } from '#ui/format/number.ts';
import { month as monthText } from '#ui/format/time.ts';
import type { Series } from '../../surveys/series.ts';
import type { Outcomes } from '../outcome.ts';
import type { Found } from '../price/intervals.ts';
import type { LagProfile } from '../price/lag-profile.ts';
import type { RevenueByGroup } from '../revenue-by-group.ts';
import { complementOf, stillThere } from '../staying.ts';
import type { Staying, StayingGroup } from '../staying.ts';
import { intervalText } from './price-text.ts';
import { bandsOf } from './revenue-by-group-option.ts';
import type { Valued } from './value-by-score-option.ts';
import { monthText as lagText } from './when-it-pays-option.ts';
import { isDrawn, monthsShown, pointsOf } from './who-stays-option.ts';

/*
 * Where something can be pinned to the charts of money, and what they say there. Ids of charts and keys of places are
 * kept with what is pinned, and so never change.
 */

const found = (value: Found, currency: string, unit: string): string | null =>
	value.status === 'ok' ? `${money(value.value, currency)} ${unit} (${intervalText(value, currency)})` : null;

export const followTheMoneyPlaces = ({ byScore }: Pick<Outcomes, 'byScore'>, currency: string): ChartPlaces => ({
	chart: 'follow-the-money',
	name: 'Follow the money',
	places: byScore.map(({ score, revenue, customers }, x): Place => {
		const says = found(revenue, currency, 'per customer');
		return {
			key: `score:${score}`,
			name: `score ${score}`,
			at: { x, y: null },
			says: says && `${says}, ${count(customers, 'customer')}`
		};
	})
});

export const valueByScorePlaces = (all: readonly Valued[], currency: string): ChartPlaces => ({
	chart: 'value-by-score',
	name: 'Value by score',
	places: all.map(({ name, score, value }, x): Place => ({
		key: score === null ? `group:${name.toLowerCase()}` : `score:${score}`,
		name: score === null ? name.toLowerCase() : `score ${score}`,
		at: { x, y: null },
		says: found(value, currency, 'per customer')
	}))
});

export const whenItPaysPlaces = ({ months }: Pick<LagProfile, 'months'>, currency: string): ChartPlaces => ({
	chart: 'when-it-pays',
	name: 'When it pays',
	places: months.map(({ month, perPoint }, x): Place => ({
		key: `lag:${month}`,
		name: lagText(month).toLowerCase(),
		at: { x, y: null },
		says: found(perPoint, currency, 'per point')
	}))
});

/** The months of the axis, and each curve at its end. */
export function whoStaysPlaces({ sees, groups }: Staying): ChartPlaces {
	const comesBack = sees === 'who comes back';
	const at = ({ name, curve }: StayingGroup, month: number): string[] => {
		const share = comesBack ? complementOf(stillThere(curve, month)) : stillThere(curve, month);
		return share.status === 'ok' ? [`${name} ${percent(share.value)}`] : [];
	};
	const months = Array.from({ length: monthsShown / 3 }, (_, i) => 3 * (i + 1));
	const ends = groups.flatMap(({ feeling, name, curve }): Place[] => {
		const end = pointsOf(curve).at(-1);
		if (!end || !isDrawn(curve)) return [];
		const [month, share] = end;
		const y = comesBack ? 1 - share : share;
		const says = `${percent(y)} ${comesBack ? 'back' : 'kept'} after ${count(month, 'month')}`;
		return [{ key: `group:${feeling}`, name: name.toLowerCase(), at: { x: month, y }, says }];
	});
	return {
		chart: 'who-stays',
		name: comesBack ? 'Who comes back' : 'Who stays',
		places: [
			...ends,
			...months.map((month): Place => {
				const says = groups.flatMap((group) => at(group, month)).join(', ');
				return { key: `after:${month}`, name: `after ${month} months`, at: { x: month, y: null }, says: says || null };
			})
		]
	};
}

export function revenueByGroupPlaces(
	{ months }: Pick<RevenueByGroup, 'months'>,
	{ metric }: Pick<Series, 'metric'>,
	currency: string
): ChartPlaces {
	const bands = bandsOf(metric);
	return {
		chart: 'revenue-by-group',
		name: 'Revenue by what they last said',
		places: months.map((month, x): Place => {
			const paid = bands.filter(({ key }) => month[key] !== 0);
			const says = paid.map(({ key, name }) => `${name} ${money(month[key], currency)}`).join(', ');
			const key = `month:${month.month.slice(0, 7)}`;
			return { key, name: monthText(month.month), at: { x, y: null }, says: says || null };
		})
	};
}
