import type { Phrase } from '../grammar.ts';
import type { Band } from '../teller.ts';
import type { Touchpoint } from '../../surveys.ts';
import * as board from './board.ts';
import * as integrations from './integrations.ts';
import * as invoices from './invoices.ts';
import { low as leaving, rival } from './leaving.ts';
import * as mobile from './mobile.ts';
import * as onboarding from './onboarding.ts';
import * as people from './people.ts';
import * as price from './price.ts';
import * as reports from './reports.ts';
import * as sales from './sales.ts';
import * as speed from './speed.ts';
import * as support from './support.ts';
import * as general from './thanks.ts';
import { access, lost, wishes } from './troubles.ts';

type Spoken = { low?: readonly Phrase[]; mid?: readonly Phrase[]; high?: readonly Phrase[] };

/** All that is said in English, by theme. */
export const themes = {
	onboarding: { low: onboarding.low, mid: onboarding.mid, high: onboarding.high },
	pooled: onboarding.pooled,
	invoices,
	support,
	speed,
	price,
	mobile,
	reports,
	integrations,
	board,
	sales,
	people,
	rival,
	lost,
	access,
	wishes: { mid: wishes },
	leaving: { low: leaving, mid: leaving, high: leaving },
	general: { low: general.low, mid: general.mid, high: general.high },
	awful: { low: general.awful }
} satisfies Record<string, Spoken>;

export type Theme = keyof typeof themes;
export type Tone = 'low' | 'mid' | 'high';
export const toneOf = (band: Band): Tone => (band === 'awful' ? 'low' : band);

type Weights = Partial<Record<Theme, number>>;

/** 'board 16, speed 13' */
const weights = (text: string): Weights =>
	Object.fromEntries(
		text.split(', ').map((entry) => {
			const [theme, weight] = entry.split(' ');
			if (!(theme in themes)) throw new Error(`No theme is called ${theme}`);
			return [theme, Number(weight)];
		})
	);

const anytime: Record<Tone, Weights> = {
	low: weights(
		'board 16, speed 13, support 14, invoices 7, price 10, mobile 9, reports 6, integrations 6, sales 4, rival 3, lost 5, access 2, people 3, general 13, onboarding 2'
	),
	mid: weights(
		'board 12, speed 7, support 9, invoices 6, price 9, mobile 8, reports 7, integrations 5, wishes 14, sales 2, people 3, general 16, onboarding 2'
	),
	high: weights(
		'board 18, speed 9, support 15, invoices 3, price 8, mobile 11, reports 7, integrations 5, people 8, rival 3, lost 1.2, access 1.2, sales 1.6, general 22, onboarding 1'
	)
};

const after: Partial<Record<Touchpoint, Record<Tone, Weights>>> = {
	support: {
		low: weights(
			'support 60, board 7, mobile 7, speed 6, integrations 5, lost 3, access 2, people 3, general 6, reports 3'
		),
		mid: weights('support 66, wishes 7, people 6, general 8, mobile 4, board 4, integrations 3'),
		high: weights('support 64, people 11, general 12, lost 1.2, integrations 2')
	},
	onboarding: {
		low: weights('onboarding 84, sales 6, support 5, integrations 4, general 3'),
		mid: weights('onboarding 76, general 8, sales 5, wishes 6, mobile 4'),
		high: weights('onboarding 76, people 9, sales 7, general 6, mobile 5')
	},
	billing: {
		low: weights('invoices 90, price 8, general 4'),
		mid: weights('invoices 80, price 9, general 9'),
		high: weights('invoices 66, people 10, general 18, price 8')
	},
	renewal: {
		low: { ...anytime.low, ...weights('price 50, rival 6') },
		mid: { ...anytime.mid, ...weights('price 45') },
		high: { ...anytime.high, ...weights('price 55') }
	},
	cancel: {
		low: weights('leaving 82, price 7, general 5, awful 4, rival 3, support 3'),
		mid: weights('leaving 90, general 5, price 4'),
		high: weights('leaving 88, general 6')
	}
};

/** What people speak of after a touchpoint, in a tone; newcomers of their start, EMEA of its invoices. */
export function weightsFor(touchpoint: Touchpoint, tone: Tone, told: ReadonlySet<string>): Weights {
	const usual = after[touchpoint]?.[tone] ?? anytime[tone];
	if (touchpoint === 'cancel') return usual;
	const start = told.has('new') ? 70 : (usual.onboarding ?? 0);
	const invoices = (usual.invoices ?? 0) * (told.has('emea') ? 2.4 : 1);
	const pooled = told.has('new') && told.has('pooled') && tone !== 'high' ? 60 : 0;

	return { ...usual, onboarding: touchpoint === 'onboarding' ? usual.onboarding : start, invoices, pooled };
}
