type Api = { value(dimension: number): number; coord(point: [number, number]): [number, number] };

/** A number that belongs to a bar, and the bar with its interval; null: there is no bar, and the text stands in its place. */
export type Foot = {
	text: string;
	bar: { value: number; low: number; high: number } | null;
	/** Of the number, on the bar. */
	colour: string;
	opacity: number;
};

type Settings = {
	/** Of a number beside its bar, on the page. */
	colour: string;
	fontSize: number;
	/** The number stands up in its bar, in which it would be cut off at both ends. */
	upright: boolean;
	font: string;
};

/** Between a number and whatever is beside it. */
const air = 4;

/**
 * A number for each bar: at its foot, as long as the bar has room for it and the interval does not reach down to it; else
 * above both, so that no line runs through a number and none is written white on paper.
 */
export function feet(all: readonly Foot[], { colour, fontSize, upright, font }: Settings) {
	return {
		type: 'custom',
		silent: true,
		z: 4,
		// A drawing is kept by what its option says: so all that makes a difference is said here, not only meant below.
		name: upright ? 'upright' : 'lying',
		data: all.map(({ text, bar, colour: color, opacity }, i) => ({
			value: [i, bar?.value ?? 0, bar?.low ?? 0, bar?.high ?? 0],
			name: text,
			itemStyle: { color, opacity }
		})),
		encode: { x: 0, y: [1, 2, 3] },
		renderItem: (_parameters: unknown, api: Api) => {
			const i = api.value(0);
			const { text, opacity } = all[i];
			const at = (amount: number) => api.coord([i, amount])[1];
			const [x, zero] = api.coord([i, 0]);
			const [value, low, high] = [1, 2, 3].map((dimension) => at(api.value(dimension)));
			const length = upright ? widthOf(text, fontSize) : fontSize;
			const isUp = value <= zero;
			const reached = isUp ? low : high;
			const room = Math.min(Math.abs(zero - value), isUp ? zero - reached : reached - zero);
			const style = { text, font: `${fontSize}px ${font}` };
			if (room < length + 2 * air) {
				const y = Math.min(zero, value, low, high) - air;
				// A short number lies between its neighbours, and at the top of the chart there is no room to stand.
				const stands = upright && text.length > 3 && y > length;
				return written(x, y, { ...style, fill: colour }, stands, true);
			}
			const y = isUp ? zero - air : zero + air;
			return written(x, y, { ...style, fill: all[i].colour, opacity }, upright, isUp);
		}
	};
}

/** A text that begins at a height, upwards or downwards from it, lying or standing. */
const written = (x: number, y: number, style: object, stands: boolean, isUp: boolean) =>
	stands
		? {
				...{ type: 'text', x, y, rotation: Math.PI / 2 },
				style: { ...style, align: isUp ? 'left' : 'right', verticalAlign: 'middle' }
			}
		: { type: 'text', x, y, style: { ...style, align: 'center', verticalAlign: isUp ? 'bottom' : 'top' } };

/** Of digits and commas in our letters, near enough. */
const widthOf = (text: string, fontSize: number): number => text.length * fontSize * 0.6;
