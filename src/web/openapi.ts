const text = (description: string) => ({ type: 'string', description });
const nullableNumber = (description: string) => ({ type: ['number', 'null'], description });

const parameter = (name: string, description: string) => ({
	name,
	in: 'query',
	required: false,
	description,
	schema: { type: 'string' }
});

const figure = {
	type: 'object',
	required: ['id', 'name', 'value', 'low', 'high', 'n', 'unit', 'definition', 'version', 'population', 'excluded'],
	properties: {
		id: text('Stays the same for ever; what it means is in definition, with its version'),
		name: text('As the page calls it'),
		value: nullableNumber('Null where there is too little evidence: see reason'),
		low: nullableNumber('Lower end of the 95% interval; equal to value for what was counted'),
		high: nullableNumber('Upper end of the 95% interval'),
		n: { type: 'integer', description: 'On how many answers or customers it rests' },
		unit: {
			enum: ['points', 'share', 'money', 'count', 'months'],
			description: 'A share is of one; money is in minor units of currency'
		},
		currency: text('ISO 4217'),
		grade: {
			enum: ['A', 'B', 'C', 'D'],
			description: 'A randomised, B comparison group over time, C like for like, D as seen'
		},
		definition: text('What it means, how its interval was made, and the version'),
		version: { type: 'integer', description: 'Of the definition: goes up when the meaning changes' },
		population: text('Whom it speaks of, and when'),
		excluded: {
			type: 'array',
			items: { type: 'object', properties: { count: { type: 'integer' }, why: { type: 'string' } } }
		},
		reason: text('Why there is no value'),
		movement: {
			type: 'object',
			description: 'What its change amounts to, judged together with the other figures of its page',
			properties: {
				verdict: { enum: ['signal', 'noise', 'mix', 'too little data'] },
				by: nullableNumber('In the unit of the figure; of money, as a share of it'),
				since: text('What it is compared with'),
				because: text('In words'),
				direction: { type: 'integer', description: '1 up, -1 down, 0 neither' },
				judged: {
					type: ['string', 'null'],
					description: 'The week that was judged, where the one asked for is not over'
				}
			}
		}
	}
};

const mark = {
	type: 'object',
	required: ['at', 'text'],
	properties: {
		chart: {
			enum: [
				...['by-month', 'follow-the-money', 'who-stays'],
				...['value-by-score', 'when-it-pays', 'revenue-by-group', 'customer-revenue']
			]
		},
		at: text('A month such as 2026-11, a day of it, or the key of another place: score:6, group:low, after:12, lag:-3'),
		to: text('The other end of a range'),
		text: text('What the mark says, in at most 280 characters; @ and a name lets somebody know'),
		week: text('The week whose page it belongs to; without it the latest with answers'),
		segment: text('Customers of one segment'),
		region: text('Customers of one region'),
		plan: text('Customers of one plan'),
		survey: text('A survey series such as nps:relationship; without it the main one'),
		customer: { type: 'integer', description: 'Whose own chart it is: for customer-revenue, and needed there' }
	}
};

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

/** The description of the API, by OpenAPI 3.1. */
export const openApi = (origin: string) => ({
	openapi: '3.1.0',
	info: {
		title: 'Empty Chair',
		version: '1',
		description:
			'The figures of the weekly review, from the same code as the page, the marks on its charts, and mails that came back.'
	},
	servers: [{ url: `${origin}/api/v1` }],
	security: [{ token: [] }],
	components: {
		securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made on the Data page' } },
		schemas: { Figure: figure, Mark: mark }
	},
	paths: {
		'/figures': {
			get: {
				summary: 'Every figure of a week, by id',
				parameters: [
					parameter('week', 'ISO week such as 2026-W47; without it the latest with answers'),
					parameter('segment', 'Customers of one segment; - for those of whom it is not known'),
					parameter('region', 'Customers of one region'),
					parameter('plan', 'Customers of one plan'),
					parameter('survey', 'A survey series such as nps:relationship; without it the main one'),
					parameter('accounts', 'apart: each customer counts for itself, not those with one parent as one account')
				],
				responses: {
					200: {
						description: 'The figures',
						content: {
							'application/json': {
								schema: {
									type: 'object',
									properties: {
										week: { type: 'string' },
										organisation: { type: 'string' },
										isDemo: { type: 'boolean' },
										figures: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Figure' } }
									}
								}
							}
						}
					},
					400: { description: 'The week is not one, or a parameter is unknown or given twice' },
					401: { description: 'No token, or one that was withdrawn' },
					403: { description: 'The token’s maker may not read figures' }
				}
			}
		},
		'/bets': {
			get: {
				summary: 'Every bet, the latest first: its forecast as it was written, and its verdict once there is one',
				responses: {
					200: {
						description: 'The bets',
						...json({ type: 'object', properties: { bets: { type: 'array', items: { type: 'object' } } } })
					},
					401: { description: 'No token, or one that was withdrawn' }
				}
			}
		},
		'/marks': {
			get: {
				summary: 'The marks on charts, the latest first, with what was said to them',
				parameters: [parameter('chart', 'By its id, such as by-month; without it all charts')],
				responses: {
					200: {
						description: 'The marks',
						...json({ type: 'object', properties: { marks: { type: 'array', items: { type: 'object' } } } })
					},
					401: { description: 'No token, or one that was withdrawn' }
				}
			},
			post: {
				summary: 'Puts a mark on a chart: a release, a price change. Sent again, it is the same mark',
				requestBody: { required: true, ...json({ $ref: '#/components/schemas/Mark' }) },
				responses: {
					201: {
						description: 'It is on the chart',
						...json({ type: 'object', properties: { id: { type: 'integer' }, path: { type: 'string' } } })
					},
					200: { description: 'It was there already' },
					400: { description: 'The chart has no such point, or something is missing' },
					403: { description: 'The token was not made for marks, or its maker may not mark charts' }
				}
			}
		}
	}
});
