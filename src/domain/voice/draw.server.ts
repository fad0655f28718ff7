import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/connect.ts';
import { notKnown, slices } from '../scope/scope.ts';
import type { Slice } from '../scope/scope.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';
import { draw, drawSize, placesOf, seedOf } from './draw.ts';
import type { Hash, Ticket } from './draw.ts';
import { voiceComments } from './voice-comments.server.ts';
import { selectDrawable } from './queries/receipts.server.ts';
import type { VoiceComment } from './voice-comment.ts';
import type { Reading } from './voice-page.server.ts';

/** What a draw is balanced by; null: nothing. */
export type DrawnBy = 'segment' | 'group' | null;

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

export type Drawn = {
	week: string;
	/** How many comments the week has so far: a part of the seed. */
	comments: number;
	seed: string;
	/** In the order in which they were drawn. */
	drawn: VoiceComment[];
	/** How many places each group got; empty without groups. */
	places: { stratum: string; places: number; comments: number }[];
};

/** The ten comments of a week that chance has chosen: who repeats it with the same week and count gets the same ten. */
export async function drawOfWeek(db: Db, week: string, by: DrawnBy, reading: Reading): Promise<Drawn> {
	const written = await ticketsOf(db, week, by, reading.zone);
	const seed = seedOf(week, written.length, sha256);
	const drawn = draw(written, seed, sha256);
	const customerOf = new Map(written.map(({ number, customerId }) => [number, customerId]));
	const ids = drawn.map(({ number }) => ({ customerId: customerOf.get(number)!, responseId: number }));
	const places = placesOf(written);
	const sizes = Map.groupBy(written, ({ stratum }) => stratum);
	return {
		week,
		comments: written.length,
		seed,
		drawn: await voiceComments(db, ids, { zone: reading.zone, reader: reading.reader.id }),
		places: by
			? [...sizes]
					.map(([stratum, { length }]) => ({ stratum, places: places.get(stratum)!, comments: length }))
					.sort((a, b) => b.comments - a.comments || (a.stratum < b.stratum ? -1 : 1))
			: []
	};
}

/** The comment that chance puts first in a week; null: nobody wrote anything. */
export async function firstDrawn(
	db: Db,
	week: string,
	zone: string
): Promise<{ customerId: number; responseId: number; seed: string } | null> {
	const written = await ticketsOf(db, week, null, zone);
	const seed = seedOf(week, written.length, sha256);
	const [first] = draw(written, seed, sha256);
	const customer = first && written.find(({ number }) => number === first.number);
	return customer ? { customerId: customer.customerId, responseId: first.number, seed } : null;
}

export type Ranked = { number: number; hash: string; stratum: string; isDrawn: boolean };

/**
 * Every comment's number, what it was ranked by and, of a draw by groups, its group, the first ranked first: with this
 * anybody can check the draw.
 */
export async function ranksOfWeek(db: Db, week: string, by: DrawnBy, zone: string): Promise<Ranked[]> {
	const written = await ticketsOf(db, week, by, zone);
	const seed = seedOf(week, written.length, sha256);
	const drawn = new Set(draw(written, seed, sha256).map(({ number }) => number));
	return written
		.map(({ number, stratum }) => ({
			number,
			hash: sha256(`${seed} ${number}`),
			stratum,
			isDrawn: drawn.has(number)
		}))
		.sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

export type DrawnAmong = {
	/** In the order in which they were drawn. */
	drawn: VoiceComment[];
	/** How many there are to be drawn from: of these customers, and of all. */
	of: number;
	comments: number;
	seed: string;
};

/**
 * As many of a week's comments as are wanted, of some customers: the first of them in the order of the one draw of the
 * week, so that nobody can draw again by choosing other customers.
 */
export async function drawnAmong(
	db: Db,
	week: string,
	ofWhom: Record<Slice, string | null>,
	{ zone, reader, limit }: { zone: string; reader: number; limit: number }
): Promise<DrawnAmong> {
	const written = await selectDrawable(db, { from: mondayOfWeek(week), to: sundayOfWeek(week), zone });
	const seed = seedOf(week, written.length, sha256);
	const wanted = written.filter((one) =>
		slices.every((slice) => ofWhom[slice] === null || (one[slice] ?? notKnown) === ofWhom[slice])
	);
	const ranked = wanted
		.map((one) => ({ one, hash: sha256(`${seed} ${one.responseId}`) }))
		.sort((a, b) => (a.hash < b.hash ? -1 : 1));
	const ids = ranked.slice(0, limit).map(({ one }) => one);
	return {
		drawn: await voiceComments(db, ids, { zone, reader, whole: true }),
		of: wanted.length,
		comments: written.length,
		seed
	};
}

async function ticketsOf(
	db: Db,
	week: string,
	by: DrawnBy,
	zone: string
): Promise<(Ticket & { customerId: number })[]> {
	const written = await selectDrawable(db, { from: mondayOfWeek(week), to: sundayOfWeek(week), zone });
	const stratumOf = (one: (typeof written)[number]) =>
		by === 'segment' ? (one.segment ?? '') : by === 'group' ? (one.feeling ?? 'none') : '';
	return written.map((one) => ({ number: one.responseId, stratum: stratumOf(one), customerId: one.customerId }));
}

export { drawSize };
