import type { Chance } from '../chance.ts';

/** Phrases drawn like cards: none comes again before all others that fit have been, so that a week rarely repeats itself. */
export type Deck<T> = { draw(fits: (card: T) => boolean): T | null };

export function deck<T>(cards: readonly T[], chance: Chance): Deck<T> {
	let waiting = shuffled(cards, chance);
	let drawn: T[] = [];
	const take = (fits: (card: T) => boolean): T | null => {
		const at = waiting.findIndex(fits);
		if (at < 0) return null;
		const [card] = waiting.splice(at, 1);
		drawn.push(card);
		return card;
	};

	return {
		draw(fits) {
			const card = take(fits);
			if (card !== null) return card;
			waiting = [...waiting, ...shuffled(drawn, chance)];
			drawn = [];
			return take(fits);
		}
	};
}

function shuffled<T>(cards: readonly T[], chance: Chance): T[] {
	const all = [...cards];
	for (let i = all.length - 1; i > 0; i--) {
		const j = chance.between(0, i);
		[all[i], all[j]] = [all[j], all[i]];
	}
	return all;
}
