import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from './server-address.ts';

/** What a mail says. Images are named in the HTML by 'cid:…'. */
export type MailParts = {
	subject: string;
	html: string;
	text: string;
	images: { cid: string; png: Uint8Array; alt: string }[];
};

export type Headers = {
	from: Mailbox;
	to: string;
	messageId: string;
	date: Date;
	/** One click stops: by POST, RFC 8058. Null: there is nothing to stop. */
	unsubscribeUrl: string | null;
};

/** The message as it goes over the line, and into an .eml file. */
export function messageOf(
	{ subject, html, text, images }: MailParts,
	{ from, to, messageId, date, unsubscribeUrl }: Headers
): Promise<Buffer> {
	const composer = new MailComposer({
		from,
		to: { name: '', address: to },
		subject,
		text,
		html,
		attachments: images.map(({ cid, png }) => ({ cid, raw: pictureOf(cid, png) })),
		messageId,
		date,
		headers: {
			// Nobody's out-of-office reply is wanted, and no list answers a list.
			'Auto-Submitted': 'auto-generated',
			Precedence: 'bulk',
			...(unsubscribeUrl
				? {
						'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
						'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
					}
				: {})
		},
		// What is in a mail comes from what it was given, never from a file or an address that a text names.
		disableFileAccess: true,
		disableUrlAccess: true
	});
	const node = composer.compile();
	return new Promise((resolve, reject) => node.build((error, message) => (error ? reject(error) : resolve(message))));
}

const encoded = new WeakMap<Uint8Array, string>();

/** A picture as a part of a message. Encoded once for all whom it goes to: it is most of each message. */
function pictureOf(cid: string, png: Uint8Array): string {
	let part = encoded.get(png);
	if (!part) {
		const filename = `${cid.replace(/[^\w-].*/, '')}.png`;
		part = [
			`Content-Type: image/png; name=${filename}`,
			`Content-ID: <${cid}>`,
			'Content-Transfer-Encoding: base64',
			`Content-Disposition: inline; filename=${filename}`,
			'',
			...(Buffer.from(png)
				.toString('base64')
				.match(/.{1,76}/g) ?? [])
		].join('\r\n');
		encoded.set(png, part);
	}
	return part;
}
