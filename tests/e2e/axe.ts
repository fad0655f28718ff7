import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Comments stand one below the other by the dozen, each built like the first three. */
const more = 'li:nth-of-type(n + 4) > article, article[data-comment]:nth-of-type(n + 4)';

/**
 * What axe finds that would keep somebody from using the page, each with where. A whole look takes seconds, so of what
 * repeats only the first is looked at, and in the dark only colours: nothing else differs. `only`, `but`: a part of
 * the page, by selector.
 */
export async function problemsOn(page: Page, { only, but }: { only?: string; but?: string } = {}): Promise<string[]> {
	const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
	const axe = new AxeBuilder({ page })
		// Our pages have no foreign frames, and what is in order need not be told in detail.
		.setLegacyMode(true)
		.options({ resultTypes: ['violations'] });
	axe.exclude(more);
	if (only) axe.include(only);
	if (but) axe.exclude(but);
	const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}
