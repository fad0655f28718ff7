import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (which?: { type: 'minor' }) => void;

const turns = 30;

/**
 * Bytes that each turn leaves among the old objects, where V8 looks seldom, once it has looked through the young ones:
 * what nobody holds any more is gone by then, unless something of V8's own holds it.
 */
export async function leftBehind(turn: () => unknown): Promise<number> {
	for (let i = 0; i < turns; i++) await turn();
	collect();
	const before = old();
	for (let i = 0; i < turns; i++) {
		await turn();
		// What is still there at the time after this one is old by then.
		collect({ type: 'minor' });
	}
	return Math.max(0, old() - before) / turns;
}

const old = () =>
	getHeapSpaceStatistics()
		.filter(({ space_name: name }) => name === 'old_space' || name === 'large_object_space')
		.reduce((bytes, space) => bytes + space.space_used_size, 0);
