import { number } from '#ui/format/number.ts';
import type { InsightsShown } from '../../../insights/shown.ts';
import { evidenceText, figureLine, whoseText } from '../../../insights/view/shown-text.ts';
import type { SectionTold } from './told.ts';

export const insightsTold = ({ told, of }: InsightsShown, currency: string): SectionTold => ({
	kind: 'claims',
	title: 'Insights',
	none: 'Nothing was claimed or ended in this week.',
	claims: told.map((one) => ({
		claim: one.claim,
		who: `Insight ${one.number} · ${whoseText(one)}`,
		lines: [...one.figures.map((figure) => figureLine(figure, currency)), evidenceText(one)],
		end: one.end
	})),
	left: of > told.length ? `${number(of - told.length)} more on the Insights page.` : null
});
