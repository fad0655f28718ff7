import type { Db } from '#platform/db/connect.ts';
import { selectSeries } from '../metrics/server.ts';
import { dayIn } from '../scope/zone.ts';
import { mainSeries, seriesFrom } from '../surveys/series.ts';
import { latestWeek } from './as-of.ts';
import { priceFor } from './price.server.ts';
import { askForEachSlice } from './queries/asked-price.server.ts';
import { selectKnown } from './queries/read.server.ts';

/**
 * Works out the prices that most will ask for: of the main series in the latest week, for everybody, and then, where it
 * is told of, for each segment, region and plan by itself.
 */
export async function priceNow(db: Db, { zone, now }: { zone: string; now: Date }): Promise<void> {
	const series = mainSeries((await selectSeries(db)).map(seriesFrom));
	const known = await selectKnown(db);
	if (!series || !known) return;
	const week = latestWeek(dayIn(now, zone), known.answersThrough);
	const everybody = { week, segment: null, region: null, plan: null, survey: null };
	const { asOf } = await priceFor(db, everybody, series, known.revenueThrough);
	if (asOf !== null) await askForEachSlice(db, { scope: everybody, series: series.id, asOf });
}
