import type { NotEstimable } from '#stats/estimate.ts';
import type { Feeling } from '../../metrics/groups.ts';
import type { Metric } from '../../surveys/survey.ts';
import type { Found } from './intervals.ts';
import { isDetectable } from './ladder.ts';
import type { Price } from './price.ts';

/** The ways to gain one point of the organisation's score. */
export const routes = ['lowToMiddle', 'middleToHigh', 'lowToHigh'] as const;
export type Route = (typeof routes)[number];

export const routeEnds: Record<Route, { from: Feeling; to: Feeling }> = {
	lowToMiddle: { from: 'low', to: 'middle' },
	middleToHigh: { from: 'middle', to: 'high' },
	lowToHigh: { from: 'low', to: 'high' }
};

/**
 * Share of customers who move for one point of NPS, where all the way counts twice. Shares of satisfied customers have
 * no such points: there it is one customer in a hundred who moves.
 */
const moved = (metric: Metric, route: Route): number => (metric === 'nps' && route === 'lowToHigh' ? 0.005 : 0.01);

export type PricedRoute = { route: Route; perYear: Found; customersMoved: number; isDetectable: boolean };

/**
 * What one point is worth a year among N customers: 0.01·N·(V_passive − V_detractor), 0.01·N·(V_promoter − V_passive),
 * 0.005·N·(V_promoter − V_detractor); for other metrics what one customer in a hundred is worth, by their own groups.
 */
export const pricedRoutes = (price: Price | NotEstimable, metric: Metric, customers: number): PricedRoute[] =>
	routes.map((route) => {
		const found = price.status === 'ok' ? price.likeForLike[route] : price;
		const customersMoved = moved(metric, route) * customers;
		return { route, perYear: scaled(found, customersMoved), customersMoved, isDetectable: isDetectable(found) };
	});

export const scaled = (found: Found, by: number): Found =>
	found.status === 'ok' ? { ...found, value: found.value * by, low: found.low * by, high: found.high * by } : found;

/** Points to gain by each route. */
export type Moves = Record<Route, number>;

const mostPoints = 20;

/** Reads the moves from an address: whole and half points, none below 0 and none beyond what could be believed. */
export const movesFromUrl = (parameters: URLSearchParams): Moves => {
	const points = (route: Route) => {
		const asked = Number(parameters.get(route) ?? 0);
		return Number.isFinite(asked) ? Math.min(mostPoints, Math.max(0, Math.round(asked * 2) / 2)) : 0;
	};
	return { lowToMiddle: points('lowToMiddle'), middleToHigh: points('middleToHigh'), lowToHigh: points('lowToHigh') };
};

/**
 * What all moves bring together. The routes share their customers, so that their errors go together: the ends of the
 * intervals are added up, which is wider than it may be and never narrower.
 */
export function whatIf(priced: readonly PricedRoute[], moves: Moves): Found | null {
	const parts = priced.filter(({ route }) => moves[route] > 0);
	if (parts.length === 0) return null;
	const missing = parts.map(({ perYear }) => perYear).find(({ status }) => status !== 'ok');
	if (missing) return missing;
	return parts
		.map(({ route, perYear }) => scaled(perYear, moves[route]))
		.reduce((sum, part) =>
			sum.status === 'ok' && part.status === 'ok'
				? { ...sum, value: sum.value + part.value, low: sum.low + part.low, high: sum.high + part.high }
				: part
		);
}
