/** Where a form of a page posts to without losing what its address chooses: '?segment=Team&/mark'. */
export const actionOn = (url: URL, action: string): string => {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return `?${[kept.toString(), `/${action}`].filter(Boolean).join('&')}`;
};
