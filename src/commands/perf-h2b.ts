import { fontFiles } from '#ui/charts/png/fonts.ts';
import { anEdition } from '#tests/factories/snapshot.ts';
import { toldOf } from '#domain/snapshots/content/told/told-of.ts';
import { drawn } from '#ui/charts/server-svg.ts';
import { chartPng } from '#ui/charts/png/chart-png.ts';
import { onWhite } from '#ui/charts/palette.ts';
import { renderAsync } from '@resvg/resvg-js';
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
async function t<T>(what: string, f: () => Promise<T> | T): Promise<T> { const c=cpu(), w=performance.now(); const r = await f(); console.log(what.padEnd(30), 'wall', Math.round(performance.now()-w), 'cpu', Math.round(cpu()-c)); return r; }
const told = toldOf(anEdition());
const chart = (told.sections[1] as any).chart;
const files = await t('fontFiles', () => fontFiles());
const svg = await t('drawn', () => drawn(chart.option(onWhite), chart.size));
for (let i=0;i<3;i++) await t('drawn again', () => drawn(chart.option(onWhite), chart.size));
for (const n of [5,5,1,1,2]) await t('render with '+n+' fonts', async () => (await renderAsync(svg, { background: '#fff', fitTo: {mode:'width', value:1200}, font: { loadSystemFonts: false, fontFiles: files.slice(0,n), defaultFontFamily: 'Inter' } })).asPng());
for (let i=0;i<2;i++) await t('chartPng', () => chartPng(chart.option(onWhite), chart.size, 1200));
