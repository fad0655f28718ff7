import { join } from 'node:path';

/** Where the files of an import, and what it rejected, are kept. */
export const importFolder = (dataDir: string, importId: number): string => join(dataDir, 'imports', String(importId));
