import { bigint, pgTable } from 'drizzle-orm/pg-core';
import { mention } from '../../insights/tables.server.ts';
import { snapshotDelivery } from './deliveries.server.ts';

const number = () => bigint({ mode: 'number' });

/** By which message somebody is told that they were mentioned: one mention, one message. */
export const mentionMail = pgTable('mention_mail', {
	mentionId: number()
		.primaryKey()
		.references(() => mention.id),
	deliveryId: number()
		.notNull()
		.unique()
		.references(() => snapshotDelivery.id)
});
