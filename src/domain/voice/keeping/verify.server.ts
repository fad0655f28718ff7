import type { Db } from '#platform/db/connect.ts';
import { dayIn } from '../../scope/zone.ts';
import { noSeal, sealHash } from './leaf.server.ts';
import { selectUnsealedDays } from './queries/seal.server.ts';
import { selectSealedNow, selectSeals, selectTaken } from './queries/verify.server.ts';
import type { SealRecord } from './queries/verify.server.ts';
import { broken } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Fault = { day: string; why: string };
type Leaves = { comments: number; root: Uint8Array };
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const sealsAtATime = 10_000;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const noDay = '';

/**
 * Proves that what customers wrote is all there: every comment is hashed anew and held against its leaf, the leaves
 * against their seal, and every seal against the one before. `noted`: the hash of a seal that somebody wrote down; it
 * must be in the chain. One snapshot, so that an import at work changes nothing.
 */
export const verifyVoice = (
	db: Db,
	{ zone, now, noted = null }: { zone: string; now: Date; noted?: string | null }
): Promise<Verdict> =>
	db.transaction(
		async (tx) => {
			const [sealedNow, takenNow] = [await selectSealedNow(tx), await selectTaken(tx)];
			const leaves = new Map(sealedNow.map((leaf) => [leaf.id, leaf]));
			const taken = new Map(takenNow.map((act) => [act.actId, act]));
			const chain = await walk(tx, (seal) => faultOf(seal, leaves, taken), noted?.toLowerCase() ?? null);
			const unsealed = await selectUnsealedDays(tx, { today: '9999-12-31', zone });
			const today = dayIn(now, zone);

			const takenInAll = takenNow.reduce((sum, { comments }) => sum + comments, 0);
			const found = {
				seals: chain.seals,
				kept: sealedNow.reduce((sum, { comments }) => sum + comments, 0) - takenInAll,
				taken: takenInAll,
				notYet: unsealed.find(({ day }) => day >= today)?.comments ?? 0,
				from: chain.from,
				through: chain.last?.day ?? null,
				last: chain.last && hex(chain.last.hash)
			};
			const faults = [
				chain.fault,
				notedMissing(chain),
				orphans(sealedNow, takenNow, chain),
				left(unsealed, today)
			].filter((fault) => fault !== null);
			const first = faults.sort((a, b) => a.day.localeCompare(b.day))[0];
			return first ? { ...found, holds: false, ...first } : { ...found, holds: true };
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);

type Chain = {
	seals: number;
	acts: Set<number>;
	from: string | null;
	last: SealRecord | null;
	/** The first one: what follows from it says nothing new. */
	fault: Fault | null;
	/** The seal that somebody wrote down is among them; or nobody has. */
	isNotedThere: boolean;
};

/** From the first seal to the last. */
async function walk(db: Db, faultOf: (seal: SealRecord) => string | null, noted: string | null): Promise<Chain> {
	const chain: Chain = { seals: 0, acts: new Set(), from: null, last: null, fault: null, isNotedThere: noted === null };
	for await (const seal of allSeals(db)) {
		const why = linkFault(seal, chain.last) ?? faultOf(seal);
		if (why) chain.fault ??= { day: seal.day, why };
		if (hex(seal.hash) === noted) chain.isNotedThere = true;
		if (seal.actId !== null) chain.acts.add(seal.actId);
		chain.from ??= seal.day;
		chain.last = seal;
		chain.seals++;
	}
	return chain;
}

/** Some at a time: a chain of many years is not kept in memory. */
async function* allSeals(db: Db): AsyncGenerator<SealRecord> {
	let after = 0;
	for (;;) {
		const seals = await selectSeals(db, { after, limit: sealsAtATime });
		yield* seals;
		if (seals.length < sealsAtATime) return;
		after = seals[seals.length - 1].id;
	}
}

function linkFault(seal: SealRecord, before: SealRecord | null): string | null {
	if (seal.id !== (before?.id ?? 0) + 1) return `seal ${(before?.id ?? 0) + 1} is not there.`;
	if (before && seal.day < before.day) return `seal ${seal.id} is of an earlier day than the one before it.`;
	if (!same(seal.previous, before?.hash ?? noSeal)) return `seal ${seal.id} does not follow from the one before it.`;
	return same(seal.hash, sealHash(seal.previous, seal)) ? null : `seal ${seal.id} is not what was sealed.`;
}

function faultOf(
	seal: SealRecord,
	leaves: Map<number, Leaves & Parameters<typeof broken>[0]>,
	taken: Map<number, Leaves>
): string | null {
	if (seal.actId !== null) {
		const act = taken.get(seal.actId);
		return act && act.comments === seal.comments && same(act.root, seal.root) && !leaves.has(seal.id)
			? null
			: `what act ${seal.actId} took is not what was sealed.`;
	}
	const found = leaves.get(seal.id);
	if (!found || found.comments !== seal.comments || !same(found.root, seal.root))
		return `seal ${seal.id} covers ${seal.comments} comments; these are not they.`;
	return broken(found);
}

const notedMissing = ({ isNotedThere, last }: Chain): Fault | null =>
	isNotedThere ? null : { day: last?.day ?? noDay, why: 'the seal that was noted is not in the chain.' };

/** Leaves that no seal covers, and acts that none records, were put there by somebody else. */
function orphans(
	sealedNow: { id: number }[],
	takenNow: { actId: number }[],
	{ seals, acts, last }: Chain
): Fault | null {
	const day = last?.day ?? noDay;
	const beyond = sealedNow.find(({ id }) => id > seals);
	if (beyond) return { day, why: `there are leaves of a seal ${beyond.id} that was never made.` };
	const unsealed = takenNow.find(({ actId }) => !acts.has(actId));
	return unsealed ? { day, why: `act ${unsealed.actId} took words and is not sealed.` } : null;
}

function left(unsealed: { day: string; comments: number }[], today: string): Fault | null {
	const ended = unsealed.find(({ day }) => day < today);
	return ended ? { day: ended.day, why: `${ended.comments} comments of that day are not sealed.` } : null;
}
