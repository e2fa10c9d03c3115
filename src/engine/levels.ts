/** What {@link levelsOf} needs to know of a node. */
export interface Reach {
  readonly name: string;
  /** True where arrivals wait for a server: what a finished job sets off comes at a later level. */
  readonly served: boolean;
  /** True for a moment that is never reached within the fold that sets it: it, too, comes at a later level. */
  readonly apart: boolean;
  /** Nodes that this one may reach within the same window. */
  readonly leadsTo: readonly number[];
  /** Served nodes of one pool share their servers, and so a level; left out where a node has servers of its own. */
  readonly pool?: string;
}

/** The levels of a graph of nodes, or the circle that makes them impossible. */
export interface Levels {
  /** Level by node; all 0 where there is a circle. */
  readonly level: readonly number[];
  readonly count: number;
  /** Names of the nodes of the first circle found, in order; empty if there is none. */
  readonly circle: readonly string[];
}

/**
 * The level of each node: the longest way to it, counting a step wherever work is served or a moment stands
 * apart. With no circle a whole day can be taken level by level; with one, windows must be as short as the
 * shortest delay between parties.
 */
export function levelsOf(all: readonly Reach[]): Levels {
  const { nodes, of } = joined(all);
  const circle = findCircle(nodes);
  if (circle.length > 0) return { level: all.map(() => 0), count: 1, circle: circle.map(i => nodes[i]!.name) };
  const level = new Array<number>(nodes.length).fill(0);
  const order = topological(nodes);
  for (const from of order) {
    const source = nodes[from]!;
    for (const to of source.leadsTo) {
      const step = source.served || nodes[to]!.apart ? 1 : 0;
      level[to] = Math.max(level[to]!, level[from]! + step);
    }
  }
  return { level: of.map(i => level[i]!), count: Math.max(0, ...level) + 1, circle: [] };
}

/** The graph with the nodes of each pool as one, and which node of it each of the given ones is. */
function joined(all: readonly Reach[]): { nodes: Reach[]; of: number[] } {
  const first = new Map<string, number>();
  const members: number[][] = [];
  const of = all.map((node, i) => {
    const known = node.pool === undefined ? undefined : first.get(node.pool);
    if (known !== undefined) {
      members[known]!.push(i);
      return known;
    }
    if (node.pool !== undefined) first.set(node.pool, members.length);
    return members.push([i]) - 1;
  });
  const nodes = members.map(own => ({
    ...all[own[0]!]!,
    name: own.map(i => all[i]!.name).join(' / '),
    leadsTo: [...new Set(own.flatMap(i => all[i]!.leadsTo.map(to => of[to]!)))],
  }));
  return { nodes, of };
}

function findCircle(nodes: readonly Reach[]): number[] {
  const state = new Uint8Array(nodes.length); // 0 new, 1 on the path, 2 done
  const path: number[] = [];
  const visit = (i: number): number[] => {
    state[i] = 1;
    path.push(i);
    for (const next of nodes[i]!.leadsTo) {
      if (state[next] === 1) return path.slice(path.indexOf(next));
      if (state[next] === 0) {
        const found = visit(next);
        if (found.length > 0) return found;
      }
    }
    path.pop();
    state[i] = 2;
    return [];
  };
  for (let i = 0; i < nodes.length; i++) {
    if (state[i] === 0) {
      const found = visit(i);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function topological(nodes: readonly Reach[]): number[] {
  const done = new Set<number>();
  const order: number[] = [];
  const visit = (i: number) => {
    if (done.has(i)) return;
    done.add(i);
    for (const next of nodes[i]!.leadsTo) visit(next);
    order.push(i);
  };
  for (let i = 0; i < nodes.length; i++) visit(i);
  return order.reverse();
}
