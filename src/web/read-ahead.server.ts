import { setTimeout as pause } from 'node:timers/promises';
import { isBeingWorkedOut } from '#domain/money/price/asked.ts';
import { slicesOfCustomers, versionOfSums } from '#domain/money/server.ts';
import type { SliceCount } from '#domain/money/server.ts';
import { revenueByGroupOption } from '#domain/money/view/revenue-by-group-option.ts';
import { valueByScoreOption, valued } from '#domain/money/view/value-by-score-option.ts';
import { whenItPaysOption } from '#domain/money/view/when-it-pays-option.ts';
import { whoStaysOption } from '#domain/money/view/who-stays-option.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import type { SeriesInScope } from '#domain/reviews/server.ts';
import { isOfScope } from '#domain/scope/cells.ts';
import { notKnown, scopeFromUrl, slices } from '#domain/scope/scope.ts';
import type { Scope } from '#domain/scope/scope.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { onPage } from '#ui/charts/palette.ts';
import { drawn } from '#ui/charts/server-svg.ts';
import type { Db } from '#platform/db/connect.ts';
import { readStatementsAhead, worthInScope } from './money.server.ts';
import { latestWeek, liveReview, weekToMeetAbout } from './review.server.ts';

type Worth = NonNullable<Awaited<ReturnType<typeof worthInScope>>>;
type Reading = Parameters<typeof worthInScope>[0];

/** So many choices of customers, at most, are read ahead, those of fewer filters first. */
const mostChoices = 100;
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
		const today = dayIn(new Date(), reading.organisation.timeZone);
		const version = `${await versionOfSums(db)} ${week} ${opening} ${today}`;
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
	await readChoices(reading, everybody, found);
	return worth;
}

/** The statements of each choice; prices of choices are worked out when somebody asks for them. */
async function readChoices(reading: Reading, everybody: Scope, found: SeriesInScope): Promise<void> {
	for (const choice of choicesOf(await slicesOfCustomers(reading.db), everybody)) {
		await readStatementsAhead(reading, choice, found);
		await pause(breathMs);
	}
}

async function drawCharts(worth: Worth, currency: string): Promise<void> {
	for (const option of chartsOf(worth, currency)) {
		drawn(option, { width: 480, height: 260 });
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
