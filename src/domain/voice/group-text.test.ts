import { expect, test } from 'vitest';
import { metricsAsked, seriesFrom } from '../surveys/series.ts';
import { groupChoices } from './group-text.ts';

const offered = (...series: string[]) => groupChoices(metricsAsked(series.map(seriesFrom))).map(({ name }) => name);

test('groups have the names of what is asked: nobody is a promoter where nobody is asked to recommend', () => {
	expect(offered('csat:order')).toEqual(['Satisfied', 'Neutral', 'Dissatisfied', 'No score']);
	expect(offered('ces-reversed:support', 'csat:order', 'nps:relationship', 'csat:support')[0]).toBe(
		'Promoters, Satisfied, Easy'
	);
	expect(offered()[0]).toBe('Promoters, Satisfied, Easy');
});
