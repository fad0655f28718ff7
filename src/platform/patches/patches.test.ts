import { asClassComponent } from 'svelte/legacy';
import { expect, test } from 'vitest';
import { leftBehind } from '#tests/left-behind.ts';

/** Of some hundred kilobytes. */
const somethingLarge = () => Array.from({ length: 5_000 }, (_, i) => ({ i }));
const hardlyAnything = 20_000;

/** What a package keeps to itself. */
const within = <Module>(file: string): Promise<Module> =>
	import(/* @vite-ignore */ new URL(`../../../node_modules/${file}`, import.meta.url).href) as Promise<Module>;

test('what somebody lets go of is told from what is kept', async () => {
	const kept: unknown[] = [];
	expect(await leftBehind(() => somethingLarge().length)).toBeLessThan(hardlyAnything);
	expect(await leftBehind(() => kept.push(somethingLarge()))).toBeGreaterThan(5 * hardlyAnything);
});

test('what the database answered is not kept', async () => {
	type Asked = PromiseLike<unknown[]> & { resolve(rows: unknown[]): void };
	type Driver = { Query: new (text: string[], values: unknown[], handler: (query: Asked) => void) => Asked };
	const { Query } = await within<Driver>('postgres/src/query.js');

	const asked = async () => (await new Query(['select'], [], (query) => query.resolve(somethingLarge()))).length;
	expect(await asked()).toBe(5_000);
	expect(await leftBehind(asked)).toBeLessThan(hardlyAnything);
});

test('a page that has been rendered is not kept', async () => {
	type Renderer = { push(html: string): void };
	type Rendered = { html: string; head: string };
	const page = ($$renderer: Renderer, { rows }: { rows: unknown[] }) => $$renderer.push(`<p>${rows.length}</p>`);
	const Page = asClassComponent(page as never) as unknown as {
		render(props: object): Rendered & PromiseLike<Rendered>;
	};

	const rendered = async () => (await Page.render({ rows: somethingLarge() })).html;
	expect(await rendered()).toContain('<p>5000</p>');
	expect(await leftBehind(rendered)).toBeLessThan(hardlyAnything);
});

test('an address that a page reads is followed, and not kept', async () => {
	type Addresses = { make_trackable(url: URL, read: () => void, readOne: (name: string) => void): URL };
	const { make_trackable: followed } = await within<Addresses>('@sveltejs/kit/src/utils/url.js');
	const address = () => new URL('https://cx.example.com/money?segment=Team#top');

	const read: string[] = [];
	const url = followed(
		address(),
		() => read.push('address'),
		(name) => read.push(name)
	);
	expect([url.origin, read.length]).toEqual(['https://cx.example.com', 0]);
	const { href } = address();
	expect([url.pathname, url.search, url.href, `${url}`]).toEqual(['/money', '?segment=Team', href, href]);
	expect(JSON.stringify(url)).toBe(JSON.stringify(href));
	expect(url.searchParams.get('segment')).toBe('Team');
	expect([...url.searchParams.keys()]).toEqual(['segment']);
	expect(read).toEqual([...Array.from({ length: 5 }, () => 'address'), 'segment', 'address']);
	expect(() => url.hash).toThrow('Cannot access event.url.hash');

	const reading = () => {
		const page = somethingLarge();
		const note = () => void page.length;
		return followed(address(), note, note).pathname;
	};
	expect(await leftBehind(reading)).toBeLessThan(hardlyAnything);
});
