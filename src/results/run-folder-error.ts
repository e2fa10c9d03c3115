/** A run folder that cannot be made, written or read: the message is one sentence for the user. */
export class RunFolderError extends Error {}

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: path => `the disk is full: ${path} could not be written`,
  EDQUOT: path => `the disk quota is used up: ${path} could not be written`,
  SQLITE_FULL: path => `the disk is full: ${path} could not be written`,
  EROFS: path => `${path} is on a read-only file system`,
  EACCES: path => `permission is denied to ${path}`,
  EPERM: path => `permission is denied to ${path}`,
  ENOTDIR: path => `${path} cannot be a folder: a part of its path is a file`,
  EEXIST: path => `${path} cannot be a folder: a part of its path is a file`,
  ENAMETOOLONG: path => `the name ${path} is too long`,
  ELOOP: path => `${path} is a link that leads to itself`,
  EIO: path => `the disk failed at ${path}`,
  ENOENT: path => `${path} is not there`,
  SQLITE_READONLY: path => `${path} is read-only`,
  SQLITE_CANTOPEN: path => `${path} could not be opened`,
  SQLITE_IOERR: path => `the disk failed at ${path}`,
  SQLITE_BUSY: path => `${path} is in use by another program`,
  SQLITE_CORRUPT: path => `${path} is damaged: it is not a readable database`,
  SQLITE_NOTADB: path => `${path} is damaged: it is not a readable database`,
};

/**
 * Runs `act`, and turns what the operating system or SQLite says about `path` into a `RunFolderError`; other errors go
 * through as they are.
 */
export function explaining<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw explained(path, error);
  }
}

/** What was thrown about `path`, as {@link explaining} throws it. */
export function explained(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[code] ?? sentences[code.split('_', 2).join('_')];
  return !sentence || error instanceof RunFolderError ? error : new RunFolderError(sentence(path), { cause: error });
}
