import { describe, expect, test } from 'vitest';
import type { VoiceComment } from '../voice-comment.ts';
import { FeedWindow } from './feed-window.svelte.ts';
import { Receipts } from './receipts.svelte.ts';

/** A feed of so many pages with one comment each, and a note of what was asked for. */
function feedOf(pages: number, asked: string[] = []) {
	const page = (at: number) => ({
		comments: [{ responseId: at } as VoiceComment],
		from: `from ${at}`,
		next: at + 1 < pages ? `end of ${at}` : null
	});
	const feed = new FeedWindow(page(0), async ({ after, until }) => {
		asked.push(`${after} to ${until}`);
		const again = /^from (\d+)$/.exec(after ?? '');
		return page(again ? Number(again[1]) : Number(/\d+/.exec(after!)![0]) + 1);
	});
	return { feed, asked };
}

const held = (feed: FeedWindow) => feed.stretches.map(({ comments }) => (comments === null ? '·' : '█')).join('');

describe('a feed in a browser', () => {
	test('goes on to its end, page by page', async () => {
		const { feed } = feedOf(3);
		await feed.moreWhile(() => true);
		expect(feed.stretches.map(({ comments }) => comments![0].responseId)).toEqual([0, 1, 2]);
		expect(feed.next).toBeNull();
	});

	test('holds the pages around the reader; the others are asked for again as they were', async () => {
		const { feed, asked } = feedOf(12);
		await feed.moreWhile(() => true);
		await feed.near(11, () => 500);
		expect(held(feed)).toBe('········████');
		expect(feed.stretches[0]).toMatchObject({ comments: null, height: 500 });

		asked.length = 0;
		await feed.near(2, () => 500);
		expect(held(feed)).toBe('··█·········');
		expect(asked).toEqual(['from 2 to end of 2']);
		expect(feed.stretches[2].comments![0].responseId).toBe(2);
	});

	test('empties nothing that has never been laid out', async () => {
		const { feed } = feedOf(9);
		await feed.moreWhile(() => true);
		await feed.near(8, () => 0);
		expect(held(feed)).toBe('█████████');
	});

	test('says when the server fails, and tries again when asked', async () => {
		let works = false;
		const feed = new FeedWindow({ comments: [], from: null, next: 'end' }, async () => {
			if (!works) throw new Error('no connection');
			return { comments: [], from: 'from', next: null };
		});
		await feed.moreWhile(() => true);
		expect([feed.state, feed.stretches.length]).toEqual(['failed', 1]);
		works = true;
		await feed.more();
		expect([feed.state, feed.stretches.length, feed.next]).toEqual(['ready', 2, null]);
	});
});

describe('receipts', () => {
	test('go together and once each; those that did not arrive go with the next', async () => {
		const posted: string[][] = [];
		let works = false;
		const receipts = new Receipts(async (ids) => {
			if (!works) throw new Error('no connection');
			posted.push(ids);
		});
		receipts.add('1-1');
		receipts.add('1-1');
		await receipts.send();
		expect([posted, receipts.sent, receipts.read.size]).toEqual([[], 0, 1]);
		works = true;
		receipts.add('1-2');
		await receipts.send();
		await receipts.send();
		expect([posted, receipts.sent]).toEqual([[['1-1', '1-2']], 2]);
	});
});
