import { addDays, addMonths } from '../scope/calendar.ts';
import type { Series } from '../surveys/series.ts';
import { linesThrough } from './definitions/versions.ts';
import type { VersionLine, Versioned } from './definitions/versions.ts';
import type { Measure } from './definitions/loyalty.ts';
import type { GroupCounts } from './loyalty.ts';

/** The score of a month with its interval; null bounds where there were too few answers. */
export type LoyaltyMonth = {
	month: string;
	value: number | null;
	low: number | null;
	high: number | null;
	answers: number;
};

/** The months by the version that holds at their end, and by those that held before in the same months. */
export type LoyaltyMonths = {
	now: LoyaltyMonth[];
	earlier: VersionLine<LoyaltyMonth>[];
};

/** Month by month, the given ones. Months without an answer are there too, as gaps. */
export function loyaltyByMonth(
	versioned: Versioned<Measure>,
	series: Series,
	{ from, months }: { from: string; months: number },
	countsOf: (month: string) => GroupCounts
): LoyaltyMonths {
	const to = addDays(addMonths(from, months), -1);
	const lines = linesThrough(versioned, { from, to }, (measure) =>
		Array.from({ length: months }, (_, i): LoyaltyMonth => {
			const month = addMonths(from, i);
			const counts = countsOf(month);
			const estimate = measure(series, counts);
			const [value, low, high] =
				estimate.status === 'ok' ? [estimate.value, estimate.low, estimate.high] : [null, null, null];
			return { month, value, low, high, answers: counts.answers };
		})
	);
	return { now: lines.at(-1)!.points, earlier: lines.slice(0, -1) };
}
