import { commentFromJson } from '#domain/voice/feed.ts';
import type { VoicePage } from '#domain/voice/server.ts';
import type { VoiceComment } from '#domain/voice/voice-comment.ts';

/* What a Voice page that is open asks the server for. */

async function asked<Answer>(path: string, parameters: string[]): Promise<Answer> {
	const answer = await fetch(`${path}?${parameters.filter(Boolean).join('&')}`);
	if (!answer.ok || answer.redirected) throw new Error(`the server answered ${answer.status}`);
	return answer.json();
}

const parameter = (name: string, value: string | null) =>
	value === null ? '' : `${name}=${encodeURIComponent(value)}`;

export async function feedPage(
	query: string,
	{ after, until }: { after: string | null; until: string | null }
): Promise<VoicePage> {
	const page = await asked<VoicePage>('/voice/more', [query, parameter('older', after), parameter('until', until)]);
	return { ...page, comments: page.comments.map(commentFromJson) };
}

export const arrivedIn = async (query: string, since: number): Promise<number> =>
	(await asked<{ arrived: number }>('/voice/new', [query, `since=${since}`])).arrived;

export const wholeComment = async (id: string): Promise<VoiceComment> =>
	commentFromJson(await asked<VoiceComment>('/voice/words', [parameter('id', id)]));

/** Also when the page is being left: `keepalive` lets it go out all the same. */
export async function postReceipts(read: string[]): Promise<void> {
	const answer = await fetch('/voice/read', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ read }),
		keepalive: true
	});
	if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
}
