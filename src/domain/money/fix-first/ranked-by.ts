import type { FixFirst, ThemesFirst } from './touchpoint.ts';

/** What can be ranked as something to fix. */
export const rankings = ['themes', 'touchpoints'] as const;
export type Ranking = (typeof rankings)[number];

/** What a reader asked for by the address; null: whatever says most. */
export function rankingFromUrl(parameters: URLSearchParams): Ranking | null {
	const asked = parameters.get('rank') as Ranking;
	return rankings.includes(asked) ? asked : null;
}

type Known = { fixFirst: FixFirst | null; themes: ThemesFirst | null };

/** Themes first where they are checked or made here; starter themes that nobody has checked only where they are asked for. */
export function rankedBy(asked: Ranking | null, { fixFirst, themes }: Known): Ranking {
	if (!themes) return 'touchpoints';
	if (!fixFirst) return 'themes';
	return asked ?? (themes.isInUse ? 'themes' : 'touchpoints');
}
