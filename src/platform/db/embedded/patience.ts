import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/** How long we wait for others before we say so. A monotonic clock: at boot the time of day may still jump. */
export type Patience = { isOver(): boolean };

export function patience(milliseconds: number): Patience {
	const end = performance.now() + milliseconds;
	return { isOver: () => performance.now() > end };
}
