import type { Outside } from '../../actors/index.ts';
import type { Memory } from '../../engine/index.ts';
import { FLAG, type Links, type Points } from '../../market/index.ts';
import type { Day, Seconds } from '../../time/index.ts';

/** What a letter says, below the registration that it is about; the words that follow are what is told with it. */
const KIND_BITS = 3;
const LIST = 0;
const BEGIN = 1;
const APPOINTED = 2;
const RESUME = 3;
const LOOK = 4;
const EXCHANGED = 5;
/** Words of a letter, by kind. */
const LENGTHS = [1, 2, 1, 2, 4, 3] as const;

/** Words in the first place: how many are in use. */
const USED = 0;
const FIRST = 1;
/** The longest letter. */
const LONGEST = 4;
/** However small the market is. */
const LEAST = 1 << 18;

/** Who is told of what handlers have seen, once their day is over. */
export interface Reader extends Omit<Outside, 'begin'> {
  /** A registration has begun; its links know. */
  begun(id: number, today: Day): void;
}

/**
 * What handlers tell of registrations in the course of a day, whichever thread they run on: it has no effect before the
 * next day, at whose beginning all of it is read; before a checkpoint, sooner. In which order it is told and read makes no difference.
 */
export class OutsideMail implements Outside {
  private readonly points: Points;
  private readonly links: Links;
  private readonly thread: number;
  private readonly box: Int32Array;
  /** Those of all threads; in the first thread only, which reads them. */
  private readonly boxes: readonly Int32Array[];

  constructor(memory: Memory, points: Points, links: Links) {
    this.points = points;
    this.links = links;
    this.thread = memory.thread;
    // A letter for every fourth point on one day is more than comes; room that is not used takes no memory.
    const words = FIRST + Math.max(LEAST, points.count);
    const boxOf = (thread: number) => memory.passing(`outside.mail.${thread}`, Int32Array, words);
    this.boxes = memory.leads ? Array.from({ length: memory.threads }, (_, thread) => boxOf(thread)) : [];
    this.box = boxOf(memory.thread);
  }

  list(id: number): void {
    this.post(id, LIST);
  }

  begin(id: number, today: Day): void {
    this.links.succeed(id);
    this.post(id, BEGIN, today);
  }

  appointed(id: number): void {
    if (this.points.has(id, FLAG.linked)) this.post(id, APPOINTED);
  }

  resume(id: number, today: Day): void {
    this.post(id, RESUME, today);
  }

  look(id: number, branch: number, at: Seconds, today: Day): void {
    this.post(id, LOOK, today, branch, at);
  }

  exchanged(id: number, type: number, today: Day): void {
    this.post(id, EXCHANGED, today, type);
  }

  /** Reads what has come from all threads, and empties their boxes. */
  deliver(to: Reader): void {
    for (const box of this.boxes) {
      const end = FIRST + box[USED]!;
      for (let at = FIRST; at < end; ) at += read(box, at, to);
      box[USED] = 0;
    }
  }

  private post(id: number, kind: number, today: Day = 0, one = 0, other = 0): void {
    const { box } = this;
    const at = FIRST + box[USED]!;
    if (at + LONGEST > box.length)
      throw new Error(`thread ${this.thread} has more to tell of a day than there is room for: ${box.length} words`);
    box[at] = (id << KIND_BITS) | kind;
    box[at + 1] = today;
    box[at + 2] = one;
    box[at + 3] = other;
    box[USED] = at - FIRST + LENGTHS[kind]!;
  }
}

/** Hands over the letter at a place; returns its length. */
function read(box: Int32Array, at: number, to: Reader): number {
  const id = box[at]! >>> KIND_BITS;
  const kind = box[at]! & ((1 << KIND_BITS) - 1);
  const today = box[at + 1]!;
  if (kind === LIST) to.list(id);
  else if (kind === BEGIN) to.begun(id, today);
  else if (kind === APPOINTED) to.appointed(id);
  else if (kind === RESUME) to.resume(id, today);
  else if (kind === LOOK) to.look(id, box[at + 2]!, box[at + 3]!, today);
  else to.exchanged(id, box[at + 2]!, today);
  return LENGTHS[kind]!;
}
