import type { Definition } from '../metrics/figure.ts';
import { groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import type { Series } from '../surveys/series.ts';

const speaks =
	'A customer’s latest score in the survey shown speaks for them for twelve months. Unhappy: the lowest of the three groups of the scale. Revenue: what they pay a year at the end of the week.';
const counted = 'None: a total that was counted, not estimated.';

export const exposedDefinition: Definition = {
	id: 'revenue_exposed',
	version: 1,
	name: 'Revenue exposed',
	unit: 'money',
	meaning: `What customers whose latest answer is unhappy pay a year. Not a forecast: most of them stay. ${speaks}`,
	interval: counted
};

export const extraLossDefinition: Definition = {
	id: 'expected_extra_loss',
	version: 1,
	name: 'Expected extra loss, 12 mo',
	unit: 'money',
	meaning: `Exposed revenue, times by how much more of the unhappy customers left within twelve months than of the indifferent ones of the same segment, among those who answered a year ago or earlier. Compared within segments only: other differences between them are not taken out. ${speaks}`,
	interval: '95%, delta method on the shares who left.'
};

export const dueDefinition: Definition = {
	id: 'revenue_due',
	version: 1,
	name: 'Revenue due, 90 days',
	unit: 'money',
	meaning: `The part of the exposed revenue whose paid term ends within ninety days of the end of the week and is not renewed yet. Only terms paid for more than a quarter ahead show when they end. ${speaks}`,
	interval: counted
};

export const silentDefinition: Definition = {
	id: 'revenue_silent',
	version: 1,
	name: 'Revenue silent',
	unit: 'money',
	meaning:
		'What customers pay a year who gave no score in the survey shown in the last twelve months. It is not known how they feel.',
	interval: counted
};

/** Of those who are not unhappy, whose revenue is told as exposed. */
export const paidByDefinition = (feeling: Feeling, { metric }: Series): Definition => {
	const group = groupName(metric, feeling).toLowerCase();
	return {
		id: `revenue_by_last_answer.${group}`,
		version: 1,
		name: `Revenue of ${group}`,
		unit: 'money',
		meaning: `What customers pay a year who are ${group} by their latest answer. ${speaks}`,
		interval: counted
	};
};

/** What the chart of all groups has in common. */
export const revenueByGroupDefinition: Definition = {
	id: 'revenue_by_last_answer',
	version: 1,
	name: 'Revenue by what they last said',
	unit: 'money',
	meaning: `What customers pay a year at the end of the last week of each month, by how they felt in their latest answer. Silent: no score in the last twelve months. ${speaks}`,
	interval: counted
};
