import type { EChartsType } from 'echarts/core';
import type { Attachment } from 'svelte/attachments';
import type { ChartOption } from './option.ts';
import { placeMeant } from './places.ts';
import type { Place, PlaceOnScreen } from './places.ts';
import { flagsId } from './with-pinned.ts';

/** What was picked: the index of the series and of the datum in it. */
export type Pick = { series: number; index: number };

/** What somebody does who pins something to the chart: points at a place, or draws from one to another. */
export type Pen = {
	isOn: () => boolean;
	places: () => readonly Place[];
	place: (from: Place, to: Place) => void;
	follow: (number: number) => void;
};

/** What a chart says of what is pointed at looks like what else lies on the page, in the dark too. */
const tooltip = {
	backgroundColor: 'var(--raised)',
	borderColor: 'var(--strong-rule)',
	textStyle: { color: 'var(--ink)', fontSize: 13 }
};

/** Lets ECharts take a drawing over once it has loaded: it follows the size, redraws, tells picks, cleans up. */
export const chart =
	(option: () => ChartOption, pick?: (picked: Pick) => void, pen?: Pen): Attachment<HTMLElement> =>
	(node) => {
		let gone = false;
		let cleanUp = () => {};

		void import('./echarts.ts').then(({ init }) => {
			if (gone) return;
			node.replaceChildren();
			const instance = init(node, { tooltip }, { renderer: 'svg' });
			const size = new ResizeObserver(() => instance.resize());
			size.observe(node);
			instance.on('click', ({ seriesId, seriesIndex, dataIndex, name }) => {
				if (pen?.isOn()) return;
				if (seriesId === flagsId) pen?.follow(Number(name));
				else if (pick && seriesIndex !== undefined) pick({ series: seriesIndex, index: dataIndex });
			});
			if (pen) drawWith(pen, instance);
			const stop = $effect.root(() => {
				$effect(() => instance.setOption(option(), { notMerge: true }));
			});
			cleanUp = () => {
				stop();
				size.disconnect();
				instance.dispose();
			};
		});

		return () => {
			gone = true;
			cleanUp();
		};
	};

type At = { offsetX: number; offsetY: number };

/** By mouse and by touch: one place where it is pressed and let go, or from the one to the other. */
function drawWith(pen: Pen, instance: EChartsType): void {
	const meant = ({ offsetX, offsetY }: At) => placeMeant(onScreen(instance, pen.places()), offsetX, offsetY);
	let began: Place | null = null;
	instance.getZr().on('mousedown', (at: At) => {
		began = pen.isOn() ? meant(at) : null;
	});
	instance.getZr().on('mouseup', (at: At) => {
		const ended = began && meant(at);
		if (began && ended) pen.place(began, ended);
		began = null;
	});
}

const onScreen = (instance: EChartsType, places: readonly Place[]): PlaceOnScreen[] =>
	places.map((place) => {
		const [x, y] = instance.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [place.at.x, place.at.y ?? 0]);
		return { place, x, y: place.at.y === null ? null : y };
	});
