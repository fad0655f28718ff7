/** Why so few answers make no score, in words. */
export const tooFewFor = (what: string, answers: number): string =>
	`only ${answers} ${answers === 1 ? 'answer' : 'answers'}: too few for ${what}`;
