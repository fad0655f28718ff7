import type { Definition } from '../../metrics/figure.ts';

const together =
	'Several comments of one customer go together (clustered by customer): they count for as many as would tell as much if nobody had written twice.';

/** The value is what it was, in every month: there is one line, and what changed is told beside it. */
const second = (what: string): Pick<Definition, 'version' | 'changes'> => ({
	version: 2,
	changes: [
		{
			version: 2,
			changedOn: '2026-11-27',
			what: `${what} is what it was; its interval takes into account that several comments of one customer go together.`
		}
	]
});

const notAll = 'Who writes is not everybody who answers, and less so everybody who is a customer.';

export const themeShareDefinition: Definition = {
	id: 'theme_share',
	...second('The share'),
	name: 'Share of comments about a theme',
	unit: 'share',
	meaning: `Comments of twelve months that the theme’s rules find, of all comments of these months. A comment may be about several themes, so the shares do not add up. Found by words and phrases that stand on the theme’s page: how often they are right is its precision; what they miss is not known. ${notAll}`,
	interval: `95%, Wilson. ${together}`
};

export const themeLoyaltyDefinition: Definition = {
	id: 'theme_loyalty',
	...second('The score'),
	name: 'Score among those who wrote about a theme',
	unit: 'points',
	meaning: `The score of the main survey among its answers whose words are about the theme; beside it the same of all its answers with words. Whoever answered twice in the twelve months counts twice in the score. ${notAll}`,
	interval: `95%: Wilson where the score is a share, adjusted Wald where it is one share less another. ${together}`
};

export const themeMoneyDefinition: Definition = {
	id: 'theme_revenue',
	version: 1,
	name: 'Revenue a theme touches',
	unit: 'money',
	meaning:
		'What customers pay a year, on the last day that the books know, who wrote about the theme in the twelve months. It is not what the theme costs or brings: it says whose words these are. A customer may write about several themes, so the amounts do not add up.',
	interval: 'None: counted, not estimated.'
};

export const themeTrendDefinition: Definition = {
	id: 'theme_trend',
	...second('The difference'),
	name: 'Trend of a theme',
	unit: 'share',
	meaning:
		'Its share of the comments in the last three complete months against the three before. A signal is a difference that chance alone would show in at most 5 of 100 looks, with all themes of the page counted as looks (Benjamini-Hochberg).',
	interval: `95%, Newcombe, for the difference of two shares. ${together} The three months before are taken for other customers’: where the same ones wrote, the difference is surer than this says.`
};

export const precisionDefinition: Definition = {
	id: 'theme_precision',
	version: 1,
	name: 'Precision of a theme',
	unit: 'share',
	meaning:
		'Of the comments that the rules find, the share that is about the theme, as somebody judged who read a sample of them drawn by chance. It counts for the rules as they are now: a change of them begins anew. It says nothing of comments that the rules miss.',
	interval: '95%, Wilson.'
};
