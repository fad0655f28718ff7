import { bigint, foreignKey, index, integer, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core';
import { person } from '../auth/tables.server.ts';
import { response } from '../surveys/tables.server.ts';

export {
	earlierWords,
	seal,
	sealedWords,
	suppressedPerson,
	suppressionSecret,
	voiceAct
} from './keeping/tables.server.ts';
export { staffName } from './masking/tables.server.ts';

/** Somebody of ours has read these words. */
export const readReceipt = pgTable(
	'read_receipt',
	{
		customerId: integer().notNull(),
		responseId: bigint({ mode: 'number' }).notNull(),
		personId: integer()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		readAt: timestamp({ withTimezone: true }).notNull()
	},
	(receipt) => [
		primaryKey({ columns: [receipt.customerId, receipt.responseId, receipt.personId] }),
		index('read_receipt_of_person').on(receipt.personId, receipt.responseId),
		foreignKey({
			columns: [receipt.customerId, receipt.responseId],
			foreignColumns: [response.customerId, response.id]
		})
			.onDelete('cascade')
			.onUpdate('cascade')
	]
);
