import { setTimeout as pause } from 'node:timers/promises';
import { isBeingWorkedOut } from '#domain/money/price/asked.ts';
import { moneyStatements, slicesOfCustomers, versionOfSums, whatIsKnown } from '#domain/money/server.ts';
import { revenueByGroupOption } from '#domain/money/view/revenue-by-group-option.ts';
import { valueByScoreOption, valued } from '#domain/money/view/value-by-score-option.ts';
import { whenItPaysOption } from '#domain/money/view/when-it-pays-option.ts';
import { whoStaysOption } from '#domain/money/view/who-stays-option.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import { notKnown, scopeFromUrl, slices } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { onPage } from '#ui/charts/palette.ts';
import { drawn } from '#ui/charts/server-svg.ts';
import type { Db } from '#platform/db/connect.ts';
import { cellsAtHand } from './cells-at-hand.server.ts';
import { worthInScope } from './money.server.ts';
import { latestWeek, liveReview, weekToMeetAbout } from './review.server.ts';

type Worth = NonNullable<Awaited<ReturnType<typeof worthInScope>>>;
type Reading = Parameters<typeof worthInScope>[0];

/** So many customers' choices, at most, are gone through ahead. */
const mostChoices = 12;
/** What is drawn for nobody, once after a start: by then drawing a chart takes half of what the first ones took. */
const roundsToWarmUp = 60;
/** Between two pieces of work, so that whoever asks for a page meanwhile is answered. */
const breathMs = 20;

/**
 * Reads what the first readers of the latest week will ask for, before they do: the first of them would otherwise wait
 * a second, for cells that nobody has read since they changed and for code that has never run. Does nothing while the
 * kept sums are those of the time before.
 */
export function readingAhead(db: Db): () => Promise<void> {
	let readFor = '';
	let isWarm = false;
	return async () => {
		const reading = { db, organisation: await organisationOf(db) };
		const week = await latestWeek({ locals: reading });
		const opening = await weekToMeetAbout({ locals: reading });
		const version = `${await versionOfSums(db)} ${week} ${opening}`;
		if (version === readFor) return;
		readFor = version;
		const worth = await readAhead(reading, scopeFromUrl(week, new URLSearchParams()));
		if (opening !== week) await (await liveReview(reading, scopeFromUrl(opening, new URLSearchParams()))).live;
		// Without its price nothing has been kept of it yet.
		if (worth && isBeingWorkedOut(worth.now)) readFor = '';
		if (!worth || isWarm) return;
		isWarm = true;
		for (let round = 0; round < roundsToWarmUp; round++)
			await drawCharts(worth, reading.organisation.reportingCurrency);
	};
}

async function readAhead(reading: Reading, everybody: Scope): Promise<Worth | null> {
	const found = await seriesInScope(reading.db, everybody);
	if (!found) return null;
	const { live } = await liveReview(reading, everybody);
	await live;
	const worth = await worthInScope(reading, everybody, found);
	if (worth) await goThroughChoices(reading, everybody, worth);
	return worth;
}

/** What choices ask of the database and of the drawing of charts, without their prices, which would have to be worked out. */
async function goThroughChoices(reading: Reading, everybody: Scope, worth: Worth): Promise<void> {
	const { db, organisation } = reading;
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough ?? null;
	const knownThrough = addDays(dayIn(new Date(), organisation.timeZone), -1);
	const atHand = await cellsAtHand(reading, everybody, await versionOfSums(db));
	for (const scope of await choicesOf(db, everybody)) {
		await moneyStatements(atHand, scope, worth.series, { revenueThrough, knownThrough });
		await drawCharts(worth, organisation.reportingCurrency);
	}
}

async function drawCharts(worth: Worth, currency: string): Promise<void> {
	for (const option of chartsOf(worth, currency)) {
		drawn(option, { width: 480, height: 260 });
		await pause(breathMs);
	}
}

/** Everybody of one segment, region or plan, for each of them. */
async function choicesOf(db: Db, everybody: Scope): Promise<Scope[]> {
	const customers = await slicesOfCustomers(db);
	return slices
		.flatMap((slice) => {
			const values = new Set(customers.map((cell) => cell[slice] || notKnown));
			return [...values].map((value) => ({ ...everybody, [slice]: value }));
		})
		.slice(0, mostChoices);
}

function chartsOf({ now, statements, series }: Worth, currency: string) {
	const { price } = now;
	const drawing = { currency, palette: onPage };
	return [
		whoStaysOption(statements.survival, onPage),
		revenueByGroupOption(statements.byGroup.months, { metric: series.metric, ...drawing }),
		...(price.status === 'ok'
			? [
					valueByScoreOption(valued(price.likeForLike.byScore, now.silent), { ...drawing, chosen: null }),
					whenItPaysOption(price.lag.months, drawing)
				]
			: [])
	];
}
