import { join } from 'node:path';

/** Where the files of an import, and what it rejected, are kept. */
export const importFolder = (dataDir: string, importId: number): string => join(dataDir, 'imports', String(importId));

/** Where one of them lies: numbered, since what a file is called is its sender's choice. */
export const importedFile = (folder: string, index: number): string => join(folder, `file-${index + 1}`);

export const rejectsIn = (folder: string): string => join(folder, 'rejects.csv');
