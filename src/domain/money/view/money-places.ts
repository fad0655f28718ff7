import type { ChartPlaces } from '#ui/charts/places.ts';
import type { Series } from '../../surveys/series.ts';
import type { MoneyStatements, PriceNow } from '../server.ts';
import { revenueByGroupPlaces, valueByScorePlaces, whenItPaysPlaces, whoStaysPlaces } from './places.ts';
import { valued } from './value-by-score-option.ts';

/** The charts of the Money page, as marks know them. */
export const moneyCharts = ['value-by-score', 'when-it-pays', 'revenue-by-group', 'who-stays'];

type Shown = Pick<PriceNow, 'price' | 'silent'> & Pick<MoneyStatements, 'byGroup' | 'survival'> & { series: Series };

/** Where something can be pinned to them, as far as they can be drawn. */
export const moneyPlaces = ({ price, silent, byGroup, survival, series }: Shown, currency: string): ChartPlaces[] => [
	...(price.status === 'ok'
		? [valueByScorePlaces(valued(price.likeForLike.byScore, silent), currency), whenItPaysPlaces(price.lag, currency)]
		: []),
	revenueByGroupPlaces(byGroup, series, currency),
	whoStaysPlaces(survival)
];
