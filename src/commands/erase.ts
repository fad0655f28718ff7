import { parseArgs } from 'node:util';
import { erase, wouldErase } from '#domain/imports/server.ts';
import type { WouldGo } from '#domain/imports/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { outOfReach } from '#domain/voice/keeping/person-sought.ts';
import type { PersonSought } from '#domain/voice/keeping/person-sought.ts';
import { keptFiles } from '#platform/imported-files.ts';
import { command, CommandProblem } from './fail.ts';
import { withDatabase } from './with-database.ts';

const usage = `npm run erase -- --email ADDRESS [--reason TEXT --yes]
npm run erase -- --customer KEY [--contact KEY] [--reason TEXT --yes]
  Without --yes it shows what would go, and changes nothing. Without --contact the customer is the person.
  --reason TEXT  why, without saying who: it is kept for ever
  --leave TEXT   a text of ours, whole, that is about somebody else and stays as it is; may be given again`;

await command(async () => {
	const { sought, reason, yes, leave } = readArguments();
	try {
		return await withDatabase('erase', async (db, { dataDir }) => {
			const files = keptFiles(dataDir);
			if (!yes) {
				console.log(['This would go:', ...described(await wouldErase(db, sought, files))].join('\n  - '));
				console.log('Nothing was changed. To erase, add --reason "…" --yes.');
				return 0;
			}
			const gone = await erase(db, sought, { by: null, reason, now: new Date(), files, leave });
			console.log(['Erased:', ...described(gone)].join('\n  - '));
			console.log(`Passages taken out of what we wrote: ${gone.passages}.`);
			console.log(['Out of reach:', ...outOfReach].join('\n  - '));
			return 0;
		});
	} catch (error) {
		if (error instanceof Refusal) throw new CommandProblem(error.message);
		throw error;
	}
});

function described({
	contacts,
	customer,
	comments,
	answers,
	invitations,
	files,
	unsearchable,
	written
}: WouldGo): string[] {
	const some = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
	return [
		...(customer ? [`the name and key of customer ${customer.key}`] : []),
		...(contacts.length > 0 ? [some(contacts.length, 'contact')] : []),
		`the words of ${some(comments, 'comment')}, and whose ${some(answers, 'answer')} and ${some(invitations, 'invitation')} they were`,
		...(files.length > 0 ? [`the kept files of import ${files.join(', ')}`] : []),
		...(unsearchable.length > 0
			? [`not searched: import ${unsearchable.join(', ')} holds workbooks or archives; look yourself`]
			: []),
		...written.map(
			({ passages, places, text, atThem }) =>
				`${some(passages.length, 'passage')} in what we wrote (${places.join(', ')}${atThem ? '' : '; to leave it: --leave'}): ${text}`
		)
	];
}

function readArguments(): { sought: PersonSought; reason: string; yes: boolean; leave: string[] } {
	const text = { type: 'string' } as const;
	try {
		const { values } = parseArgs({
			options: {
				email: text,
				customer: text,
				contact: text,
				reason: text,
				yes: { type: 'boolean' },
				leave: { ...text, multiple: true }
			}
		});
		const { email, customer, contact, reason = '', yes = false, leave = [] } = values;
		if (yes && reason.trim() === '') throw new Error('Say why with --reason.');
		return { sought: soughtBy(email, customer, contact), reason: reason.trim(), yes, leave };
	} catch (error) {
		throw new CommandProblem(`${(error as Error).message}\n${usage}`);
	}
}

function soughtBy(email?: string, customer?: string, contact?: string): PersonSought {
	if (email !== undefined && customer === undefined && contact === undefined) return { by: 'e-mail', email };
	if (customer === undefined || email !== undefined) throw new Error('Say whom: by --email, or by --customer.');
	return contact === undefined
		? { by: 'customer', customerKey: customer }
		: { by: 'contact', customerKey: customer, contactKey: contact };
}
