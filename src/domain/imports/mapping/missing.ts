import { aboutCustomers } from './fields.ts';
import type { FieldName } from './fields.ts';
import type { Mapping } from './mapping.ts';

/** What a mapping makes of each row. */
export type Carries = { customer: boolean; answer: boolean; money: boolean };

export function carries(mapping: Mapping): Carries {
	const has = presence(mapping);
	return {
		customer: aboutCustomers.some(has),
		answer: has('responded_at') || has('sent_at'),
		money: has('amount')
	};
}

const presence = ({ columns, constants }: Mapping) => {
	const mapped = new Set<FieldName>([...Object.values(columns).flat(), ...(Object.keys(constants) as FieldName[])]);
	return (field: FieldName) => mapped.has(field);
};

/** Why a file cannot be read with this mapping, in sentences; empty: it can. */
export function missingFrom(mapping: Mapping): string[] {
	const has = presence(mapping);
	const { customer, answer, money } = carries(mapping);
	const needs = (field: FieldName, why: string) => (has(field) ? [] : [`Say which column is ${field}${why}.`]);
	return [
		...(mapping.source.trim() ? [] : ['Name the source, so that its rows are recognised when they come again.']),
		...needs('customer_id', ': every row belongs to a customer'),
		...(customer || answer || money
			? []
			: ['Map at least a customer’s name, a time of an answer, or an amount: otherwise there is nothing to take in.']),
		...(answer
			? ['survey', 'survey_kind', 'metric'].flatMap((field) => needs(field as FieldName, ', or give it for all rows'))
			: []),
		...(answer && !has('score') && !has('comment') && !has('title') && !has('sent_at')
			? ['Say which column is score or comment: an answer without either says nothing.']
			: []),
		...(money
			? ['revenue_kind', 'currency', 'booked_on'].flatMap((field) =>
					needs(field as FieldName, ', or give it for all rows')
				)
			: [])
	];
}
