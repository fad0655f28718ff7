import { FileProblem } from '../files/problem.ts';
import type { FileOnDisk, Plan } from '../plan.ts';
import type { TranslatedBatch } from '../translated.ts';
import { customerRecords, ordersOf, paymentRecords, reviewRecords, zone } from './olist-rows.server.ts';

/** The files of the public Olist data set that hold customers, their orders, what they paid and what they said. */
const needed = {
	customers: 'olist_customers_dataset.csv',
	orders: 'olist_orders_dataset.csv',
	payments: 'olist_order_payments_dataset.csv',
	reviews: 'olist_order_reviews_dataset.csv'
};

export const isOlist = (files: FileOnDisk[]): boolean =>
	Object.values(needed).every((name) => files.some((file) => file.name === name));

/**
 * Olist's folder as it is. A customer is a `customer_unique_id`: `customer_id` is new with each order, and would hide
 * everybody who came back. Scores are satisfaction from 1 to 5, so there is no NPS in them.
 */
export function planOlist(files: FileOnDisk[]): Plan {
	const pathOf = (name: string) => {
		const file = files.find((one) => one.name === name);
		if (!file) throw new FileProblem(`The folder has no ${name}, which the Olist preset needs.`);
		return file;
	};
	const { customers, orders, payments, reviews } = needed;
	const places = {
		customers: pathOf(customers),
		orders: pathOf(orders),
		payments: pathOf(payments),
		reviews: pathOf(reviews)
	};

	async function* batches(signal?: AbortSignal): AsyncGenerator<TranslatedBatch> {
		// The set is closed: about 100,000 orders, whose owners fit in memory many times over.
		const owners = await ordersOf(places, signal);
		yield { file: places.customers.name, records: customerRecords(owners), bytes: null };
		yield* paymentRecords(places.payments, owners, signal);
		yield* reviewRecords(places.reviews, owners, signal);
	}

	return {
		preset: 'olist',
		source: 'olist',
		timeZone: zone,
		files: [],
		questions: [],
		warnings: [],
		records: null,
		batches
	};
}
