/**
 * Comments are listed in blocks by their number: a block holds so many numbers, and a comment's place in it is what is
 * left of its number. A list of few places is these, two bytes each; one of many is a bit for each place of the block.
 * Whichever is shorter, as in roaring bitmaps (Chambi, Lemire, Kaser & Godin 2016).
 */
export const blockSize = 65_536;

export const blockOf = (responseId: number): number => Math.floor(responseId / blockSize);

/** Which places of a block are meant; the first place is the lowest bit of the first byte. */
export type Places = Uint8Array;

/** A list that is exactly as long has a bit for each place; a shorter one has the places themselves. */
export const bytesOfAll = blockSize / 8;

export const noPlaces = (): Places => new Uint8Array(bytesOfAll);

/** Adds a place; a block's places are added one after the other to what is kept. */
export const addPlace = (places: Places, place: number): void => {
	places[place >> 3] |= 1 << (place & 7);
};

/** Adds a list as it is kept. Several lists of one kind may stand one behind the other. */
export function addList(places: Places, list: Uint8Array, isAll: boolean): void {
	if (isAll)
		for (let from = 0; from < list.length; from += bytesOfAll)
			for (let i = 0; i < bytesOfAll; i++) places[i] |= list[from + i];
	else for (let i = 0; i < list.length; i += 2) addPlace(places, (list[i] << 8) | list[i + 1]);
}

/** A list as it is kept, of places in rising order, each once. */
export function listOf(places: readonly number[]): Uint8Array {
	if (places.length * 2 < bytesOfAll) {
		const few = new Uint8Array(places.length * 2);
		for (const [i, place] of places.entries()) {
			few[2 * i] = place >> 8;
			few[2 * i + 1] = place & 255;
		}
		return few;
	}
	const all = noPlaces();
	for (const place of places) addPlace(all, place);
	return all;
}

/** Four bytes at once. Places begin where their memory does. */
const wide = (places: Places): Int32Array => new Int32Array(places.buffer, places.byteOffset, bytesOfAll / 4);

export function addPlaces(places: Places, others: Places): void {
	const [to, from] = [wide(places), wide(others)];
	for (let i = 0; i < to.length; i++) to[i] |= from[i];
}

export function keepOnly(places: Places, others: Places): void {
	const [to, from] = [wide(places), wide(others)];
	for (let i = 0; i < to.length; i++) to[i] &= from[i];
}

export function takeOut(places: Places, others: Places): void {
	const [to, from] = [wide(places), wide(others)];
	for (let i = 0; i < to.length; i++) to[i] &= ~from[i];
}

const bitsOf = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

export const countPlaces = (places: Places): number => {
	let count = 0;
	for (let i = 0; i < bytesOfAll; i++) count += bitsOf[places[i]];
	return count;
};

/** The numbers of the comments at these places of a block, rising. */
export function numbersAt(block: number, places: Places): number[] {
	const numbers: number[] = [];
	for (let i = 0; i < bytesOfAll; i++) {
		if (places[i] === 0) continue;
		for (let bit = 0; bit < 8; bit++) if (places[i] & (1 << bit)) numbers.push(block * blockSize + i * 8 + bit);
	}
	return numbers;
}
