import type { Estimate, NotEstimable } from '#stats/estimate.ts';

/** How strong the claim is: A randomised, B a comparison group over time, C like for like, D as seen. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/**
 * 'points': NPS points. 'share': of one, shown in percent. 'money': minor units of the reporting currency.
 * 'count': how many. 'months': of time.
 */
export type Unit = 'points' | 'share' | 'money' | 'count' | 'months';

/** A version of a definition and since when it holds; `what`: what became different with it. */
export type DefinitionChange = { version: number; changedOn: string; what: string };

/** What a figure means. When the meaning changes, the version goes up; the id stays. */
export type Definition = {
	id: string;
	version: number;
	name: string;
	unit: Unit;
	/** The formula and the population in words that an executive understands. */
	meaning: string;
	/** How the interval was made; a total that was counted has none. */
	interval: string;
	/** Versions after the first, oldest first. */
	changes?: readonly DefinitionChange[];
	/** More of it is worse, as of revenue at risk. */
	moreIsWorse?: boolean;
};

/** What stands in the place of a number that chance alone could have made. */
export const notDetectable = 'not detectable in this data';

/** Rows that could have been counted and were not. */
export type Excluded = { count: number; why: string };

/** The figure against itself in an independent period. */
export type Change = {
	/** In the figure's own unit: points, a share, or a ratio less one for money. */
	by: number;
	low: number;
	high: number;
	/** By itself beyond noise: the interval does not hold zero. Whether a page says so is the movement's to tell. */
	isReal: boolean;
	/** What it is compared with: 'the 13 weeks before'. */
	since: string;
	/** How often chance alone would show as much; without it, it follows from the interval. */
	p?: number;
	/** Degrees of freedom of the interval where it is Student’s; absent: the normal’s. */
	degrees?: number;
};

/** The change split: how much of it is found inside segments, and how much is other people answering, or paying. */
export type Split = {
	rate: { by: number; p: number };
	mix: { by: number; isReal: boolean };
	/** Whose mix it is. */
	of: 'who answered' | 'who paid';
};

/** A figure’s latest step, held against how it usually steps. */
export type Routine = {
	by: number;
	/** 'last week', 'the month before' */
	since: string;
	/** How often routine alone would show as much, 1 while nothing is out of it; null: too few steps to know it. */
	p: number | null;
	/** What is out of routine: '8 weeks up'. Null: nothing is. */
	shows: string | null;
	/** 1: the unusual is more of it, -1: less. */
	direction: 1 | -1;
	/** Where the latest point lies and between which limits such points usually do; absent: too few to know. */
	band?: Band;
};

/** 'score': of a week by itself. 'step': from week to week. 'growth': by how much growth changed from month to month. */
export type Band = { of: 'score' | 'step' | 'growth'; value: number; low: number; high: number };

/** Signal: more than noise. Mix: who answered, or paid, changed, and not how they feel, or whether they stay. */
export type Verdict = 'signal' | 'noise' | 'mix' | 'too little data';

/** What a figure’s change amounts to, judged together with the other figures of its page. */
export type Movement = {
	verdict: Verdict;
	/** In the figure's unit; null: nothing to compare with. */
	by: number | null;
	since: string;
	/** In words: 'no signal', 'signal, 8 weeks up'. */
	because: string;
	direction: 1 | -1 | 0;
	/** The week or month that was judged, where the one shown is not over: 'week 47'. */
	judged: string | null;
	/** What that was judged by; absent: there was nothing to test, or it was not kept then. */
	tested?: Tested;
};

/**
 * How often chance alone would show as much as the change since an independent period does, and as the latest step; `q`
 * of both together, adjusted for all figures `of` the page that were tested. A signal has at most `falseSignals`.
 */
export type Tested = { period?: { since: string; p: number }; routine?: number; q: number; of: number };

/** Of the movements that a page calls signals, at most this share is false on average. */
export const falseSignals = 0.05;

/** A figure as every surface shows it: page, command line, API. */
export type Figure = {
	definition: Definition;
	estimate: Estimate | NotEstimable;
	/** Whom it speaks of, when, and how many: 'Relationship survey, 24 Aug – 22 Nov 2026'. */
	population: string;
	excluded: Excluded[];
	grade?: Grade;
	/** First and last day it speaks of. */
	period?: { from: string; to: string };
	/** The query it was counted by. */
	source?: string;
	change?: Change;
	split?: Split;
	routine?: Routine;
	/** See `Movement.judged`. */
	judged?: string;
	movement?: Movement;
	/** False: its interval does not tell it apart from nothing, so that it is told as that and never as a number. */
	isDetectable?: boolean;
	/** The same figure earlier, oldest first; null where there was too little evidence. */
	history?: Point[];
	/** By the version of its definition before, where that changed within the history: what the change itself did is seen. */
	earlier?: { version: number; estimate: Estimate | NotEstimable; history: Point[] };
};

/** A figure at the end of a week, or of a month. */
export type Point = { asOf: string; value: number | null };
