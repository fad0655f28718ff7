import type { ChartOption } from '#ui/charts/option.ts';
import type { Palette } from '#ui/charts/palette.ts';
import type { Feeling } from '../../../metrics/groups.ts';

/** A piece of a sentence, with what it is where that shows. */
export type Piece = { text: string; is?: 'strong' | 'money' | 'better' | 'worse' | 'quiet' };

export type TableTold = { caption: string; columns: { name: string; number?: boolean }[]; rows: string[][] };

/** A mark on a chart: the number that the picture carries, and its words. */
export type MarkTold = {
	number: number;
	text: string;
	/** 'Dana Okafor, 3 Nov 2026, 14:02 · Oct 2026' */
	who: string;
	/** What the chart said there then where that is another thing now, or why it is not drawn. */
	beside: string | null;
};

export type ChartTold = {
	id: string;
	/** What the chart says, for who cannot see it. */
	alt: string;
	option: (palette: Palette) => ChartOption;
	size: { width: number; height: number };
	table: TableTold;
	/** What is drawn, and how to read it. */
	what: string;
	marks: MarkTold[];
	/** Its main figures on a line, for where there are neither pictures nor room for the table. */
	inFigures: string;
};

export type FigureTold = {
	name: string;
	value: string;
	/** '±3' */
	margin: string | null;
	/** '44 to 50 · n 1,204', or why there is no figure. */
	evidence: string;
	movement: string | null;
	tone: 'better' | 'worse' | 'quiet';
};

export type CommentTold = {
	/** '9', '4/5'; null: words without a score. */
	score: string | null;
	feeling: Feeling | 'none';
	customer: string;
	/** 'Enterprise · 7 weeks' */
	who: string;
	/** '$48k a year' */
	worth: string;
	when: string;
	language: string | null;
	title: string | null;
	words: string | null;
	/** Why there are no words. */
	gone: string | null;
};

/** What somebody claims to know of our customers. */
export type ClaimTold = {
	claim: string;
	/** Whose it is, how it stands, and since when. */
	who: string;
	/** Its figures as they were seen, and what speaks for it and against it. */
	lines: string[];
	/** What came of it. */
	end: string | null;
};

/** What a figure means, and what else has to be known to work it out again. */
export type NoteTold = { name: string; text: string; more: string };

/** A part of an edition. Each is told in the mail, in its plain text and on its page. */
export type SectionTold =
	| { kind: 'figures'; title: string; figures: FigureTold[] }
	| { kind: 'chart'; title: string; said: Piece[]; doubt: string | null; chart: ChartTold }
	| { kind: 'words'; title: string; rule: string; none: string | null; comments: CommentTold[] }
	| { kind: 'claims'; title: string; none: string; claims: ClaimTold[]; left: string | null }
	| { kind: 'items'; title: string; rule: string | null; none: string; items: Piece[][] }
	| { kind: 'notes'; title: string; notes: NoteTold[] };

/** An edition in words: what every surface shows, and in which order. */
export type Told = {
	subject: string;
	/** 'Larkmoor · week 47, 16–22 Nov 2026 · all customers' */
	of: string;
	headline: string;
	/** Who wrote the headline; null: nobody has. */
	by: string | null;
	/** What changed, and whether it is noise. */
	changed: Piece[][];
	sections: SectionTold[];
	/** When and how this was made. */
	made: string;
};
