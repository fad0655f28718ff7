import * as v from 'valibot';
import { resolve } from 'node:path';
import { canDecode, mailboxFrom, mailServerFrom } from './mail/server-address.ts';
import type { Mailbox, MailServer } from './mail/server-address.ts';
import { Problem } from './problem.ts';

/** What the environment says, checked once at start. */
export type Settings = {
	/** Your own PostgreSQL 15 or newer; absent: the embedded one. */
	databaseUrl?: string;
	/** The embedded database, and the files that were imported. */
	dataDir: string;
	host: string;
	port: number;
	/** The address people use, when it is not http://localhost:PORT. */
	origin?: string;
	/** Who snapshots come from, and the server that takes them; null: they stay in the outbox. */
	mail: { from: Mailbox; server: MailServer | null };
	/** How large the made-up company is that a first start brings in. */
	demoCustomers: number;
	logLevel: string;
};

/** A setting that cannot be meant. The message is one sentence that says which and why. */
export class UnusableSetting extends Problem {}

const url = (schemes: string[]) => (text: string) =>
	URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1));

/** What a password holds that an address takes for something else ends up behind the machine's name, or cannot be read back. */
const isWellWritten = (text: string) => {
	const { username, password, pathname, search, hash } = new URL(text);
	return [username, password, pathname].every(canDecode) && !/@/.test(pathname + search) && hash === '';
};

const demoSize = 'DEMO_CUSTOMERS must be a whole number from 500 to 100000.';

const Environment = v.object({
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => url(['postgres', 'postgresql'])(text) && isWellWritten(text),
				'DATABASE_URL must look like postgres://user:password@host:5432/database, with %40 %3A %2F %3F %23 %25 for each @ : / ? # % of the password.'
			)
		)
	),
	DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty('DATA_DIR must name a folder.')), './data'),
	HOST: v.optional(v.string()),
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d+$/, 'PORT must be a whole number, such as 3000.'),
			v.transform(Number),
			v.maxValue(65_535, 'PORT must be at most 65535.')
		),
		'3000'
	),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.check(url(['http', 'https']), 'ORIGIN must be the address that people use, such as https://cx.example.com.'),
			v.transform((text) => new URL(text).origin)
		)
	),
	SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.transform(mailServerFrom),
			v.check(
				(server) => server !== null,
				'SMTP_URL must look like smtps://user:password@mail.example.com or smtp://user:password@mail.example.com:587, perhaps with ?connections=3&rate=10 behind.'
			)
		)
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.transform(mailboxFrom),
			v.check((from) => from !== null, 'MAIL_FROM must look like Empty Chair <cx@example.com>.')
		)
	),
	DEMO_CUSTOMERS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,6}$/, demoSize),
			v.transform(Number),
			v.minValue(500, demoSize),
			v.maxValue(100_000, demoSize)
		),
		'12000'
	),
	LOG_LEVEL: v.optional(
		v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL must be debug, info, warn, error or silent.'),
		'warn'
	)
});

/** Without a server mail goes nowhere, so it need not say from where. */
const nobody: Mailbox = { name: 'Empty Chair', address: 'empty-chair@localhost' };

/** Reads the settings. An empty variable counts as absent. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Environment, given);
	if (!parsed.success) throw new UnusableSetting(parsed.issues[0].message);

	const { DATABASE_URL, DATA_DIR, HOST, PORT, ORIGIN, SMTP_URL, MAIL_FROM, DEMO_CUSTOMERS, LOG_LEVEL } = parsed.output;
	if (SMTP_URL && !MAIL_FROM)
		throw new UnusableSetting(
			'With SMTP_URL, say in MAIL_FROM who mail comes from, such as Empty Chair <cx@example.com>.'
		);
	return {
		databaseUrl: DATABASE_URL,
		dataDir: resolve(DATA_DIR),
		// Without an address of its own the product is for whoever sits at this machine.
		host: HOST ?? (ORIGIN ? '0.0.0.0' : '127.0.0.1'),
		port: PORT,
		origin: ORIGIN,
		mail: { from: MAIL_FROM ?? nobody, server: SMTP_URL ?? null },
		demoCustomers: DEMO_CUSTOMERS,
		logLevel: LOG_LEVEL
	};
}
