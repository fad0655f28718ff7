import { addDays } from '../../scope/calendar.ts';
import { FileProblem } from '../files/problem.ts';
import { profileFile } from '../files/profile.server.ts';
import { readRecords } from '../files/read.server.ts';
import { isProblem, readAmount, readDay, readMoment, readScore } from '../files/values.ts';
import { readable, Unreadable } from '../unreadable.ts';
import type { FileOnDisk } from '../plan.ts';
import { nothingOn } from '../translated.ts';
import type { Translated, TranslatedBatch } from '../translated.ts';

/** Olist's clocks; its files name no zone. */
export const zone = 'America/Sao_Paulo';

const survey = {
	name: 'Olist order review',
	kind: 'transactional',
	metric: 'csat',
	highIsGood: true,
	touchpoint: 'order'
} as const;

type Order = { customer: string; boughtOn: string };
export type Owners = { orders: Map<string, Order>; customers: Map<string, { state: string; firstDay: string }> };

type Row = { row: number; get: (column: string) => string; problem: Translated['problem'] };

async function* rowsOf(
	{ path, name }: FileOnDisk,
	columns: string[],
	signal?: AbortSignal
): AsyncGenerator<{ rows: Row[]; bytes: number }> {
	const profile = await profileFile(path, {}, signal);
	const at = new Map(profile.columns.map((column, i) => [column.name, i]));
	const missing = columns.find((column) => !at.has(column));
	if (missing) throw new FileProblem(`${name} has no column “${missing}”, so it is not Olist’s file.`);

	for await (const { records, bytes } of readRecords(path, profile, { signal }))
		yield {
			bytes,
			rows: records.map(({ row, fields, problem }) => ({
				row,
				get: (column) => fields[at.get(column)!],
				problem: problem && { field: '', reason: problem.problem }
			}))
		};
}

/** Who owns each order, and each customer's state and first purchase. */
export async function ordersOf(
	places: { customers: FileOnDisk; orders: FileOnDisk },
	signal?: AbortSignal
): Promise<Owners> {
	const people = new Map<string, { customer: string; state: string }>();
	for await (const { rows } of rowsOf(
		places.customers,
		['customer_id', 'customer_unique_id', 'customer_state'],
		signal
	))
		for (const { get } of rows)
			people.set(get('customer_id'), { customer: get('customer_unique_id'), state: get('customer_state') });

	const owners: Owners = { orders: new Map(), customers: new Map() };
	for await (const { rows } of rowsOf(places.orders, ['order_id', 'customer_id', 'order_purchase_timestamp'], signal))
		for (const { get } of rows) {
			const person = people.get(get('customer_id'));
			const boughtOn = readDay(get('order_purchase_timestamp'), 'year-first');
			if (!person || isProblem(boughtOn)) continue;
			owners.orders.set(get('order_id'), { customer: person.customer, boughtOn });
			const known = owners.customers.get(person.customer);
			if (!known || boughtOn < known.firstDay)
				owners.customers.set(person.customer, { state: person.state, firstDay: boughtOn });
		}
	return owners;
}

export const customerRecords = ({ customers }: Owners): Translated[] =>
	[...customers].map(([key, { state, firstDay }], i) => ({
		...nothingOn(i + 1),
		customer: {
			key,
			name: `Customer ${key.slice(0, 8)}`,
			segment: null,
			region: state,
			plan: null,
			startedOn: firstDay,
			endedOn: null,
			endedWhy: null,
			cameBy: null,
			parentKey: null
		}
	}));

/** Every payment of every order, whatever became of the order: it is what was paid. */
export async function* paymentRecords(
	file: FileOnDisk,
	{ orders }: Owners,
	signal?: AbortSignal
): AsyncGenerator<TranslatedBatch> {
	const columns = ['order_id', 'payment_sequential', 'payment_type', 'payment_value'];
	for await (const { rows, bytes } of rowsOf(file, columns, signal))
		yield {
			file: file.name,
			bytes,
			records: rows.map((row) =>
				translated(row, orders, ({ customer, boughtOn }) => ({
					revenue: {
						sourceId: `${row.get('order_id')}/${row.get('payment_sequential')}`,
						customerKey: customer,
						kind: 'one-time',
						amountMinor: readable(
							'payment_value',
							readAmount(row.get('payment_value'), { decimal: 'point', exponent: 2 })
						),
						currency: 'BRL',
						bookedOn: boughtOn,
						servedFrom: boughtOn,
						servedTo: addDays(boughtOn, 1),
						product: row.get('payment_type')
					}
				}))
			)
		};
}

/** Reviews repeat across orders, so a review is known by its id and its order's. */
export async function* reviewRecords(
	file: FileOnDisk,
	{ orders }: Owners,
	signal?: AbortSignal
): AsyncGenerator<TranslatedBatch> {
	const columns = [
		'review_id',
		'order_id',
		'review_score',
		'review_comment_title',
		'review_comment_message',
		'review_answer_timestamp'
	];
	for await (const { rows, bytes } of rowsOf(file, columns, signal))
		yield {
			file: file.name,
			bytes,
			records: rows.map((row) =>
				translated(row, orders, ({ customer }) => ({
					survey,
					response: {
						sourceId: `${row.get('review_id')}/${row.get('order_id')}`,
						customerKey: customer,
						survey: survey.name,
						contactKey: null,
						invitationId: null,
						respondedAt: readable(
							'review_answer_timestamp',
							readMoment(row.get('review_answer_timestamp'), { order: 'year-first', zone })
						),
						score: readable('review_score', readScore(row.get('review_score'), { lowest: 1, highest: 5 })),
						title: row.get('review_comment_title') || null,
						comment: row.get('review_comment_message') || null,
						language: 'pt-BR',
						channel: 'email'
					}
				}))
			)
		};
}

function translated(row: Row, orders: Owners['orders'], fill: (order: Order) => Partial<Translated>): Translated {
	if (row.problem) return { ...nothingOn(row.row), problem: row.problem };
	const order = orders.get(row.get('order_id'));
	if (!order)
		return {
			...nothingOn(row.row),
			problem: { field: 'order_id', reason: `There is no order “${row.get('order_id')}” in the folder.` }
		};
	try {
		return { ...nothingOn(row.row), ...fill(order) };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { ...nothingOn(row.row), problem: { field: error.field, reason: error.message } };
	}
}
