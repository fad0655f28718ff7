import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds that would keep somebody from using the page, each with where. In the dark only colours are looked
 * at: nothing else differs, and a whole look takes seconds.
 */
export async function problemsOn(page: Page): Promise<string[]> {
	const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
	const axe = new AxeBuilder({ page })
		// Our pages have no foreign frames, and what is in order need not be told in detail.
		.setLegacyMode(true)
		.options({ resultTypes: ['violations'] });
	const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}
