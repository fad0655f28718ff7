import { parse, stringify } from 'devalue';
import type { Mark } from '../insights/mark.ts';
import type { InsightsShown } from '../insights/shown.ts';
import type { Definition } from '../metrics/figure.ts';
import type { KeptAttendance } from './attendance.ts';
import type { Decisions } from './decisions.server.ts';
import { definitionsOf } from './definitions.ts';
import type { CompanyEvent } from './event.ts';
import type { Headline } from './headline.ts';
import type { Part } from './parts.ts';
import type { KeptPromises } from './promises.server.ts';
import type { Reader } from './reading.ts';
import type { OpeningStory } from './story.server.ts';
import type { WeeklyReview } from './weekly-review.server.ts';

/** All that a review showed when it was closed. */
export type EditionContents = {
	review: WeeklyReview;
	organisation: {
		name: string;
		currency: string;
		zone: string;
		isDemo: boolean;
		/** The first month of the fiscal year, as it was. */
		fiscalYearStartsIn: number;
	};
	headline: Headline | null;
	/** Who held the customer's seat, by name. */
	seat: string | null;
	/** With whose words the meeting opened: which they were, not what they say; null: nobody wrote, or it was not kept then. */
	story: OpeningStory | null;
	decisions: Decisions;
	promises: KeptPromises;
	/** The week's insights as they stood; null: that was not kept then. */
	insights: InsightsShown | null;
	events: CompanyEvent[];
	/** What was on its charts, with what had been said to it. */
	marks: Mark[];
	/** Ids of the answers whose words could be read. */
	words: number[];
	/** In which order the parts were shown; the first one led. */
	parts: Part[];
	/** What every figure meant, in the words of then. */
	definitions: Definition[];
	/** Who had read the week; null: that was not kept then. */
	readers: Reader[] | null;
	attendance: KeptAttendance;
};

/** What weeks kept that were closed before their insights were a part of them, and before it was noted who is in the meeting. */
type Shape2 = Omit<EditionContents, 'insights' | 'attendance'>;

const fromShape2 = (kept: Shape2): EditionContents => ({ ...kept, insights: null, attendance: null });

/** What weeks kept that were closed before there were promises, chosen stories, marks, an order of parts and sign-offs. */
type Shape1 = Pick<EditionContents, 'review' | 'headline' | 'seat' | 'decisions' | 'events' | 'words'> & {
	organisation: Omit<EditionContents['organisation'], 'fiscalYearStartsIn'>;
};

function fromShape1({ organisation, ...kept }: Shape1): Shape2 {
	return {
		...kept,
		organisation: { ...organisation, fiscalYearStartsIn: 1 },
		story: null,
		promises: { keys: [], open: 0, overdue: 0 },
		marks: [],
		parts: ['figures', 'money', 'stays', 'months', 'fix', 'events', 'decisions'],
		definitions: definitionsOf(kept.review),
		readers: null
	};
}

/**
 * A reader for each shape that was ever written: none is ever changed or taken away, so that the oldest closed week
 * opens. A changed shape gets the next number, and a reader that brings the one before over to it. Figures, texts and
 * ids pass through untouched.
 */
const readers: Record<number, (contents: unknown) => EditionContents> = {
	1: (contents) => fromShape2(fromShape1(contents as Shape1)),
	// Themes to fix, and how accounts are counted, were not told then: both are absent, and not shown.
	2: (contents) => fromShape2(contents as Shape2),
	3: (contents) => contents as EditionContents
};

const current = 3;

/** The contents as they are kept, beside the number of their shape. */
export const written = (contents: EditionContents): { shape: number; contents: string } => ({
	shape: current,
	contents: stringify(contents)
});

export function readEdition({ shape, contents }: { shape: number; contents: string }): EditionContents {
	const read = readers[shape];
	if (!read) throw new Error(`an edition has the shape ${shape}, which this version does not know`);
	return read(parse(contents));
}
