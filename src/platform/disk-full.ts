import { safeError } from './safe-error.ts';

/** As the operating system calls a disk without room, a user's share of it that is used up, and as PostgreSQL does. */
const names = ['ENOSPC', 'EDQUOT', '53100'];

export const isDiskFull = (error: unknown): boolean => names.includes(safeError(error).code ?? '');
