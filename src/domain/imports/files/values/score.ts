import { problem, shown, type Problem } from '../problem.ts';

export type Scale = { lowest: number; highest: number };

/** Statistics packages write 9 as '9.0' once a column has gaps; that is still the number the customer chose. */
const whole = /^-?\d{1,15}(?:[.,]0+)?$/;

/** A whole number on the scale. Nothing is rounded or rescaled: what is not on the scale is refused. */
export function readScore(text: string, scale: Scale): number | Problem {
	const trimmed = text.trim();
	if (whole.test(trimmed)) {
		const score = parseInt(trimmed, 10);
		return score >= scale.lowest && score <= scale.highest ? score + 0 : offScale(trimmed, scale);
	}
	return notWhole(trimmed, scale);
}

const offScale = (text: string, { lowest, highest }: Scale) =>
	problem(`${shown(text)} is not on the scale from ${lowest} to ${highest}; check which scale the survey used.`);

function notWhole(text: string, { lowest, highest }: Scale): Problem {
	if (text === '') return problem('The score is empty.');
	return problem(
		`${shown(text)} is not a whole number; give the score alone, a whole number from ${lowest} to ${highest}.`
	);
}
