import { safeError } from './safe-error.ts';

/** As the operating system calls a disk without room, a user's share of it that is used up, and as PostgreSQL does. */
const names = ['ENOSPC', 'EDQUOT', '53100'];

/** What whoever was about to save something reads; what they typed stays with them wherever a form can keep it. */
export const noRoomToSave = 'The disk of this machine is full; nothing was saved. Make room, then try again.';

export const isDiskFull = (error: unknown): boolean => names.includes(safeError(error).code ?? '');
