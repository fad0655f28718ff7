import type { Kind } from '../import.ts';

/** A field of ours that a column can fill. */
export type Field = {
	name: string;
	kind: Kind | 'contacts';
	/** What it means, for whoever maps columns. */
	meaning: string;
	/** Other headings under which tools export it; compared without case, spaces and punctuation. */
	alsoKnownAs: string[];
};

const field = <Name extends string>(kind: Field['kind'], name: Name, meaning: string, ...alsoKnownAs: string[]) => ({
	name,
	kind,
	meaning,
	alsoKnownAs
});

/** Every field there is, in the order of our own templates. */
export const fields = [
	field(
		'customers',
		'customer_id',
		'The id by which you know the customer in all your files',
		'customer',
		'account id',
		'account',
		'client id',
		'external reference',
		'customer key',
		'company id'
	),
	field(
		'customers',
		'customer_name',
		'Name shown beside their words',
		'account name',
		'company',
		'company name',
		'client',
		'organisation',
		'organization'
	),
	field('customers', 'segment', 'Segment today', 'customer segment', 'tier', 'size'),
	field('customers', 'region', 'Region today', 'country', 'market', 'territory'),
	field('customers', 'plan', 'Plan or product line today', 'subscription plan', 'package', 'edition'),
	field(
		'customers',
		'started_on',
		'Day on which they became a customer',
		'customer since',
		'start date',
		'signup date',
		'created'
	),
	field(
		'customers',
		'ended_on',
		'Day on which they left, if they did',
		'end date',
		'churn date',
		'cancelled on',
		'churned on'
	),
	field('customers', 'ended_why', 'Why they left', 'churn reason', 'cancel reason', 'reason for leaving'),
	field(
		'customers',
		'came_by',
		'How they came: recommended, bought or unknown',
		'lead source',
		'acquisition',
		'referral',
		'how did you hear about us'
	),
	field(
		'customers',
		'parent_id',
		'customer_id of the account they belong to',
		'parent',
		'parent account',
		'parent account id'
	),
	field(
		'contacts',
		'contact_id',
		'Who answered, by your id or e-mail',
		'respondent id',
		'person id',
		'user id',
		'recipient id'
	),
	field('contacts', 'contact_name', 'Name of who answered', 'respondent', 'respondent name', 'person'),
	field('contacts', 'contact_email', 'E-mail of who answered', 'email', 'e-mail', 'email address', 'recipient email'),
	field('contacts', 'contact_decides', 'yes, if they decide on the contract', 'decision maker'),
	field('responses', 'response_id', 'Id of the answer in your survey tool', 'response', 'submission id', 'answer id'),
	field('responses', 'survey', 'Name of the survey', 'survey name', 'survey title'),
	field('responses', 'survey_kind', 'relationship or transactional', 'survey type'),
	field('responses', 'metric', 'nps (0-10), csat (1-5) or ces (1-7)', 'question type', 'metric type'),
	field(
		'responses',
		'touchpoint',
		'For a transactional survey: what they had just gone through',
		'trigger',
		'journey step'
	),
	field('invitations', 'sent_at', 'When they were asked', 'sent', 'sent date', 'invited at'),
	field('invitations', 'bounced_at', 'When the invitation came back, if it did', 'bounced'),
	field(
		'responses',
		'responded_at',
		'When they answered; empty if they did not',
		'responded',
		'response date',
		'submitted at',
		'recorded date',
		'answered at',
		'timestamp',
		'submit date'
	),
	field(
		'responses',
		'score',
		'The number they chose',
		'rating',
		'nps score',
		'nps',
		'csat',
		'ces',
		'likelihood to recommend'
	),
	field('responses', 'title', 'Title of the comment, if your tool has one', 'comment title', 'headline'),
	field(
		'responses',
		'comment',
		'Their words, exactly',
		'comments',
		'verbatim',
		'feedback',
		'text',
		'reason',
		'open ended response'
	),
	field('responses', 'language', 'Language of the words, such as en or pt-BR', 'user language', 'locale'),
	field('responses', 'channel', 'Where they were asked: email, web, phone …', 'distribution channel', 'survey channel'),
	field(
		'revenue',
		'line_id',
		'Id of the line, invoice line or payment',
		'invoice line id',
		'payment id',
		'transaction id',
		'line',
		'charge id'
	),
	field('revenue', 'revenue_kind', 'recurring, one-time, refund or credit', 'revenue type', 'line type'),
	field(
		'revenue',
		'amount',
		'The amount, refunds and credits negative',
		'revenue',
		'revenue amount',
		'value',
		'total',
		'payment value'
	),
	field('revenue', 'currency', 'Three letters, such as EUR', 'currency code', 'currency iso code'),
	field(
		'revenue',
		'booked_on',
		'Day of the invoice or payment',
		'invoice date',
		'payment date',
		'date',
		'booking date',
		'transaction date'
	),
	field(
		'revenue',
		'served_from',
		'First day that the amount pays for',
		'revenue start date',
		'period start',
		'service start'
	),
	field('revenue', 'served_until', 'Last day that it pays for', 'revenue end date', 'period end', 'service end'),
	field('revenue', 'product', 'What they bought', 'product name', 'item', 'description', 'sku')
] as const satisfies readonly Field[];

export type FieldName = (typeof fields)[number]['name'];

/** What a row can say of its customer beside who they are. */
export const aboutCustomers: FieldName[] = fields
	.filter(({ kind, name }) => kind === 'customers' && name !== 'customer_id')
	.map(({ name }) => name);
