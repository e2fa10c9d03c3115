import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeFileSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Numbers } from '../../engine/index.ts';
import { explaining, RunFolderError } from '../../results/index.ts';
import { undisturbed } from '../gate.ts';

/** Bytes of an array that are stored together: small beside the arrays, large enough to be packed well. */
const CHUNK = 4 << 20;
const ZEROS = Buffer.alloc(CHUNK);
/** The last bytes of a file: the length of its index, and this. */
const MARK = 'mhhsim01';
const TAIL = 4 + MARK.length;
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

const TYPES = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float64Array };
type TypeName = keyof typeof TYPES;

const count = z.number().int().nonnegative();
const indexSchema = z.array(
  z.object({
    name: z.string(),
    type: z.enum(Object.keys(TYPES) as TypeName[]),
    length: count,
    /** Chunks that are not all zero: number in the array, and bytes in the file. */
    chunks: z.array(z.tuple([count, count])),
  }),
);

/** An array in a file. */
export type StoredArray = z.infer<typeof indexSchema>[number];

/** An array by its name. */
export interface NamedArray {
  readonly name: string;
  readonly numbers: Numbers;
}

/**
 * Writes arrays to a file, and makes sure that they are on the disk.
 *
 * The file: every array in chunks of 4 MiB, each packed by zstd with a checksum, but for those that are all zero; then
 * the index (JSON), its length (32 bits, little-endian) and `mhhsim01`. Numbers are in the machine's own byte order.
 *
 * @throws RunFolderError where the disk refuses
 */
export function writeArrays(path: string, arrays: Iterable<NamedArray>): void {
  explaining(path, () => {
    const file = openSync(path, 'w');
    try {
      const index: StoredArray[] = [];
      for (const { name, numbers } of arrays) {
        const chunks: [number, number][] = [];
        chunksOf(numbers).forEach((chunk, i) => {
          if (isZero(chunk)) return;
          const packed = undisturbed(() => zstdCompressSync(chunk, PACKING));
          writeFileSync(file, packed);
          chunks.push([i, packed.length]);
        });
        index.push({ name, type: numbers.constructor.name as TypeName, length: numbers.length, chunks });
      }
      const told = Buffer.from(JSON.stringify(index));
      const tail = Buffer.alloc(TAIL);
      tail.writeUInt32LE(told.length);
      tail.write(MARK, 4);
      writeFileSync(file, Buffer.concat([told, tail]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** A file that {@link writeArrays} made. */
export class ArrayFile {
  readonly arrays: readonly StoredArray[];
  private readonly path: string;
  private readonly file: number;
  /** By array: where its first chunk is. */
  private readonly starts = new Map<StoredArray, number>();

  /** @throws RunFolderError where it cannot be read or is damaged */
  constructor(path: string) {
    this.path = path;
    this.file = explaining(path, () => openSync(path, 'r'));
    try {
      this.arrays = this.index();
    } catch (error) {
      this.close();
      throw error;
    }
    let at = 0;
    for (const array of this.arrays) {
      this.starts.set(array, at);
      for (const [, size] of array.chunks) at += size;
    }
  }

  /** An array of the file, as a new one. */
  read(stored: StoredArray): Numbers {
    const make: new (length: number) => Numbers = TYPES[stored.type];
    const numbers = new make(stored.length);
    this.readInto(stored, numbers);
    return numbers;
  }

  /**
   * Brings an array of the file into one that is there and may be longer; what is longer becomes 0. Nothing is written
   * where it is 0 already: memory that nobody has used yet stays so.
   */
  readInto(stored: StoredArray, target: Numbers): void {
    let at = this.starts.get(stored)!;
    const sizes = new Map(stored.chunks);
    const end = stored.length * target.BYTES_PER_ELEMENT;
    const chunks = chunksOf(target);
    if (chunks.length < Math.ceil(end / CHUNK)) throw this.damaged(`${stored.name} is longer than there is room for`);
    chunks.forEach((chunk, i) => {
      const size = sizes.get(i);
      let filled = 0;
      if (size !== undefined) {
        const part = this.unpack(at, size);
        at += size;
        if (part.length !== Math.min(CHUNK, end - i * CHUNK)) throw this.damaged(`${stored.name} is cut off`);
        chunk.set(part);
        filled = part.length;
      }
      const rest = chunk.subarray(filled);
      if (!isZero(rest)) rest.fill(0);
    });
  }

  close(): void {
    closeSync(this.file);
  }

  private index(): StoredArray[] {
    const { size } = explaining(this.path, () => fstatSync(this.file));
    if (size < TAIL) throw this.damaged('it is cut off');
    const tail = this.bytes(size - TAIL, TAIL);
    const length = tail.readUInt32LE();
    if (tail.toString('latin1', 4) !== MARK || length > size - TAIL) throw this.damaged('it is cut off');
    try {
      return indexSchema.parse(JSON.parse(this.bytes(size - TAIL - length, length).toString()));
    } catch (error) {
      throw this.damaged('its index cannot be read', error);
    }
  }

  private unpack(at: number, size: number): Buffer {
    try {
      return undisturbed(() => zstdDecompressSync(this.bytes(at, size), { maxOutputLength: CHUNK }));
    } catch (error) {
      throw error instanceof RunFolderError ? error : this.damaged((error as Error).message, error);
    }
  }

  private bytes(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    const read = explaining(this.path, () => readSync(this.file, bytes, 0, length, at));
    if (read < length) throw this.damaged('it is cut off');
    return bytes;
  }

  private damaged(why: string, cause?: unknown): RunFolderError {
    return new RunFolderError(`${this.path} is damaged: ${why}`, { cause });
  }
}

/** The bytes of an array, chunk by chunk. */
function chunksOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array[] {
  return Array.from({ length: Math.ceil(byteLength / CHUNK) }, (_, i) => {
    const from = i * CHUNK;
    return new Uint8Array(buffer, byteOffset + from, Math.min(CHUNK, byteLength - from));
  });
}

function isZero(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).equals(ZEROS.subarray(0, bytes.length));
}
