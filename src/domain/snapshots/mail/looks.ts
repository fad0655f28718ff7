import type { Feeling } from '../../metrics/groups.ts';
import type { Piece } from '../content/told/told.ts';

/*
 * Mail programs know neither custom properties nor our style sheet: colours and type are written into each element. The
 * colours are those of `ui/tokens.css`; classes are only for the dark scheme and for narrow screens.
 */

export const sans = "Inter,'Segoe UI',Helvetica,Arial,sans-serif";
export const serif = "'Source Serif 4',Georgia,'Times New Roman',serif";

export const colours = {
	ink: '#1b1a18',
	muted: '#6b6862',
	rule: '#e6e2d9',
	money: '#1e3a8a',
	better: '#0f766e',
	worse: '#c2410c',
	mark: '#fde68a',
	onMark: '#713f12'
};

export const chip: Record<Feeling | 'none', string> = {
	high: '#0f766e',
	middle: '#666a72',
	low: '#c2410c',
	none: '#666a72'
};

/** How a piece of a sentence looks, and the class by which the dark scheme finds it. */
export const pieceLook: Record<NonNullable<Piece['is']>, { style: string; name: string }> = {
	strong: { style: 'font-weight:600', name: 'i' },
	money: { style: `font-weight:700;color:${colours.money}`, name: 'n' },
	better: { style: `font-weight:600;color:${colours.better}`, name: 'b' },
	worse: { style: `font-weight:600;color:${colours.worse}`, name: 'w' },
	quiet: { style: `color:${colours.muted}`, name: 'm' }
};

/** One small block: some programs drop a large one, or any with a mistake in it. */
export const styleBlock = `:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:inherit}
@media (prefers-color-scheme:dark){
.p{background-color:#171613!important}
.i{color:#ece8e0!important}
.m{color:#a39e95!important}
.n{color:#9db2f5!important}
.b{color:#3fb8ad!important}
.w{color:#ee7b4f!important}
.r{border-color:#35322c!important}
}
@media (max-width:480px){
.f,.s{display:block!important;width:auto!important;text-align:left!important}
.f{border-bottom:0!important;padding-bottom:0!important}
.s{padding-top:0!important}
}`;
