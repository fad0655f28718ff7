/** Why one value or one record cannot be taken in: a sentence that says what is wrong and what to do about it. */
export type Problem = { problem: string };

export const problem = (sentence: string): Problem => ({ problem: sentence });

export const isProblem = (result: unknown): result is Problem =>
	typeof result === 'object' && result !== null && 'problem' in result;

/** Where in a file. Rows count as a spreadsheet shows them, lines as a text editor does; columns from 1. */
export type Place = { row?: number; line?: number; column?: number };

/** A file cannot be read, or not any further, and why, in one sentence. */
export class FileProblem extends Error {
	override readonly name = 'FileProblem';
	readonly place: Place;

	constructor(sentence: string, place: Place = {}) {
		super(sentence);
		this.place = place;
	}
}

/** A value as a sentence shows it: whole if it is short. */
export const shown = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
