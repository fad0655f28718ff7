import { seriesName } from '#domain/surveys/series.ts';
import type { Series } from '#domain/surveys/series.ts';

/** The surveys that a filter offers, the one that speaks for the organisation first. */
export function surveyChoices(all: readonly Series[], shown: Series | null, asked: string | null) {
	const main = asked === null ? shown : all[0];
	return [...all]
		.sort((a, b) => Number(b === main) - Number(a === main))
		.map((series) => ({ value: series.id, name: seriesName(series) }));
}
