import { explainedChart } from '../metrics/explained.ts';
import type { Explained } from '../metrics/explained.ts';
import type { Definition } from '../metrics/figure.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { atAnswersRate, cameToOneRate } from './experience-at-one-rate.ts';
import type { HeardAndAtRisk } from './heard-and-at-risk.ts';

type Said = NonNullable<HeardAndAtRisk['said']>;

/** What stands behind the table of what customers did after what they said. */
export function saidExplained({ asOf, groups, source }: Said, series: Series): Explained {
	const sum = (of: (group: Said['groups'][number]) => number) => groups.reduce((all, group) => all + of(group), 0);
	const paidNothing = sum(({ customers, paying }) => customers - paying);
	return explainedChart({
		definition: saidVersusDidDefinition,
		population: `${seriesName(series)} survey: each customer’s first answer of those that are at least twelve months old and at most three years`,
		n: sum(({ paying }) => paying),
		period: { from: addMonths(asOf, -35), to: addDays(addMonths(asOf, 1), -1) },
		excluded:
			paidNothing > 0 ? [{ count: paidNothing, why: 'customers who paid nothing on the day they answered' }] : [],
		grade: 'D',
		source
	});
}

const saidVersusDidDefinition: Definition = {
	id: 'said_versus_did',
	version: 2,
	changes: [cameToOneRate(2)],
	name: 'Said versus did',
	unit: 'share',
	meaning: `Of the customers who paid on the day they answered, the share who twelve months later paid nothing any more (left), less a year but something (shrank), or more a year (grew). As seen: they may differ in more than what they said. ${atAnswersRate}`,
	interval: '95%, Wilson.'
};
