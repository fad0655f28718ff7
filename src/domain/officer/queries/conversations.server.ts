import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import type { Channel } from '../conversation.ts';

export type NewConversation = {
	customerId: number;
	heldOn: string;
	channel: Channel;
	withWhom: string | null;
	heard: string;
};

export const insertConversation = (db: Db, one: NewConversation, { by, at }: { by: number; at: Date }) =>
	db.execute(sql`
		insert into conversation (customer_id, person_id, held_on, channel, with_whom, heard, written_at)
		values (${one.customerId}, ${by}, ${one.heldOn}, ${one.channel}, ${one.withWhom}, ${one.heard}, ${at.toISOString()})
	`);
