import { metrics } from './survey.ts';
import type { Metric } from './survey.ts';

/**
 * One line on a chart: surveys with the same metric about the same thing, whatever their name or tool. Its name is
 * 'nps:relationship', 'csat:onboarding', 'ces-reversed:support'.
 */
export type Series = { id: string; metric: Metric; highIsGood: boolean; about: string };

export function seriesFrom(id: string): Series {
	const at = id.indexOf(':');
	const kind = id.slice(0, at);
	return {
		id,
		metric: kind.replace('-reversed', '') as Metric,
		highIsGood: !kind.endsWith('-reversed'),
		about: id.slice(at + 1)
	};
}

export const metricName: Record<Metric, string> = { nps: 'NPS', csat: 'CSAT', ces: 'CES' };

/** 'NPS, relationship' */
export const seriesName = ({ metric, about, highIsGood }: Series): string =>
	`${metricName[metric]}${highIsGood ? '' : ' (low is good)'}, ${about}`;

/** Likelihood to recommend before satisfaction before effort; the relationship before a touchpoint. */
const importance = ({ metric, about }: Series): number =>
	['nps', 'csat', 'ces'].indexOf(metric) * 2 + (about === 'relationship' ? 0 : 1);

/** What an organisation asks at all: nothing speaks of promoters where nobody is asked whether they recommend. */
export function metricsAsked(all: readonly Series[]): Metric[] {
	return all.length === 0 ? [...metrics] : metrics.filter((one) => all.some(({ metric }) => metric === one));
}

/** The series that speaks for the organisation until a reader picks another. */
export const mainSeries = (all: Series[]): Series | null =>
	[...all].sort((a, b) => importance(a) - importance(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
