import { csvTable } from '../files/write.ts';
import type { Cell } from '../files/write.ts';
import { aboutCustomers } from './fields.ts';
import type { FieldName } from './fields.ts';

type Example = Partial<Record<FieldName, Cell>>;

/** Our own files: one for each of customers, answers and money, each with rows that show how it is filled in. */
const templates: Record<string, { columns: FieldName[]; examples: Example[] }> = {
	customers: {
		columns: ['customer_id', ...aboutCustomers],
		examples: [
			{
				customer_id: 'C-1001',
				customer_name: 'Example Freight',
				segment: 'Enterprise',
				region: 'EMEA',
				plan: 'Premium',
				started_on: '2024-03-01',
				came_by: 'recommended'
			},
			{
				customer_id: 'C-1002',
				customer_name: 'Example Dental',
				segment: 'Team',
				region: 'EMEA',
				plan: 'Plus',
				started_on: '2023-11-15',
				ended_on: '2026-05-31',
				ended_why: 'price',
				came_by: 'bought',
				parent_id: 'C-1001'
			}
		]
	},
	responses: {
		columns: [
			'response_id',
			'customer_id',
			'contact_id',
			'contact_name',
			'contact_email',
			'contact_decides',
			'survey',
			'survey_kind',
			'metric',
			'touchpoint',
			'sent_at',
			'bounced_at',
			'responded_at',
			'score',
			'title',
			'comment',
			'language',
			'channel'
		],
		examples: [
			{
				response_id: 'R-1',
				customer_id: 'C-1001',
				contact_id: 'P-7',
				contact_name: 'A. Person',
				contact_email: 'a.person@example.com',
				contact_decides: 'yes',
				survey: 'Relationship',
				survey_kind: 'relationship',
				metric: 'nps',
				sent_at: '2026-10-05T08:00:00Z',
				responded_at: '2026-10-05T09:12:00Z',
				score: '9',
				comment: 'The comment, exactly as it was written.',
				language: 'en',
				channel: 'email'
			},
			{
				response_id: 'R-2',
				customer_id: 'C-1002',
				survey: 'Support',
				survey_kind: 'transactional',
				metric: 'csat',
				touchpoint: 'support',
				sent_at: '2026-10-06T14:00:00Z',
				channel: 'email'
			}
		]
	},
	revenue: {
		columns: [
			'line_id',
			'customer_id',
			'revenue_kind',
			'amount',
			'currency',
			'booked_on',
			'served_from',
			'served_until',
			'product'
		],
		examples: [
			{
				line_id: 'INV-1-1',
				customer_id: 'C-1001',
				revenue_kind: 'recurring',
				amount: 1200,
				currency: 'EUR',
				booked_on: '2026-10-01',
				served_from: '2026-10-01',
				served_until: '2026-10-31',
				product: 'Premium'
			},
			{
				line_id: 'INV-1-2',
				customer_id: 'C-1001',
				revenue_kind: 'refund',
				amount: -200,
				currency: 'EUR',
				booked_on: '2026-10-20',
				served_from: '2026-09-01',
				served_until: '2026-09-30',
				product: 'Premium'
			}
		]
	}
};

export const templateNames = Object.keys(templates);

/** A template as CSV, or null if there is none of that name. */
export function template(name: string): string | null {
	const found = Object.hasOwn(templates, name) ? templates[name] : null;
	return (
		found &&
		csvTable(
			found.columns,
			found.examples.map((example) => found.columns.map((column) => example[column] ?? ''))
		)
	);
}
