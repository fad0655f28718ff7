export const channels = ['call', 'visit', 'video call', 'e-mail'] as const;
export type Channel = (typeof channels)[number];

export const channelText: Record<Channel, string> = {
	call: 'Call',
	visit: 'Visit',
	'video call': 'Video call',
	'e-mail': 'E-mail'
};

export const longestHeard = 5_000;
