import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { explainedChart } from '../../metrics/explained.ts';
import type { Explained } from '../../metrics/explained.ts';
import { selectSeries } from '../../metrics/server.ts';
import { addDays, addMonths, monthOf } from '../../scope/calendar.ts';
import type { Scope } from '../../scope/scope.ts';
import { customersText } from '../../scope/scope.ts';
import { mainSeries, seriesFrom } from '../../surveys/series.ts';
import type { Series } from '../../surveys/series.ts';
import {
	precisionDefinition,
	themeLoyaltyDefinition,
	themeMoneyDefinition,
	themeShareDefinition,
	themeTrendDefinition
} from './definitions.ts';
import { everything, themeFigures, timesTold, twelveTo } from './figures.ts';
import type { ThemeFigures } from './figures.ts';
import {
	selectChecked,
	selectRepeatedComments,
	selectThemeCounts,
	selectThemeMoney,
	themeCounts,
	themeMoney
} from './queries/read.server.ts';
import { selectThemes } from './queries/write.server.ts';
import type { ThemeRecord } from './queries/write.server.ts';

/** Every theme with its figures, the most spoken of first, and what all comments have. */
export type ThemesTold = {
	themes: (ThemeRecord & { figures: ThemeFigures })[];
	all: ThemeFigures;
	series: Series | null;
	/** Last day that the books know; null: there are none, so that no money can be told. */
	booksThrough: string | null;
	/** First day of the twelve months, and the last day that is known. */
	period: { from: string; to: string };
	about: Record<'share' | 'loyalty' | 'money' | 'trend' | 'precision', Explained>;
};

type Known = {
	/** Last day with an answer; today where that is earlier. */
	answersThrough: string;
	/** Last day of the books; null: there are none. */
	revenueThrough: string | null;
};

export async function themesToldOf(db: Db, scope: Scope, known: Known): Promise<ThemesTold> {
	const last = monthOf(known.answersThrough);
	// The last day of a month may be known although it is not over: only with the day after it is.
	const time = twelveTo(last, monthOf(addDays(known.answersThrough, 1)));
	const months = { from: time.months[0], to: last };
	const day = known.revenueThrough ?? '1900-01-01';
	const { twelve, before, after } = timesTold(time);
	const ends = [twelve, before.at(-1), after.at(-1)].flatMap((month) => month ?? []);
	const [records, allSeries, counts, repeated, money, checked] = await Promise.all([
		selectThemes(db),
		selectSeries(db),
		selectThemeCounts(db, scope, months),
		selectRepeatedComments(db, scope, ends),
		selectThemeMoney(db, scope, { ...months, day }),
		selectChecked(db)
	]);
	const all = allSeries.map(seriesFrom);
	const series = all.find(({ id }) => id === scope.survey) ?? mainSeries(all);
	const told = themeFigures(
		records.map(({ id }) => id),
		{ counts, repeated, money, checked, series, time }
	);
	const period = { from: months.from, to: known.answersThrough };
	const n = told.find(({ themeId }) => themeId === everything)!.comments;
	const common = { population: `Comments of ${customersText(scope)}`, period, n };
	const source = queryText(themeCounts(scope, months));
	return {
		themes: told.flatMap((figures) => {
			const record = records.find(({ id }) => id === figures.themeId);
			return record ? [{ ...record, figures }] : [];
		}),
		all: told.find(({ themeId }) => themeId === everything)!,
		series,
		booksThrough: known.revenueThrough,
		period,
		about: {
			share: explainedChart({ ...common, definition: themeShareDefinition, source }),
			loyalty: explainedChart({ ...common, definition: themeLoyaltyDefinition, source }),
			money: explainedChart({
				...common,
				definition: themeMoneyDefinition,
				source: queryText(themeMoney(scope, { ...months, day }))
			}),
			trend: explainedChart({
				...common,
				definition: themeTrendDefinition,
				period: { from: addMonths(time.notOver, -6), to: addDays(time.notOver, -1) },
				source
			}),
			precision: explainedChart({ ...common, definition: precisionDefinition })
		}
	};
}
