import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { noteBounce } from '#domain/alerts/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { atMost } from './at-most.ts';
import { jsonIn } from './text-in.ts';

/** What a mail server says is short; more is somebody's mistake. */
const mostCharacters = 20_000;

const short = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

const BounceSent = v.strictObject({
	message_id: v.optional(short(400)),
	recipient: v.optional(short(254)),
	edition: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647))),
	kind: v.picklist(['bounced', 'complained'], 'Say what happened: "bounced" or "complained".'),
	words: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(mostCharacters)), '')
});

/** Words are kept as long as a mail server's own are. */
const longestWords = 500;

/** A mail server may send a burst of them after a large edition, and no more. */
const mayTell = atMost(600, 60_000);

/** Notes the bounce or complaint that a program tells of. Told again, it is the same answer, and nothing happens twice. */
export async function takeBounce({ request, locals: { db, person } }: RequestEvent) {
	const now = new Date();
	if (!mayTell(`${person!.id} ${person!.token?.name ?? ''}`, now.getTime()))
		throw new Refusal('too-often', 'Those are too many at once. Wait a minute.');
	const text = await request.text();
	if (text.length > 2 * mostCharacters) throw new Refusal('invalid', 'That is too long for a bounce.');
	const sent = jsonIn(text);
	if (sent === null)
		throw new Refusal('invalid', 'Send JSON, such as {"message_id": "<…>", "kind": "bounced", "words": "550 …"}.');
	const parsed = v.safeParse(BounceSent, sent);
	if (!parsed.success) throw new Refusal('invalid', parsed.issues.map(told).join(' '));
	const { kind, words } = parsed.output;
	const said = words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longestWords);
	const cameBack = { which: whichOf(parsed.output), kind, words: said || 'The mail server gave no reason.' };
	const { id } = await noteBounce(db, cameBack, { by: person!, now });
	return { message: id, state: 'bounced' };
}

function whichOf({ message_id: messageId, recipient, edition }: v.InferOutput<typeof BounceSent>) {
	if (messageId !== undefined) return { messageId };
	if (recipient !== undefined && edition !== undefined) return { editionId: edition, address: recipient };
	throw new Refusal('invalid', 'Say which message: its message_id, or recipient and edition.');
}

const told = ({ path, message }: v.BaseIssue<unknown>) =>
	path ? `${path.map(({ key }) => String(key)).join('.')}: ${message}` : message;
