export { sentBack } from '#ui/form/sent-back.ts';
export type { SentBack } from '#ui/form/sent-back.ts';
