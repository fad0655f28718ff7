import { count } from '#ui/format/number.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { sbgFit } from '#stats/lifetime/sbg.ts';
import { sbgSurvival } from '#stats/lifetime/sbg-survival.ts';
import { kaplanMeier } from '#stats/survival/kaplan-meier.ts';
import { fewestCustomers, fewestLosses, monthsAhead } from './assumptions.ts';

/**
 * Customers who stayed alike: from `entry` months after their start, when our books begin for them, for `time` whole
 * months, and then left (`event`) or are still there. `start` is the month they started in.
 */
export type Tenure = {
	segment: string;
	group: number;
	start: string;
	entry: number;
	time: number;
	event: boolean;
	customers: number;
};

/** S(0), S(1), …: the share still paying after so many months. */
export type Survival = { share: number[]; tail: 'sBG' | 'constant'; losses: number; customers: number };

/** Below so many at risk the curve is drawn by too few, and the tail takes over. */
const fewestAtRisk = 30;
const longestMonths = 600;

/**
 * Kaplan-Meier by months, customers entering when the books first know them, as far as thirty are followed; from there on
 * the shape of a shifted-beta-geometric fit to those who started within the books, or a constant loss where they are too
 * alike for it. Source: definitions 5.8; Fader & Hardie 2007.
 */
export function survivalOf(tenures: readonly Tenure[]): Survival | NotEstimable {
	const customers = tenures.reduce((sum, row) => sum + row.customers, 0);
	const losses = tenures.reduce((sum, row) => sum + (row.event ? row.customers : 0), 0);
	if (customers < fewestCustomers)
		return notEstimable(`only ${count(customers, 'subscriber')}: too few to tell how long they stay`);
	if (losses < fewestLosses)
		return notEstimable(
			`only ${count(losses, 'subscriber has', 'subscribers have')} left: too few to tell how long they stay`
		);

	const curve = kaplanMeier(
		tenures.map(({ entry, time, event, customers: count }) => ({ entry: entry - 0.5, time, event, count }))
	);
	if (curve.status !== 'ok') return curve;
	const seen = curve.points.filter(({ atRisk }) => atRisk >= fewestAtRisk);
	const followed = Math.min(longestMonths, seen.at(-1)?.time ?? 0);
	const share = Array.from({ length: followed + 1 }, (_, month) =>
		month === 0 ? 1 : (seen.findLast(({ time }) => time <= month)?.survival ?? 1)
	);
	const shape = tailOf(tenures, losses);
	for (let month = followed + 1; month <= followed + longestMonths + monthsAhead; month++)
		share.push(share[month - 1] * shape.kept(month));
	return { share, tail: shape.tail, losses, customers };
}

/** The share of those there after `month − 1` months who are there a month later. */
function tailOf(
	tenures: readonly Tenure[],
	losses: number
): { tail: Survival['tail']; kept: (month: number) => number } {
	const fit = sbgFit(cohortsOf(tenures));
	if (fit.status === 'ok' && fit.n >= fewestCustomers && fit.losses >= fewestLosses) {
		const curve = sbgSurvival(fit, 3 * longestMonths);
		if (!('status' in curve)) return { tail: 'sBG', kept: (month) => curve[month].retention ?? 1 };
	}
	const exposure = tenures.reduce((sum, { time, entry, customers }) => sum + customers * Math.max(1, time - entry), 0);
	return { tail: 'constant', kept: () => 1 - losses / exposure };
}

/** Survivors by age of those who started within the books, a cohort for each month in which they started. */
function cohortsOf(tenures: readonly Tenure[]): number[][] {
	const byStart = new Map<string, Tenure[]>();
	for (const row of tenures) if (row.entry === 0) byStart.set(row.start, [...(byStart.get(row.start) ?? []), row]);
	return [...byStart.values()].map((rows) => {
		const censored = rows.filter(({ event }) => !event);
		// Somebody who started on the last of the month has come a month less far than who started on its first.
		const age = Math.min(...(censored.length > 0 ? censored : rows).map(({ time }) => time));
		return Array.from({ length: age + 1 }, (_, month) =>
			rows.reduce((sum, { time, event, customers }) => sum + (event && time <= month ? 0 : customers), 0)
		);
	});
}
