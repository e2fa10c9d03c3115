/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a value lies in a scenario: keys of mappings and indexes of lists from the top. */
export type Path = readonly (string | number)[];

/** A value as read from a file, every part of it with the place it came from. */
export type Tree = Scalar | Mapping | List;

interface Placed {
  /** Where the value begins. */
  readonly at: Place;
  /** Where its key stands, for a value in a mapping. */
  readonly key?: Place;
  /** Where the mapping stands that this one was laid over: what is missing is missing there. */
  readonly origin?: Place;
}

interface Scalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface Mapping extends Placed {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, Tree>;
}

export interface List extends Placed {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

/** The bare values. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  const object: Record<string, unknown> = {};
  for (const [key, value] of tree.entries)
    Object.defineProperty(object, key, { value: plain(value), enumerable: true, configurable: true, writable: true });
  return object;
}

/** The part of a tree that a path leads to. */
export function partAt(tree: Tree | undefined, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((part, step) => childOf(part, step), tree);
}

/**
 * Where to point for a path: to the value, to the key of a mapping or list, or, where the path leads nowhere
 * (something is missing), to the key of the nearest part above.
 * @param to `key` points to the key of a plain value as well.
 */
export function placeOf(tree: Tree, path: Path, to: 'value' | 'key' = 'value'): Place {
  let part = tree;
  for (const step of path) {
    const next = childOf(part, step);
    if (!next) return part.origin ?? part.key ?? part.at;
    part = next;
  }
  return part.kind === 'scalar' && to === 'value' ? part.at : (part.key ?? part.at);
}

/** A path as it is written: `control.freezes[0].from`, `steps."3.1.10".within`. */
export function formatPath(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      const text = /^[\p{L}\p{N}_ -]+$/u.test(step) ? step : JSON.stringify(step);
      return i === 0 ? text : `.${text}`;
    })
    .join('');
}

function childOf(part: Tree | undefined, step: string | number): Tree | undefined {
  if (part?.kind === 'mapping') return part.entries.get(String(step));
  if (part?.kind === 'list') return part.items[Number(step)];
  return undefined;
}
