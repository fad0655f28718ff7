type Api = { value(dimension: number): number; coord(point: [number, number]): [number, number] };

/** Intervals as lines from their low to their high end, one a category; null: none there. */
export const whiskers = (intervals: readonly ([number, number] | null)[], colour: string | readonly string[]) => ({
	type: 'custom',
	silent: true,
	// Above the bars: the lower half of an interval is as much of it as the upper one.
	z: 3,
	data: intervals.flatMap((interval, i) => (interval ? [[i, ...interval]] : [])),
	encode: { x: 0, y: [1, 2] },
	renderItem: (_parameters: unknown, api: Api) => {
		const [x, top] = api.coord([api.value(0), api.value(2)]);
		const [, bottom] = api.coord([api.value(0), api.value(1)]);
		return {
			type: 'line',
			shape: { x1: x, y1: top, x2: x, y2: bottom },
			style: { stroke: typeof colour === 'string' ? colour : colour[api.value(0)], lineWidth: 1.5 }
		};
	}
});
