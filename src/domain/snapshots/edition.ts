import type { SnapshotContent } from './content/content.ts';
import type { DeliveryCounts } from './delivery.ts';

/** What brought an edition about. */
export type Occasion = 'clock' | 'review closed' | 'now' | 'test';

/** What came of an occurrence. */
export type Fate = 'made' | 'skipped' | 'missed';

/** An edition as lists tell of it. */
export type ListedEdition = {
	id: number;
	scheduleId: number;
	schedule: string;
	occasion: Occasion;
	occurrence: string;
	dueAt: Date;
	fate: Fate;
	/** Why there is nothing to read; null: there is. */
	why: string | null;
	/** The week it tells of. */
	week: string;
	/** Made long after it was due. */
	late: boolean;
	madeAt: Date;
	/** Null: the clock. */
	askedBy: string | null;
	deliveries: DeliveryCounts;
};

/** An edition and what it says; null: there is nothing to read, or in a shape that this version does not know. */
export type Edition = ListedEdition & { shape: number | null; content: SnapshotContent | null };
