import type { FigureSeen, PinnedFigure } from '#domain/insights/figure-seen.ts';
import { versionOfSums } from '#domain/money/server.ts';
import { publishedFigures } from '#domain/reviews/server.ts';
import type { PublishedFigure } from '#domain/reviews/server.ts';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { remembered } from '../remembered.server.ts';

type Figures = Record<string, PublishedFigure>;

/** Every figure of a week through filters, as pages and programs get it; asked for once while the kept sums stay. */
export async function figuresAt({ db, organisation }: App.Locals, week: string, query: string): Promise<Figures> {
	const today = dayIn(new Date(), organisation.timeZone);
	const key = JSON.stringify(['figures', await versionOfSums(db), today, week, query]);
	const scope = scopeFromUrl(week, new URLSearchParams(query));
	return remembered(key, () => publishedFigures(db, scope, organisation, today));
}

/** A pinned figure, the same one as it would be told of that week today, and as it is told of the latest week; null: not any more. */
export type FigureBeside = { pinned: PinnedFigure; sameWeek: FigureSeen | null; latest: FigureSeen | null };

export const figuresBeside = (locals: App.Locals, pinned: readonly PinnedFigure[], latestWeek: string) =>
	Promise.all(
		pinned.map(async (figure): Promise<FigureBeside> => {
			const [then, now] = await Promise.all([
				figuresAt(locals, figure.week, figure.query),
				figuresAt(locals, latestWeek, figure.query)
			]);
			return { pinned: figure, sameWeek: then[figure.id] ?? null, latest: now[figure.id] ?? null };
		})
	);
