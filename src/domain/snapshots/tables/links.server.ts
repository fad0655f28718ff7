import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { snapshotDelivery } from './deliveries.server.ts';
import { snapshotEdition } from './editions.server.ts';
import { snapshotRecipient } from './schedules.server.ts';

const moment = () => timestamp({ withTimezone: true });

/** A link in a mail that works without signing in: to read one edition, or to stop. Its key is the token's hash. */
export const snapshotLink = pgTable(
	'snapshot_link',
	{
		hash: text().primaryKey(),
		purpose: text({ enum: ['read', 'unsubscribe'] }).notNull(),
		editionId: integer().references(() => snapshotEdition.id),
		recipientId: integer().references(() => snapshotRecipient.id),
		/** The message it stands in. */
		deliveryId: bigint({ mode: 'number' }).references(() => snapshotDelivery.id),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull(),
		revokedAt: moment()
	},
	(link) => [
		index('snapshot_link_of_edition').on(link.editionId),
		index('snapshot_link_of_delivery').on(link.deliveryId),
		check('purpose_is_known', sql`${link.purpose} in ('read', 'unsubscribe')`),
		check('reads_an_edition', sql`(${link.purpose} = 'read') = (${link.editionId} is not null)`),
		check('stops_a_recipient', sql`${link.purpose} <> 'unsubscribe' or ${link.recipientId} is not null`)
	]
);
