import { count, number } from '#ui/format/number.ts';
import { falseSignals } from '../figure.ts';
import type { Movement, Split } from '../figure.ts';

/**
 * What a verdict on a movement rests on, for whoever challenges it: how often chance alone would show as much, and what is
 * left of that when all figures of the page are judged together. Null: nothing was tested.
 */
export function testedText({ tested }: Movement, split: Split | null): string | null {
	if (!tested) return null;
	const { period, routine, q, of } = tested;
	const looks = [
		period && `${chanceText('p', period.p)} for the change on ${period.since}${split ? ', like for like' : ''}`,
		routine !== undefined &&
			(routine === 1
				? 'p = 1 for its latest step, which is within its routine'
				: `${chanceText('p', routine)} for what its latest steps show`)
	].filter(Boolean);
	const all = `${looks.length > 1 ? 'both together, ' : ''}judged with ${of === 1 ? 'no other figure' : `all ${count(of, 'figure')} tested here`}`;
	return `How often chance alone would show as much: ${looks.join('; ')}. ${all[0].toUpperCase()}${all.slice(1)}: ${chanceText('q', q)}. A signal has a q of at most ${number(falseSignals, 2)}.`;
}

const chanceText = (name: string, chance: number): string => {
	if (chance < 0.001) return `${name} < 0.001`;
	return `${name} = ${chance === 1 ? '1' : number(chance, chance < 0.1 ? 3 : 2)}`;
};
