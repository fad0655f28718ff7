import type { Db } from '#platform/db/connect.ts';
import { Refusal } from '../../refusal.ts';
import { inAct } from './acts.server.ts';
import type { PersonFound, PersonSought } from './person-sought.ts';
import {
	countOf,
	eraseAnswers,
	eraseContacts,
	renameCustomer,
	selectContacts,
	selectCustomerByKey
} from './queries/erasure.server.ts';
import { insertSuppressed, secretMade } from './queries/suppression.server.ts';
import { keyedHash } from './suppression.server.ts';
import { markText, standInKey, standInName } from './suppression.ts';
import type { Mark } from './suppression.ts';

export { selectTheirWords as wordsOfPerson } from './queries/erasure.server.ts';

/** A person and all there is of them; refused where there is nobody. */
export async function findPerson(db: Db, sought: PersonSought): Promise<PersonFound> {
	const contacts = await selectContacts(db, sought);
	const customer = sought.by === 'customer' ? await selectCustomerByKey(db, sought.customerKey) : null;
	if (contacts.length === 0 && !customer)
		throw new Refusal('not-found', 'There is nobody by that name here. Look how the file they came in calls them.');
	return { contacts, customer, ...(await countOf(db, { contacts, customer })) };
}

type Erasing = {
	by: { id: number } | null;
	reason: string;
	now: Date;
	zone: string;
	/** Takes them out of other places that keep words, while this act lets it. */
	elsewhere?(): Promise<void>;
};

/**
 * Takes a person and their words out of the tables of customers, surveys and voice, in the transaction that `db` is.
 * Their scores stay, nobody's; whatever brings them again is known by a keyed hash.
 */
export async function erasePerson(
	db: Db,
	person: PersonFound,
	{ by, reason, now, zone, elsewhere }: Erasing
): Promise<number> {
	const secret = await secretMade(db);
	return inAct(db, { kind: 'erasure', by, reason, importId: null, at: now, zone }, async (actId) => {
		for (const { standsIn, ...mark } of marksOf(person))
			await insertSuppressed(db, {
				hash: keyedHash(secret, mark.kind, markText(mark)),
				kind: mark.kind,
				standsIn,
				actId
			});
		await eraseAnswers(db, person, { secret, at: now });
		await eraseContacts(db, person);
		if (person.customer) {
			const { id } = person.customer;
			await renameCustomer(db, id, { key: standInKey(id), name: standInName(id) });
		}
		await elsewhere?.();
		return actId;
	});
}

type Marked = Mark & { standsIn: string | null };

/** By what the person would be known again. */
const marksOf = ({ contacts, customer }: PersonFound): Marked[] => [
	...contacts.flatMap(({ customerKey, contactKey, email }): Marked[] => [
		{ kind: 'contact', customerKey, contactKey, standsIn: null },
		...(email === null ? [] : [{ kind: 'e-mail', email, standsIn: null } as const])
	]),
	...(customer ? [{ kind: 'customer', customerKey: customer.key, standsIn: standInKey(customer.id) } as const] : [])
];
