import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Fault } from './faults.ts';
import { formatPath, type Path, type Place, type Tree } from './tree.ts';

/** A scenario is a few thousand values; aliases that make more than this of it are a mistake or an attack. */
const MOST_VALUES = 50_000;

/** What a YAML text holds, and what is wrong with it as YAML. */
export interface Reading {
  /** Missing where the text cannot be read at all. */
  readonly tree?: Tree;
  readonly faults: Fault[];
}

/**
 * Reads one YAML document (1.2, with merge keys `<<`) whose top is a mapping.
 * @param file as it is to be named in faults.
 */
export function readYaml(text: string, file: string): Reading {
  const lines = new LineCounter();
  // Editors do not count a byte order mark.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const faults: Fault[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  for (const error of [...document.errors, ...document.warnings])
    faults.push({ ...placeAt(error.pos[0]), path: '', message: yamlMessage(error.code, error.message) });
  if (faults.length > 0) return { faults };

  const top = { file, line: 1, column: 1 };
  if (document.contents === null)
    return { faults: [{ ...top, path: '', message: 'is empty', allowed: 'a mapping, e.g. name: my-scenario' }] };
  const reader = new Reader(document, placeAt, faults);
  const tree = reader.read(document.contents, []);
  if (reader.overflowed) return { faults };
  if (faults.length === 0 && tree?.kind !== 'mapping')
    faults.push({
      ...placeAt(document.contents.range![0]),
      path: '',
      message: `is ${tree?.kind === 'list' ? 'a list' : 'a single value'}`,
      allowed: 'a mapping, e.g. name: my-scenario',
    });
  return tree?.kind === 'mapping' ? { tree: { ...tree, at: top }, faults } : { faults };
}

/** Reads one YAML value, for `--set`; its places count from the start of the text. */
export function readYamlValue(text: string, file: string, columnsBefore: number): Reading {
  const shift = (place: Place): Place => ({ ...place, column: place.column + columnsBefore });
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const faults: Fault[] = [];
  const placeAt = (offset: number): Place => shift({ file, line: 1, column: offset + 1 });
  for (const error of [...document.errors, ...document.warnings])
    faults.push({ ...placeAt(error.pos[0]), path: '', message: yamlMessage(error.code, error.message) });
  if (faults.length > 0) return { faults };
  if (document.contents === null) return { tree: { kind: 'scalar', value: null, at: placeAt(0) }, faults };
  const tree = new Reader(document, placeAt, faults).read(document.contents, []);
  return tree ? { tree, faults } : { faults };
}

class Reader {
  private readonly document: Document.Parsed;
  private readonly placeAt: (offset: number) => Place;
  private readonly faults: Fault[];
  private values = 0;
  /** The outermost alias that is being read, for faults of what it grows to. */
  private outermost: { path: Path; at: Place } | undefined;
  /** Anchored values being read: an alias to one of them would never end. */
  private readonly open = new Set<Node>();

  constructor(document: Document.Parsed, placeAt: (offset: number) => Place, faults: Fault[]) {
    this.document = document;
    this.placeAt = placeAt;
    this.faults = faults;
  }

  /** The value, or undefined where a fault has been noted. */
  read(node: Node | null | undefined, path: Path, key?: Place): Tree | undefined {
    if (!node) return { kind: 'scalar', value: null, at: key!, key: key! };
    this.values++;
    if (this.values > MOST_VALUES) {
      const { path: from, at } = this.outermost ?? { path, at: this.placeOf(node) };
      if (this.values === MOST_VALUES + 1)
        this.add(from, at, `makes more than ${MOST_VALUES} values of what its aliases name`, 'fewer or smaller ones');
      return undefined;
    }
    if (isAlias(node)) return this.readAlias(node, path, key);
    // A value left empty has no place of its own.
    const at = key && isScalar(node) && node.source === '' ? key : this.placeOf(node);
    const placed = key ? { at, key } : { at };
    if (isScalar(node)) return { kind: 'scalar', value: this.scalar(node, path, at), ...placed };
    this.open.add(node);
    const tree = this.readCollection(node, path, placed);
    this.open.delete(node);
    return tree;
  }

  private readCollection(node: Node, path: Path, placed: { at: Place; key?: Place }): Tree | undefined {
    if (isSeq(node)) {
      const items = node.items.map((item, i) => this.read(item as Node, [...path, i]) ?? null);
      return { kind: 'list', items: items.filter(item => item !== null), ...placed };
    }
    if (isMap(node)) return { kind: 'mapping', entries: this.readEntries(node, path), ...placed };
    return undefined;
  }

  private readEntries(map: YAMLMap, path: Path): Map<string, Tree> {
    const entries = new Map<string, Tree>();
    const own = new Map<string, Place>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const keyPlace = this.placeOf(pair.key);
      const key = this.keyText(pair.key, path, keyPlace);
      if (key === undefined) continue;
      if (key === '<<') {
        this.mergeInto(entries, pair.value, path, keyPlace);
        continue;
      }
      const first = own.get(key);
      if (first) {
        this.add([...path, key], keyPlace, `is given a second time; the first is in line ${first.line}`, 'one of them');
        continue;
      }
      own.set(key, keyPlace);
      const value = this.read(pair.value, [...path, key], keyPlace);
      if (value) entries.set(key, value);
    }
    // Own keys win over merged ones, wherever `<<` stands.
    return entries;
  }

  /** `<<: *base` or `<<: [*one, *two]`: keys that are not there yet; own keys given later replace them. */
  private mergeInto(entries: Map<string, Tree>, value: Node | null, path: Path, key: Place): void {
    const tree = this.read(value, path, key);
    const sources = tree?.kind === 'list' ? tree.items : tree ? [tree] : [];
    for (const source of sources) {
      if (source.kind !== 'mapping') {
        this.add(
          [...path, '<<'],
          key,
          'merges something that is not a mapping',
          'the alias of a mapping, or a list of such',
        );
        return;
      }
      for (const [name, part] of source.entries) if (!entries.has(name)) entries.set(name, part);
    }
  }

  private readAlias(alias: Alias, path: Path, key: Place | undefined): Tree | undefined {
    const target = alias.resolve(this.document);
    const at = this.placeOf(alias);
    if (!target || this.open.has(target)) {
      const wrong = target
        ? `the alias *${alias.source} stands inside what it names`
        : `there is no anchor &${alias.source}`;
      this.add(path, at, wrong, 'an anchor that stands before the alias');
      return undefined;
    }
    // Faults in what an anchor holds are reported where it is written.
    const outermost = this.outermost;
    this.outermost ??= { path, at };
    const tree = this.read(target, path, key);
    this.outermost = outermost;
    return tree;
  }

  /** Whether there is more than is read. */
  get overflowed(): boolean {
    return this.values > MOST_VALUES;
  }

  private keyText(key: Node, path: Path, place: Place): string | undefined {
    if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    this.add(path, place, 'has a key that is not a plain name', 'a text as the key');
    return undefined;
  }

  private scalar(node: YamlScalar, path: Path, at: Place): string | number | boolean | null {
    const value = node.value;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.add(path, at, `${node.source ?? value} is not a number that can be used`, 'a finite number');
    return null;
  }

  private placeOf(node: Node): Place {
    return this.placeAt(node.range?.[0] ?? 0);
  }

  private add(path: Path, place: Place, message: string, allowed: string): void {
    this.faults.push({ ...place, path: formatPath(path), message, allowed });
  }
}

const YAML_MESSAGES: Record<string, string> = {
  MULTIPLE_DOCS: 'holds several documents; allowed: one, so no line --- between two parts',
  TAB_AS_INDENT: 'is indented with a tab; allowed: spaces',
  BAD_INDENT: 'is indented unlike the lines around it; allowed: the same number of spaces for keys of one mapping',
};

function yamlMessage(code: string, message: string): string {
  return YAML_MESSAGES[code] ?? `is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
