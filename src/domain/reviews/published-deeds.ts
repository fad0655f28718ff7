import { month } from '#ui/format/time.ts';
import type { MoneyStatements } from '../money/server.ts';
import { numbers } from './published.ts';
import type { PublishedFigure } from './published.ts';

const deeds = [
	{ deed: 'left', did: 'left', meaning: 'paid nothing any more' },
	{ deed: 'shrank', did: 'shrank', meaning: 'paid less a year, but something' },
	{ deed: 'grew', did: 'grew', meaning: 'paid more a year' }
] as const;

/** What those did who answered a year ago or earlier: a share for each group and deed. */
export function saidAndDid(said: MoneyStatements['said']): PublishedFigure[] {
	if (!said) return [];
	return said.groups.flatMap((group) =>
		deeds.map(({ deed, did, meaning }): PublishedFigure => ({
			id: `${deed}_after_answer.${group.name.toLowerCase()}`,
			name: `${group.name} who ${did} within 12 months`,
			...numbers(group[deed].share),
			unit: 'share',
			grade: 'D',
			definition: `Of the customers who paid on the day they answered, the share who twelve months later ${meaning}; each by their first answer of those that are at least twelve months old and at most three years. As seen. Interval: 95%, Wilson. (version 2)`,
			version: 2,
			population: `Seen at the end of ${month(said.asOf)}`,
			excluded:
				group.customers > group.paying
					? [{ count: group.customers - group.paying, why: 'who paid nothing on the day they answered' }]
					: []
		}))
	);
}
