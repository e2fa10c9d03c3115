import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { explaining, RunFolderError } from './run-folder-error.ts';
import { schemaVersion } from './schema.ts';

/** Opens a `results.sqlite` for reading; throws `RunFolderError` where it is missing, damaged or of another version. */
export function openReadOnly(path: string): Database.Database {
  return explaining(path, () => {
    statSync(path);
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const version = db.pragma('user_version', { simple: true });
      if (version !== schemaVersion)
        throw new RunFolderError(`${path} has layout ${version}; this version of mhhsim reads layout ${schemaVersion}`);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  });
}
