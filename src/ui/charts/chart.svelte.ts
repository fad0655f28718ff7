import type { Attachment } from 'svelte/attachments';
import type { ChartOption } from './option.ts';

/** What was picked: the index of the series and of the datum in it. */
export type Pick = { series: number; index: number };

/** Lets ECharts take a drawing over once it has loaded: it follows the size, redraws, tells picks, cleans up. */
export const chart =
	(option: () => ChartOption, pick?: (picked: Pick) => void): Attachment<HTMLElement> =>
	(node) => {
		let gone = false;
		let cleanUp = () => {};

		void import('./echarts.ts').then(({ init }) => {
			if (gone) return;
			node.replaceChildren();
			const instance = init(node, null, { renderer: 'svg' });
			const size = new ResizeObserver(() => instance.resize());
			size.observe(node);
			instance.on('click', ({ seriesIndex, dataIndex }) => {
				if (pick && seriesIndex !== undefined) pick({ series: seriesIndex, index: dataIndex });
			});
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
