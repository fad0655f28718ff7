import type { Definition } from '../../metrics/figure.ts';

export const themesFirstDefinition: Definition = {
	id: 'what_to_fix_first_by_theme',
	version: 1,
	name: 'What to fix first, by theme',
	unit: 'money',
	meaning:
		'Themes by the yearly revenue of customers who pay and whose latest scored answer that a theme’s rules find, of the last twelve months, is low, times the extra loss: how much oftener customers were lost within twelve months of a low answer about the theme (their first about it in the year that lies at least twelve months back) than customers like them (same segment, about as long with us) whose first answer of that year was high, whatever they wrote of. Lost: paid on the day of the answer and does not pay twelve months later. Goes with low answers; not proof that fixing what the theme is about brings it back. A comment may be about several themes.',
	interval:
		'95%, by drawing customers again 1,000 times from a fixed seed, each theme by itself. Clear winner: first in at least 95 of 100 draws. That the rules may be wrong is not in it: see their precision.'
};

export const fixFirstDefinition: Definition = {
	id: 'what_to_fix_first',
	version: 1,
	name: 'What to fix first',
	unit: 'money',
	meaning:
		'Touchpoints by the yearly revenue of customers who pay and whose latest answer there, of the last twelve months, is low, times the extra loss: how much oftener customers were lost within twelve months of a low answer (their first there in the year that lies at least twelve months back) than customers like them (same segment, about as long with us) after a high one. Lost: paid on the day of the answer and does not pay twelve months later. Goes with low answers; not proof that fixing the touchpoint brings it back.',
	interval:
		'95%, by drawing customers again 1,000 times from a fixed seed, each touchpoint by itself. Clear winner: first in at least 95 of 100 draws.'
};
