export { closeWhenDone } from '#ui/form/close-when-done.ts';
