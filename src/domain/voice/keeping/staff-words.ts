/** Whom an erasure is about, for what our own people wrote. */
export type About = {
	/** Every customer at which they are known. */
	customers: readonly number[];
	/** Their answers, by number. */
	answers: readonly number[];
};

/** A text that one of our people wrote, and where it stands. */
export type StaffText = {
	text: string;
	/** 'Mark 12' */
	place: string;
	/** It stands at the person or at their words, as an answer to an insight in which they are pinned: what is theirs in it goes unasked. */
	atThem: boolean;
};

/** A text, and what stands in its place after an erasure. */
export type Instead = { before: string; after: string };
