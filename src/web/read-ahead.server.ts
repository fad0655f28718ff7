import { setTimeout as pause } from 'node:timers/promises';
import { weeksOpened } from '#domain/money/as-of.ts';
import { isBeingWorkedOut } from '#domain/money/price/asked.ts';
import { priceIfKept, versionOfPrices, versionOfSums } from '#domain/money/server.ts';
import type { MoneyStatements, PriceNow, SliceCount } from '#domain/money/server.ts';
import { revenueByGroupOption } from '#domain/money/view/revenue-by-group-option.ts';
import { valueByScoreOption, valued } from '#domain/money/view/value-by-score-option.ts';
import { whenItPaysOption } from '#domain/money/view/when-it-pays-option.ts';
import { whoStaysOption } from '#domain/money/view/who-stays-option.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { isOfScope } from '#domain/scope/cells.ts';
import { notKnown, scopeFromUrl, slices } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import type { Series } from '#domain/surveys/series.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { onPage } from '#ui/charts/palette.ts';
import { drawn, serverSvg } from '#ui/charts/server-svg.ts';
import type { Db } from '#platform/db/connect.ts';
import { readStatementsAhead, worthInScope } from './money.server.ts';
import { whatThereIs } from './cells-at-hand.server.ts';
import { quiet } from './quiet.server.ts';
import { latestWeek, liveReview, weekToMeetAbout } from './review.server.ts';

type Worth = NonNullable<Awaited<ReturnType<typeof worthInScope>>>;
type Reading = Parameters<typeof worthInScope>[0];

/** So many choices of customers, at most, are read ahead of each week, those of fewer filters first. */
const mostChoices = 100;
/** What is drawn for nobody, once after a start, also where there are few choices: by then it takes half as long. */
const roundsToWarmUp = 20;
/** Between two pieces of work, so that whoever asks for a page meanwhile is answered. */
const breathMs = 20;
/** As wide as a screen leaves to a chart of the Money page. */
const onMoneyPage = { width: 480, height: 260 };

/**
 * Reads what the first readers of the latest weeks will ask for, before they do: the first of them would otherwise wait
 * a second, for cells that nobody has read since they changed and for code that has never run. What everybody sees comes
 * at once; `choices` come when nobody asks for anything, until the kept sums or prices are others. Does nothing while they
 * are those of the time before.
 */
export function readingAhead(db: Db, onFault: (error: unknown) => void): () => Promise<{ choices: Promise<void> }> {
	let readFor = { latest: '', prices: '' };
	/** Whether everybody's page has been read, and with its price. */
	let isComplete = false;
	let isWarm = false;
	return async () => {
		const reading = { db, organisation: await organisationOf(db) };
		const week = await latestWeek({ locals: reading });
		const opening = await weekToMeetAbout({ locals: reading });
		const today = dayIn(new Date(), reading.organisation.timeZone);
		const [sums, prices] = await Promise.all([versionOfSums(db), versionOfPrices(db)]);
		const wanted = { latest: [sums, week, opening, today].join(', '), prices };
		if (readFor.latest === wanted.latest && readFor.prices === prices) return { choices: Promise.resolve() };
		// Another price changes nothing of it, and a reader may be there who waits for that one.
		isComplete &&= readFor.latest === wanted.latest;
		readFor = wanted;
		const everybody = scopeFromUrl(week, new URLSearchParams());
		const goesOn = () => readFor === wanted;
		try {
			if (!isComplete) {
				const worth = await readEverybody(reading, everybody);
				if (opening !== week) await (await liveReview(reading, scopeFromUrl(opening, new URLSearchParams()))).live;
				isComplete = worth !== null && !isBeingWorkedOut(worth.now);
				if (worth && isComplete && !isWarm) {
					await warmUp(worth, reading.organisation.reportingCurrency);
					isWarm = true;
				}
			}
			return { choices: readChoices(reading, everybody, goesOn).catch(onFault) };
		} catch (error) {
			// The next look tries again.
			if (goesOn()) readFor = { latest: '', prices: '' };
			throw error;
		}
	};
}

async function readEverybody(reading: Reading, everybody: Scope): Promise<Worth | null> {
	const { live } = await liveReview(reading, everybody);
	await live;
	return worthInScope(reading, everybody, await seriesInScope(reading.db, everybody));
}

/**
 * The statements of each choice of the latest weeks, and its charts, one after the other while nobody asks for anything. A
 * price that is not kept is worked out when somebody asks for it, and then all this is gone through again, for its charts.
 */
async function readChoices({ db, organisation }: Reading, everybody: Scope, goesOn: () => boolean): Promise<void> {
	await quiet();
	if (!goesOn()) return;
	const found = await seriesInScope(db, everybody);
	if (!found) return;
	const { slices, revenueThrough } = await whatThereIs(db, await versionOfSums(db));
	const choices = weeksOpened(everybody.week).flatMap((week) => choicesOf(slices, { ...everybody, week }));
	for (const choice of choices) {
		await quiet();
		if (!goesOn()) return;
		const statements = await readStatementsAhead({ db, organisation }, choice, found);
		const now = await priceIfKept(db, choice, found.series, revenueThrough);
		await pause(breathMs);
		for (const option of chartsOf({ now, statements, series: found.series }, organisation.reportingCurrency)) {
			serverSvg(option, onMoneyPage);
			await pause(breathMs);
		}
	}
}

async function warmUp(told: Told, currency: string): Promise<void> {
	for (let round = 0; round < roundsToWarmUp; round++)
		for (const option of chartsOf(told, currency)) {
			drawn(option, onMoneyPage);
			await pause(breathMs);
		}
}

/** Every choice of segment, region and plan that holds anybody. */
export function choicesOf(customers: readonly SliceCount[], everybody: Scope): Scope[] {
	let choices = [everybody];
	for (const slice of slices) {
		const values = new Set(customers.map((cell) => cell[slice] || notKnown));
		choices = choices.flatMap((choice) => [choice, ...[...values].map((value) => ({ ...choice, [slice]: value }))]);
	}
	const filters = (choice: Scope) => slices.filter((slice) => choice[slice] !== null).length;
	return choices
		.filter((choice) => customers.some((cell) => isOfScope(cell, choice)))
		.sort((one, other) => filters(one) - filters(other))
		.slice(0, mostChoices);
}

type Told = { now: PriceNow; statements: MoneyStatements; series: Series };

function chartsOf({ now: { price, silent }, statements, series }: Told, currency: string) {
	const drawing = { currency, palette: onPage };
	return [
		whoStaysOption(statements.survival, onPage),
		revenueByGroupOption(statements.byGroup.months, { metric: series.metric, ...drawing }),
		...(price.status === 'ok'
			? [
					valueByScoreOption(valued(price.likeForLike.byScore, silent), { ...drawing, chosen: null }),
					whenItPaysOption(price.lag.months, drawing)
				]
			: [])
	];
}
