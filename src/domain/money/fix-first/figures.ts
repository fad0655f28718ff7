import { day } from '#ui/format/time.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { Explained } from '../../metrics/explained.ts';
import { seriesName, seriesFrom } from '../../surveys/series.ts';
import type { FixFirst } from './touchpoint.ts';

/** What is at stake at each touchpoint as figures of their own, for programs; none without touchpoints. */
export const fixFirstFigures = (found: (FixFirst & { about: Explained }) | null): Figure[] =>
	found === null
		? []
		: found.touchpoints.map(({ series, stake, leftOut }) => ({
				definition: {
					...found.about.definition,
					id: `${found.about.definition.id}.${series}`,
					name: `At stake a year: ${seriesName(seriesFrom(series))}`
				},
				estimate: stake,
				population: [found.about.population, found.about.period && `by ${day(found.about.period.to)}`]
					.filter(Boolean)
					.join(', '),
				excluded: leftOut > 0 ? [{ count: leftOut, why: 'with too few like them to compare' }] : [],
				grade: 'C'
			}));
