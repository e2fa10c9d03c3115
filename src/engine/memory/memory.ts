/** The typed arrays in which a run keeps its state. */
export type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

interface NumbersType<T extends Numbers> {
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
  readonly name: string;
}

/** How the arrays that threads have under one name become one: counts by adding, maxima by the largest. */
export type Merge = 'sum' | 'max';

/** What one name stands for. Plain data: this is what another thread is started with. */
export interface Kept {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  /** Null for an array that all threads share; else each has its own, merged so. */
  readonly merge: Merge | null;
  /** Of no use beyond the moment. */
  readonly passing: boolean;
  /** One for all threads, or one for each. */
  readonly buffers: readonly ArrayBufferLike[];
}

/**
 * Where in its buffer an array begins, and what is left free behind it: no two arrays are then in one cache line, nor in two
 * that are fetched together, which threads would take from each other at every write. Large buffers begin 16 bytes into a
 * page where they come from glibc, so that the blocks of points that threads own are lines of their own as well.
 */
const BEGIN = 112;
const BEHIND = 144;

/**
 * The memory of a run: arrays by name. The thread that builds a market makes them; other threads build the same market
 * over the same arrays. What is in here is what threads share, and what a checkpoint holds.
 *
 * An array that nobody has written to takes no room yet: sizes may be generous.
 */
export class Memory {
  /** Number of this thread; 0 is the one that builds the market and leads the run. */
  readonly thread: number;
  readonly threads: number;
  private readonly arrays: Map<string, Kept>;

  constructor(threads = 1) {
    this.thread = 0;
    this.threads = threads;
    this.arrays = new Map();
  }

  /** The same memory as seen by another thread. @param kept what {@link contents} gave the first one */
  static of(kept: readonly Kept[], thread: number, threads: number): Memory {
    const memory = new Memory(threads);
    (memory as { thread: number }).thread = thread;
    for (const one of kept) memory.arrays.set(one.name, one);
    return memory;
  }

  /** Whether this thread makes the arrays, and fills them as the run begins. */
  get leads(): boolean {
    return this.thread === 0;
  }

  /** An array of zeros that all threads share. */
  shared<T extends Numbers>(name: string, type: NumbersType<T>, length: number): T {
    return this.array(name, type, length, null, 0);
  }

  /** An array of zeros for this thread alone, to be merged with those of the others. */
  own<T extends Numbers>(name: string, type: NumbersType<T>, length: number, merge: Merge = 'sum'): T {
    return this.array(name, type, length, merge, this.thread);
  }

  /** As {@link shared}, for what is of no use beyond the moment: it is no part of a checkpoint. */
  passing<T extends Numbers>(name: string, type: NumbersType<T>, length: number): T {
    return this.array(name, type, length, null, 0, true);
  }

  /** What the other threads have of their own under a name, in the order of the threads. */
  others<T extends Numbers>(name: string, type: NumbersType<T>): T[] {
    const { length, buffers } = this.arrays.get(name)!;
    return buffers.flatMap((buffer, thread) => (thread === this.thread ? [] : [new type(buffer, BEGIN, length)]));
  }

  /** How long an array is that has been made; 0 if there is none of the name. */
  lengthOf(name: string): number {
    return this.arrays.get(name)?.length ?? 0;
  }

  /** Every array there is, in the order in which they were asked for first. */
  contents(): Kept[] {
    return [...this.arrays.values()];
  }

  /** Merges what threads have of their own into the arrays of the first one, and empties those of the others. */
  gather(): void {
    for (const kept of this.arrays.values()) {
      const [first, ...others] = kept.buffers.map(buffer => viewOf(kept, buffer));
      for (const other of others) {
        mergeInto(first!, other, kept.merge!);
        empty(other);
      }
    }
  }

  /** What lies under a name as one array: that which threads share, or a copy of what each has of its own, merged. */
  merged(kept: Kept): Numbers {
    const [first, ...others] = kept.buffers.map(buffer => viewOf(kept, buffer));
    if (others.length === 0) return first!;
    const all = first!.slice();
    for (const other of others) mergeInto(all, other, kept.merge!);
    return all;
  }

  private array<T extends Numbers>(
    name: string,
    type: NumbersType<T>,
    length: number,
    merge: Merge | null,
    which: number,
    passing = false,
  ): T {
    const known = this.arrays.get(name) ?? (this.leads ? this.make(name, type, length, merge, passing) : undefined);
    if (!known) throw new Error(`thread ${this.thread} asks for "${name}", which the first one does not have`);
    if (known.length !== length || known.type !== type.name || known.merge !== merge)
      throw new Error(`"${name}" is asked for as ${length} × ${type.name}, it is ${known.length} × ${known.type}`);
    return new type(known.buffers[which]!, BEGIN, length);
  }

  private make<T extends Numbers>(
    name: string,
    type: NumbersType<T>,
    length: number,
    merge: Merge | null,
    passing: boolean,
  ): Kept {
    const bytes = BEGIN + length * type.BYTES_PER_ELEMENT + BEHIND;
    const buffers = Array.from({ length: merge === null ? 1 : this.threads }, () => bufferOf(bytes));
    const made = { name, type: type.name, length, merge, passing, buffers };
    this.arrays.set(name, made);
    return made;
  }
}

const TYPES: Readonly<Record<string, NumbersType<Numbers>>> = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
};

/** Leaves alone what there is nothing to add to, and so the pages that nobody has written to. */
function mergeInto(all: Numbers, other: Numbers, merge: Merge): void {
  if (merge === 'sum') {
    for (let i = 0; i < all.length; i++) if (other[i] !== 0) all[i]! += other[i]!;
  } else for (let i = 0; i < all.length; i++) if (other[i]! > all[i]!) all[i] = other[i]!;
}

/** Likewise. */
function empty(numbers: Numbers): void {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== 0) numbers[i] = 0;
}

/** One of the arrays under a name, as what it is. */
export function viewOf(kept: Kept, buffer: ArrayBufferLike): Numbers {
  return new TYPES[kept.type]!(buffer, BEGIN, kept.length);
}

/** Memory that threads can share, where the platform lets them. */
function bufferOf(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
