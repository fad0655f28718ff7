import { seriesName } from '#domain/surveys/series.ts';
import type { Slice } from '#domain/scope/scope.ts';
import type { Series } from '#domain/surveys/series.ts';

/** The surveys that a filter offers, the one that speaks for the organisation first. */
export function surveyChoices(all: readonly Series[], shown: Series | null, asked: string | null) {
	const main = asked === null ? shown : all[0];
	return [...all]
		.sort((a, b) => Number(b === main) - Number(a === main))
		.map((series) => ({ value: series.id, name: seriesName(series) }));
}

export const asChoices = (values: readonly string[]) => values.map((value) => ({ value, name: value }));

/** What can be chosen of which customers. */
export const slicesOffered = (choices: Record<Slice, readonly string[]>) => ({
	segment: asChoices(choices.segment),
	region: asChoices(choices.region),
	plan: asChoices(choices.plan)
});
