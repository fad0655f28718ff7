import * as v from 'valibot';

/** Where mail is handed over, as SMTP_URL says it. */
export type MailServer = {
	host: string;
	port: number;
	/** Encrypted from the first byte; otherwise by STARTTLS. */
	implicitTls: boolean;
	/** Nothing is said before the line is encrypted. Only a server on this machine, or `?tls=never`, does without. */
	tls: 'required' | 'never';
	user: string | null;
	password: string | null;
	/** How many lines are open at once. */
	connections: number;
	/** Messages a second, over all lines; null: as many as it takes. */
	perSecond: number | null;
};

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

const Options = v.strictObject({
	tls: v.optional(v.picklist(['required', 'never'])),
	connections: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(20)), '3'),
	rate: v.optional(v.pipe(v.string(), v.decimal(), v.transform(Number), v.gtValue(0)))
});

/** A % that was meant as itself has to be written %25; without, nobody can say what was. */
export function canDecode(text: string): boolean {
	try {
		return typeof decodeURIComponent(text) === 'string';
	} catch {
		return false;
	}
}

const canBeRead = (text: string) => URL.canParse(text) && canDecode(new URL(text).username + new URL(text).password);

const defaultPort = { 'smtp:': 587, 'smtps:': 465 };

/** Reads `smtp://user:password@host:587?connections=3&rate=10`, `smtps://…` for TLS from the start; null: cannot be meant. */
export function mailServerFrom(text: string): MailServer | null {
	if (!canBeRead(text)) return null;
	const { protocol, hostname, port, username, password, searchParams, pathname } = new URL(text);
	const options = v.safeParse(Options, Object.fromEntries(searchParams));
	const isMeant = protocol in defaultPort && hostname !== '' && ['', '/'].includes(pathname);
	if (!isMeant || !options.success) return null;

	const { tls, connections, rate } = options.output;
	return {
		host: hostname.replace(/^\[|\]$/g, ''),
		port: Number(port) || defaultPort[protocol as keyof typeof defaultPort],
		implicitTls: protocol === 'smtps:',
		tls: tls ?? (thisMachine.has(hostname) ? 'never' : 'required'),
		user: decodeURIComponent(username) || null,
		password: decodeURIComponent(password) || null,
		connections,
		perSecond: rate ?? null
	};
}

export type Mailbox = { name: string; address: string };

const isAddress = /^[^\s<>@"(),:;\\[\]\p{Cc}]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/u;

/** Reads `Empty Chair <cx@example.com>` or the address alone; null: it is none. */
export function mailboxFrom(text: string): Mailbox | null {
	const [, name, bracketed, alone] = /^\s*(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>|(\S+))\s*$/u.exec(text) ?? [];
	const address = bracketed ?? alone ?? '';
	return isAddress.test(address) ? { name: name ?? '', address } : null;
}

/** The domain of a mailbox: the right half of the Message-IDs it sends. */
export const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf('@') + 1);
