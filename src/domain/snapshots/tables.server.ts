export { snapshotAttempt, snapshotDelivery } from './tables/deliveries.server.ts';
export { snapshotEdition } from './tables/editions.server.ts';
export { mentionMail } from './tables/mentions.server.ts';
export { snapshotLink } from './tables/links.server.ts';
export { snapshotRecipient, snapshotSchedule } from './tables/schedules.server.ts';
