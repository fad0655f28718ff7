import { feelings, groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import type { Metric } from '../surveys/survey.ts';

/** Those who felt alike in whatever is asked: 'Promoters, Satisfied, Easy'; 'none': those who gave no score. */
export const groupText = (group: Feeling | 'none', asked: readonly Metric[]): string =>
	group === 'none' ? 'No score' : asked.map((metric) => groupName(metric, group)).join(', ');

export const groupChoices = (asked: readonly Metric[]) =>
	[...feelings, 'none' as const].map((value) => ({ value, name: groupText(value, asked) }));
