import { groupName } from '../metrics/groups.ts';
import type { Feeling } from '../metrics/groups.ts';
import { metrics } from '../surveys/survey.ts';

/** Those who felt alike in whatever survey: 'Promoters, Satisfied, Easy'; 'none': those who gave no score. */
export const groupText = (group: Feeling | 'none'): string =>
	group === 'none' ? 'No score' : metrics.map((metric) => groupName(metric, group)).join(', ');
