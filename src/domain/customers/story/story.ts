/**
 * What a customer's story is woven of. The order decides who stands first where several things happened at one moment.
 * Each concept tells its own strand; whoever adds one names it here and weaves it in.
 */
export const strands = ['said', 'spoke', 'followed', 'silent', 'value', 'paid', 'account'] as const;
export type Strand = (typeof strands)[number];

/** One thing that happened: when, in UTC to the microsecond, and its id within its strand. */
export type Happened = { at: string; id: number };

/** Where a page of the story ended: the next one goes on strictly behind it. */
export type Place = Happened & { strand: Strand };

export const placeText = ({ at, strand, id }: Place): string => `${at}~${strand}~${id}`;

export function placeFrom(text: string | null): Place | null {
	const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([a-z]+)~(\d{1,16})$/.exec(text ?? '');
	const strand = strands.find((one) => one === match?.[2]);
	return match && strand ? { at: match[1], strand, id: Number(match[3]) } : null;
}

/** The place from which everything up to a moment, not included, is told. */
export const upTo = (moment: Date): Place => ({
	at: moment.toISOString().replace(/(\.\d{3})Z$/, '$1000Z'),
	strand: strands[strands.length - 1],
	id: 0
});

const afterEveryId = Number.MAX_SAFE_INTEGER;
const beforeEveryId = -1;
const farFuture = '9999-12-31T00:00:00.000000Z';

/** What a strand has to be asked for: what lies before (at, id), and of that the newest. */
export function askedOf(strand: Strand, behind: Place | null): Happened {
	if (behind === null) return { at: farFuture, id: afterEveryId };
	const order = strands.indexOf(strand) - strands.indexOf(behind.strand);
	return { at: behind.at, id: order === 0 ? behind.id : order > 0 ? afterEveryId : beforeEveryId };
}

/** Weaves the newest of each strand into one story, newest first, and says where it goes on; null: that was all. */
export function woven<Entry extends Place>(
	newestOfEach: readonly (readonly Entry[])[],
	limit: number
): { entries: Entry[]; next: string | null } {
	const all = newestOfEach.flat().sort(newestFirst);
	const entries = all.slice(0, limit);
	return { entries, next: all.length > limit ? placeText(entries[limit - 1]) : null };
}

const newestFirst = (a: Place, b: Place): number => {
	if (a.at !== b.at) return a.at < b.at ? 1 : -1;
	return strands.indexOf(a.strand) - strands.indexOf(b.strand) || b.id - a.id;
};
