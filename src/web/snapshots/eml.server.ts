import { redirect } from '@sveltejs/kit';
import { mailOf, mentionLetters, written } from '#domain/snapshots/server.ts';
import type { deliveryOf } from '#domain/snapshots/server.ts';
import { messageOf } from '#platform/mail/message.ts';
import { settingsFrom } from '#platform/settings.ts';

type Found = NonNullable<Awaited<ReturnType<typeof deliveryOf>>>;

/** A message as it would go over the line, as a file that any mail program opens; what is not in the outbox is elsewhere. */
export async function emlFile(
	db: App.Locals['db'],
	delivery: Found,
	{ origin, elsewhere }: { origin: string; elsewhere: string }
): Promise<Response> {
	if (delivery.state !== 'in outbox') redirect(303, elsewhere);
	const { mail } = settingsFrom(process.env);
	const content = await written(
		db,
		{ ...delivery, hasAccount: delivery.person !== null },
		{
			compose: mailOf,
			letters: { mention: mentionLetters },
			write: (parts, headers) => messageOf(parts, { from: mail.from, ...headers }),
			origin,
			now: () => new Date()
		},
		new Map()
	);
	return new Response(new Uint8Array(content), {
		headers: {
			'content-type': 'message/rfc822',
			'content-disposition': `attachment; filename="${delivery.kind}-${delivery.id}.eml"`
		}
	});
}
