import { getContext, setContext } from 'svelte';
import type { Definition } from '../figure.ts';

const key = Symbol('definitions that are others today');

/** A page that shows a closed week says once which of its figures are defined otherwise today. */
export const setDefinedToday = (definitions: () => readonly Definition[]): void => void setContext(key, definitions);

/** Today's definition of a figure, where it is another than the one that is shown; undefined: it is the same. */
export const definedToday = (): ((id: string) => Definition | undefined) => {
	const definitions = getContext<(() => readonly Definition[]) | undefined>(key);
	return (id) => definitions?.().find((definition) => definition.id === id);
};
