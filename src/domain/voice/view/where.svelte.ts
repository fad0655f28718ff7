import { getContext, setContext } from 'svelte';
import type { Series } from '../../surveys/series.ts';
import type { Comment } from '../feed.ts';
import { sitsText, whereItSits } from '../where-it-sits.ts';
import type { Charts, Sits } from '../where-it-sits.ts';

type Page = { series: Series | null; zone: string; charts: Charts };

/** The comment whose place in the page's charts a reader asked for; charts beside the words mark it. */
class Where {
	asked = $state.raw<Comment | null>(null);
	readonly #page: () => Page;

	constructor(page: () => Page) {
		this.#page = page;
	}

	/** Null: nobody asked. */
	get sits(): Sits | null {
		const { series, zone } = this.#page();
		return this.asked && whereItSits(this.asked, series, zone);
	}

	text(comment: Comment): string {
		const { series, zone, charts } = this.#page();
		return sitsText(comment, whereItSits(comment, series, zone), series, charts);
	}
}

const key = Symbol('where a comment sits');

/** A page with charts beside the words says once what they draw. */
export const setWhereOnPage = (page: () => Page): void => void setContext(key, new Where(page));

/** Absent on a page without charts: there a comment sits nowhere. */
export const whereOnPage = (): Where | undefined => getContext(key);
