import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import type { NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { seededRandom } from '#stats/random.ts';
import type { Scope } from '../scope/scope.ts';
import { organisationOf } from '../scope/server.ts';
import { seriesFrom } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { lastCompleteMonth } from './as-of.ts';
import { atOneRate } from './at-one-rate.server.ts';
import type { Converted } from './at-one-rate.server.ts';
import { beingWorkedOut } from './price/asked.ts';
import { inMargin } from './price/in-margin.ts';
import type { Experiment } from './price/ladder.ts';
import { paidBefore, priceOfAPoint } from './price/price.ts';
import type { Found as Estimated } from './price/intervals.ts';
import type { Price } from './price/price.ts';
import { silentGroups } from './price/silent.ts';
import type { SilentGroup } from './price/silent.ts';
import { askForPrice, deleteAskedPrice, nextAskedPrice } from './queries/asked-price.server.ts';
import {
	countAnswering,
	keepPrice,
	latestRefresh,
	pricedAnswers,
	selectKeptPrice,
	selectMonthlyMoney,
	selectPricedAnswers,
	selectSilent
} from './queries/price.server.ts';
import type { PriceKey, Sampled } from './queries/price.server.ts';

type Found = {
	price: Price | NotEstimable;
	silent: SilentGroup[];
	/** As seen, what they had already paid in the year before the answer, per point. */
	before: Estimated;
	/** Answers of customers who had left by then: they could not stay any more. */
	hadLeft: number;
	/** Whose money counts at the rates of the day they answered; absent: nobody paid in another currency. */
	converted?: Converted;
};

/** What a point is worth to a scope, as it was last worked out. */
export type PriceNow = Found & {
	/** First of the last month that everything is seen from; null without any revenue. */
	asOf: string | null;
	/** When it was worked out, from which seed, and from one customer in how many. */
	at: Date | null;
	seed: number;
	every: number;
	/** The share of revenue that is priced as margin; null: revenue itself is priced. */
	margin: number | null;
	/** The query of the answers that it was worked out from; null without any revenue. */
	source: string | null;
	/** What a bet has shown; absent where nobody has handed it over. */
	experiment?: Experiment;
};

const seed = 1;
/** Goes up whenever the way of working out changes, so that nothing found in an older way is shown. */
const method = 5;

/** More customers than these make an interval no reader could tell from the one of all, and cost a minute. */
const mostCustomers = 20_000;

type Otherwise = (db: Db, key: PriceKey, refreshId: number) => Promise<Kept>;
type Kept = { found: Found; at: Date | null; seed: number; every: number };

async function keptOr(
	otherwise: Otherwise,
	db: Db,
	...[scope, series, revenueThrough]: [Scope, Series, string | null]
): Promise<PriceNow> {
	const [refreshId, { margin }] = await Promise.all([latestRefresh(db), organisationOf(db)]);
	if (!revenueThrough || refreshId === null) return unpriced('no revenue has been imported yet', margin);

	const key = { scope, series: series.id, asOf: lastCompleteMonth(scope, revenueThrough) };
	return asPrice((await keptNow(db, key, refreshId)) ?? (await otherwise(db, key, refreshId)), key, margin);
}

/** What was worked out since the last refresh, in the way of today; null: it is to be worked out. */
async function keptNow(db: Db, key: PriceKey, refreshId: number): Promise<Kept | null> {
	const kept = await selectKeptPrice<Found>(db, key);
	return kept?.refreshId === refreshId && kept.method === method ? kept : null;
}

/** The price for a scope: kept, or worked out and kept when rows have changed since, or it was never asked for. */
export const priceFor = (db: Db, scope: Scope, series: Series, revenueThrough: string | null): Promise<PriceNow> =>
	keptOr(workOut, db, scope, series, revenueThrough);

/** The same for somebody who does not wait: what is not kept is noted as asked for, and told to be on its way. */
export const priceSoon = (db: Db, scope: Scope, series: Series, revenueThrough: string | null): Promise<PriceNow> =>
	keptOr(ask, db, scope, series, revenueThrough);

/** The same for nobody yet: what is not kept is told to be on its way, and left to whoever asks for it. */
export const priceIfKept = (db: Db, scope: Scope, series: Series, revenueThrough: string | null): Promise<PriceNow> =>
	keptOr(async () => onItsWay, db, scope, series, revenueThrough);

const onItsWay: Kept = {
	found: { price: beingWorkedOut, silent: [], before: beingWorkedOut, hadLeft: 0 },
	...{ at: null, seed, every: 1 }
};

const ask: Otherwise = async (db, key) => {
	await askForPrice(db, key);
	return onItsWay;
};

const workOut: Otherwise = async (db, key, refreshId) => {
	const every = Math.max(1, Math.ceil((await countAnswering(db, key)) / mostCustomers));
	const found = await foundFor(db, { ...key, every }, seriesFrom(key.series));
	const at = await keepPrice(db, key, { refreshId, method, seed, every, found });
	return { found, at, seed, every };
};

/** Works out what readers have asked for since the last time, one after the other, unless somebody else has by now. */
export async function workOutAsked(db: Db): Promise<void> {
	for (let key = await nextAskedPrice(db); key; key = await nextAskedPrice(db)) {
		const refreshId = await latestRefresh(db);
		if (refreshId !== null && !(await keptNow(db, key, refreshId))) await workOut(db, key, refreshId);
		await deleteAskedPrice(db, key);
	}
}

const asPrice = ({ found, at, seed, every }: Kept, key: PriceKey, margin: number | null): PriceNow => ({
	...inMargin(found, margin),
	margin,
	asOf: key.asOf,
	at,
	seed,
	every,
	source: queryText(pricedAnswers({ ...key, every }))
});

const unpriced = (reason: string, margin: number | null): PriceNow => ({
	price: notEstimable(reason),
	silent: [],
	before: notEstimable(reason),
	hadLeft: 0,
	asOf: null,
	at: null,
	seed,
	every: 1,
	margin,
	source: null
});

async function foundFor(db: Db, key: Sampled, series: Series): Promise<Found> {
	const { all, silent, converted } = await atOneRate(db, key, {
		all: await selectPricedAnswers(db, key),
		silent: await selectSilent(db, key)
	});
	const money = await selectMonthlyMoney(db, key);
	const answers = all.filter(({ perYear, before }) => perYear > 0 || before <= 0);
	return {
		price: priceOfAPoint(answers, money, series, { random: seededRandom(seed) }),
		silent: silentGroups(answers, silent, series),
		before: paidBefore(answers, series),
		hadLeft: all.length - answers.length,
		...(converted ? { converted } : {})
	};
}
