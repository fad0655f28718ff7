import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { DeliveryState } from '../../snapshots/delivery.ts';
import type { Alert, AlertFacts } from '../alert.ts';

type AlertRow = Omit<Alert, 'facts' | 'customer'> & {
	facts: string;
	customerKey: string | null;
	customerName: string | null;
};

/**
 * What was raised, with who it is about as they are called today, and without words that are gone: erased, or withdrawn
 * with the import that brought them.
 */
const columns = sql`
	alert.id, alert.kind, raised_at as "raisedAt", facts, alert.customer_id as "customerId",
	alert.response_id as "responseId", customer.key as "customerKey", customer.name as "customerName",
	case when gone.is then null else words end as "words", words_gone or (words is not null and gone.is) as "wordsGone"
`;

const from = sql`
	from alert
	left join customer on customer.id = alert.customer_id
	left join response on response.customer_id = alert.customer_id and response.id = alert.response_id
	left join follow_up on follow_up.customer_id = alert.customer_id and follow_up.id = alert.follow_up_id
	cross join lateral (
		select case alert.kind
			when 'detractor' then response.id is null or response.erased_at is not null
			when 'escalation' then follow_up.id is null or follow_up.erased_at is not null
			else false
		end as is
	) gone
`;

function alertFrom<Row extends AlertRow>({ facts, customerKey, customerName, ...rest }: Row) {
	return {
		...rest,
		facts: JSON.parse(facts) as AlertFacts,
		customer: customerKey === null ? null : { key: customerKey, name: customerName! }
	};
}

/** What one reader was told of an alert: null: nothing, as they had not asked for it. */
export type MyTelling = {
	state: 'held' | 'in mail' | 'not told';
	why: string | null;
	delivery: { state: DeliveryState; at: Date; answer: string | null } | null;
} | null;

export type ListedAlert = Alert & { telling: MyTelling };

type ListedRow = AlertRow & {
	tellingState: 'held' | 'in mail' | 'not told' | null;
	why: string | null;
	deliveryState: DeliveryState | null;
	deliveredAt: Date | null;
	answer: string | null;
};

/** The latest that were raised, and what became of telling one reader. `before`: those raised before that one. */
export const selectAlerts = async (
	db: Db,
	{ ofDemo, personId, before, limit }: { ofDemo: string; personId: number; before: number | null; limit: number }
): Promise<ListedAlert[]> =>
	(
		await rows<ListedRow>(
			db,
			sql`
				select ${columns}, telling.state as "tellingState", why, delivery.state as "deliveryState",
					coalesce(delivery.ended_at, mail.made_at) as "deliveredAt", answer
				${from}
				left join alert_telling telling on telling.alert_id = alert.id and telling.person_id = ${personId}
				left join alert_mail mail on mail.id = mail_id
				left join snapshot_delivery delivery on delivery.id = delivery_id
				where of_demo = ${ofDemo} and not known and (${before}::int is null or alert.id < ${before}::int)
				order by alert.id desc
				limit ${limit}
			`
		)
	).map(({ tellingState, why, deliveryState, deliveredAt, answer, ...one }) => ({
		...alertFrom(one),
		telling: tellingState && {
			...{ state: tellingState, why },
			delivery: deliveryState && { state: deliveryState, at: deliveredAt!, answer }
		}
	}));

const alertsWhere = async (db: Db, join: SQL, which: SQL): Promise<Alert[]> =>
	(await rows<AlertRow>(db, sql`select ${columns} ${from} ${join} where ${which} order by raised_at, alert.id`)).map(
		alertFrom
	);

/** What a mail is about. */
export const selectAlertsOfMail = (db: Db, deliveryId: number) =>
	alertsWhere(
		db,
		sql`join alert_telling telling on telling.alert_id = alert.id join alert_mail mail on mail.id = mail_id`,
		sql`delivery_id = ${deliveryId}`
	);

export const selectReaderOfMail = async (db: Db, deliveryId: number): Promise<number | null> =>
	(
		await rows<{ personId: number }>(
			db,
			sql`select person_id as "personId" from alert_mail where delivery_id = ${deliveryId}`
		)
	)[0]?.personId ?? null;
