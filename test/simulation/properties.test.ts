import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownSteps } from '../../src/procedures/index.ts';
import { formatDate, parseDate, parseTime } from '../../src/time/index.ts';
import { MarketRun } from './market-run.ts';
import { busyMarket, randomMarket, restlessMarket } from './random-market.ts';

// Every market is run once with all of its points traced; the tests look at the tables.
const RUNS = Number(process.env.MHHSIM_RUNS ?? 32);
const drawn = [
  ...fc.sample(randomMarket, { numRuns: RUNS, seed: 20_251_022 }),
  ...fc.sample(restlessMarket, { numRuns: Math.ceil(RUNS / 2), seed: 20_251_022 }),
  ...fc.sample(busyMarket, { numRuns: Math.ceil(RUNS / 2), seed: 20_251_022 }),
];
const markets = drawn.map(market => new MarketRun(market));

const STATES = ['legacy', 'forward', 'mhhs', 'reverse'];

/** What is checked of every market, with a line for whatever is wrong. */
function wrongIn(look: (market: MarketRun) => Iterable<string>): string[] {
  return markets.flatMap((market, i) => [...look(market)].slice(0, 3).map(line => `market ${i}: ${line}`));
}

describe('in any valid market', () => {
  test('every invariant that the run itself looks at holds', () => {
    expect(wrongIn(m => m.run.broken)).toEqual([]);
  });

  test('there are exactly as many points as the scenario says, at the scale of the run, and all are traced', () => {
    expect(
      wrongIn(function* (m) {
        const { classes } = m.scenario.population;
        const said = Object.values(classes).reduce((sum, c) => sum + Math.round(c.count * m.scale), 0);
        if (m.points.length !== said) yield `${m.points.length} points, not ${said}`;
      }),
    ).toEqual([]);
  });

  test('states add up to the population every day, by segment and supplier as by area; new points come to it', () => {
    expect(
      wrongIn(function* (m) {
        const bySupplier = m.sums('state_daily', STATES);
        const byArea = m.sums('area_daily', STATES);
        let population = m.points.length;
        for (const date of m.dates) {
          const one = bySupplier.get(date)!;
          const other = byArea.get(date)!;
          if (String(one) !== String(other)) yield `${date}: ${one} by supplier, ${other} by area`;
          const grows = m.scenario.connections !== undefined;
          if (grows ? total(one) < population : total(one) !== population) yield `${date}: ${one} is not ${population}`;
          population = total(one);
        }
      }),
    ).toEqual([]);
  });

  test('points are in the state that what was started, completed, cancelled and reversed by then leaves them in', () => {
    expect(
      wrongIn(function* (m) {
        const states = m.sums('state_daily', STATES);
        const changes = m.sums('migration_daily', ['started', 'completed', 'cancelled', 'reversed']);
        let [started, completed, cancelled, reversed] = [0, 0, 0, 0];
        for (const date of m.dates) {
          const [s, c, x, r] = changes.get(date) ?? [0, 0, 0, 0];
          started += s!;
          completed += c!;
          cancelled += x!;
          reversed += r!;
          const now = states.get(date)!;
          // New points are born under MHHS.
          const born = total(now) - m.points.length;
          const found = [now[0]! + now[1]!, now[2]! + now[3]!];
          const expected = [m.points.length - completed + reversed, completed - reversed + born];
          if (String(found) !== String(expected)) yield `${date}: ${found}, not ${expected}`;
          if (m.isBusy) continue;
          const forward = started - completed - cancelled;
          if (now[1] !== forward || now[3] !== 0) yield `${date}: ${now}, not ${forward} forward and none reverse`;
        }
      }),
    ).toEqual([]);
  });

  test('a point is under MHHS exactly when an IF-036 has come for both of its services', () => {
    expect(
      wrongIn(function* (m) {
        if (m.isBusy) return;
        for (const point of m.points) {
          const told = m.life(point).filter(a => a.act === 'sent' && a.flow === 'IF-036');
          const services = new Set(told.map(a => a.detail));
          if ((services.size === 2) !== (point.state === 'mhhs')) yield `${point.msid} is ${point.state}`;
          if (told.length !== services.size * 5) yield `${point.msid} has ${told.length} IF-036`;
        }
      }),
    ).toEqual([]);
  });

  test('whatever happens to it, a point under MHHS has an IF-036 for both services under its last supplier, or IF-045', () => {
    expect(
      wrongIn(function* (m) {
        if (m.scenario.links) return;
        for (const point of m.points) {
          if (point.state !== 'mhhs') continue;
          const toSupplier = m.life(point).filter(a => a.act === 'sent' && a.to_party === point.supplier_id);
          const services = new Set(
            toSupplier.filter(a => a.flow === 'IF-036').map(a => String(a.detail).split(',')[0]),
          );
          const missing = toSupplier.some(a => a.flow === 'IF-045');
          if (services.size < 2 && !missing) yield `${point.msid} is under MHHS with ${[...services]}`;
        }
      }),
    ).toEqual([]);
  });

  test('no reverse migration takes effect from M14 on, and no complex-metered point reverses', () => {
    expect(
      wrongIn(function* (m) {
        for (const point of m.points) {
          for (const a of m.life(point)) {
            if (a.act !== 'sent' || a.step !== '3.3.9') continue;
            if (point.complex === 'complex') yield `${point.msid} is complex and reversed at ${a.at}`;
            // Sent on the eve of the EFD.
            if (m.localDate(a.at) >= m.scenario.milestones.M14) yield `${point.msid} reversed at ${a.at}`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('a switch that was objected to or withdrawn is not secured, and every secured one was confirmed', () => {
    expect(
      wrongIn(function* (m) {
        // A secondary MSID goes with its primary, whose messages tell of it.
        if (m.scenario.links) return;
        for (const point of m.points) {
          let confirmed = 0;
          for (const a of m.life(point)) {
            if (a.act !== 'sent') continue;
            if (a.step === 'switch.4' && a.to_party !== null) confirmed++;
            if (a.step === 'switch.5') confirmed = 0;
            if (a.step === 'switch.7' && confirmed < 2) yield `${point.msid} ${a.at}: secured and not confirmed`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('the networks carry the messages that are counted, day by day, and what they carry is not lost', () => {
    expect(
      wrongIn(function* (m) {
        const sent = new Map<string, number>();
        for (const row of m.rows('message_daily')) add(sent, `${row.date} ${row.network}`, Number(row.count));
        const queued = new Map<string, number>();
        for (const row of m.rows('network_hourly')) {
          add(sent, `${m.localDate(row.hour)} ${row.network}`, -Number(row.offered));
          const network = String(row.network);
          add(queued, network, Number(row.offered) - Number(row.delivered));
          if (queued.get(network) !== row.queued || Number(row.queued) < 0)
            yield `${row.hour} ${network}: ${row.queued} queued, not ${queued.get(network)}`;
        }
        for (const [key, left] of sent) if (left !== 0) yield `${key}: ${left} more counted than carried`;
      }),
    ).toEqual([]);
  });

  test('every message is received at most once, a minute or more after it was sent, or after the run', () => {
    expect(
      wrongIn(function* (m) {
        for (const point of m.points) {
          const channels = new Map<string, { sent: number[]; received: number[] }>();
          for (const a of m.life(point)) {
            if (a.act !== 'sent' && a.act !== 'received') continue;
            const key = [a.step, a.flow, a.from_party, a.to_party].join(' ');
            const channel = channels.get(key) ?? { sent: [], received: [] };
            channels.set(key, channel);
            channel[a.act].push(parseTime(String(a.at)));
          }
          for (const [key, { sent, received }] of channels) {
            // However messages overtake each other, the n-th to come was not sent after the n-th to be sent.
            if (received.some((at, i) => i >= sent.length || at < sent[i]! + 60))
              yield `${point.msid} ${key}: sent ${sent}, received ${received}`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('jobs are queued before they are started, and started before they are finished', () => {
    expect(
      wrongIn(function* (m) {
        for (const point of m.points) {
          const open = new Map<string, [queued: number, started: number, finished: number]>();
          for (const a of m.life(point)) {
            const stage = ['queued', 'started', 'finished'].indexOf(String(a.act));
            if (stage < 0) continue;
            const key = `${a.step} ${a.from_party}`;
            const counts = open.get(key) ?? [0, 0, 0];
            open.set(key, counts);
            counts[stage]!++;
            if (counts[1] > counts[0] || counts[2] > counts[1]) yield `${point.msid} ${a.at} ${key}: ${counts}`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('what waits in a queue at the end of a day is what waited before, with what came and without what was done', () => {
    expect(
      wrongIn(function* (m) {
        const backlog = new Map<string, number>();
        for (const row of m.rows('capacity_daily')) {
          const key = `${row.party_id} ${row.work}`;
          add(backlog, key, Number(row.arrived) - Number(row.done));
          if (backlog.get(key) !== row.backlog || Number(row.backlog) < 0) yield `${row.date} ${key}: ${row.backlog}`;
        }
      }),
    ).toEqual([]);
  });

  test('no deadline is counted below nought, and none is open that was due within the run', () => {
    expect(
      wrongIn(function* (m) {
        for (const row of m.rows('deadline_daily')) {
          if (Math.min(Number(row.met), Number(row.missed), Number(row.open)) < 0) yield JSON.stringify(row);
          if (Number(row.open) > 0 && String(row.date) <= m.dates.at(-1)!) yield JSON.stringify(row);
        }
      }),
    ).toEqual([]);
  });

  test('deadlines met are those that the lives of the points tell of, by day, step and party', () => {
    expect(
      wrongIn(function* (m) {
        // New points are not traced.
        if (m.scenario.connections) return;
        const met = new Map<string, number>();
        for (const row of m.rows('deadline_daily'))
          add(met, `${row.date} ${row.step} ${row.party_id}`, Number(row.met));
        for (const a of m.rows('trace')) {
          if (a.outcome !== 'met') continue;
          // A deadline at midnight is of the day that it ends.
          const date = formatDate(m.british.dayOf(parseTime(String(a.due)) - 1));
          add(met, `${date} ${a.step} ${a.from_party}`, -1);
        }
        for (const [key, left] of met) if (left !== 0) yield `${key}: ${left} more than in the traces`;
      }),
    ).toEqual([]);
  });

  test('no deadline is before what set it off, and each is judged rightly', () => {
    expect(
      wrongIn(function* (m) {
        for (const point of m.points) {
          const begun = new Map<string, number>();
          for (const a of m.life(point)) {
            const at = parseTime(String(a.at));
            const key = `${a.step} ${a.from_party}`;
            if (a.act === 'queued' && !begun.has(key)) begun.set(key, at);
            if (a.due === null) continue;
            const due = parseTime(String(a.due));
            // Due from the message that the SMRA takes up overnight: of the CSS about a registration, of a MOA about its works.
            const later = ['3.2.1', 'cos-legacy.1', 'mhhs-cos.1', '3.3.1', 'meter-works.5'].includes(String(a.step));
            if (!later && due < (begun.get(key) ?? 0))
              yield `${point.msid} ${key}: due ${a.due}, begun ${begun.get(key)}`;
            // A deadline that nobody kept stands on the act that began it.
            const kept = a.act !== 'queued';
            if (!kept && due < at) yield `${point.msid} ${key}: due ${a.due} before it began at ${a.at}`;
            if (kept && a.outcome !== (at <= due ? 'met' : 'missed'))
              yield `${point.msid} ${key}: ${a.outcome} at ${a.at}, due ${a.due}`;
            if (!kept && a.outcome !== (due <= m.end ? 'missed' : 'open'))
              yield `${point.msid} ${key}: ${a.outcome} at the end, due ${a.due}`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('a migration starts on migration days only, once its segment is open and its supplier activated', () => {
    expect(
      wrongIn(function* (m) {
        const { M11, M12, M14 } = m.scenario.milestones;
        for (const point of m.points) {
          const start = m.started(point);
          if (start === undefined) continue;
          const { date, supplier } = start;
          if (!m.isMigrationDay(date)) yield `${point.msid} started on ${date}, no migration day`;
          if (point.complex === 'complex' && date < M14) yield `${point.msid} is complex and started on ${date}`;
          if (date < m.activated(supplier)) yield `${point.msid} started on ${date}, before ${m.activated(supplier)}`;
          // An exchange may have brought the point into its segment since.
          const opens = m.scenario.works ? (M11 < M12 ? M11 : M12) : point.segment === 'Smart' ? M12 : M11;
          if (date < opens) yield `${point.msid} (${point.segment}) started on ${date}, before ${opens}`;
        }
      }),
    ).toEqual([]);
  });

  test('starts stay within the thresholds of market, area and supplier on every day', () => {
    expect(
      wrongIn(function* (m) {
        const starts = new Map<string, number>();
        for (const point of m.points) {
          const start = m.started(point);
          if (start === undefined) continue;
          for (const where of ['market', `area ${point.area_id}`, `supplier ${start.supplier}`])
            add(starts, `${start.date} ${where}`, 1);
        }
        for (const [key, n] of starts) {
          const most = m.scenario.control.thresholds[key.split(' ')[1] as 'market' | 'area' | 'supplier'];
          if (most !== null && n > Math.max(1, Math.round(most * m.scale)))
            yield `${key}: ${n} starts, at most ${most}`;
        }
      }),
    ).toEqual([]);
  });

  test('an appointment by change of agent takes effect on an EFD asked for, 1 to 28 days after the request came', () => {
    expect(
      wrongIn(function* (m) {
        for (const point of m.points) {
          const life = m.life(point);
          const asked = life.filter(a => a.act === 'received' && a.flow === 'IF-031');
          for (const a of life.filter(l => l.act === 'sent' && l.flow === 'IF-036' && l.step === '3.1.11')) {
            const efd = m.localDate(a.at);
            const requests = asked.filter(r => r.detail === `${a.detail}, EFD ${efd}`);
            const days = requests.map(r => parseDate(efd) - parseDate(m.localDate(r.at)));
            if (!days.some(d => d >= 1 && d <= 28)) yield `${point.msid} ${a.detail}: EFD ${efd}, asked ${days} before`;
          }
        }
      }),
    ).toEqual([]);
  });

  test('no agent is asked before it is qualified', () => {
    expect(
      wrongIn(function* (m) {
        for (const a of m.rows('trace')) {
          if (a.act !== 'sent' || a.flow !== 'IF-033') continue;
          const requests = m.life({ msid: a.msid }).filter(r => r.act === 'received' && r.flow === 'IF-031');
          // The request was valid on the day on which it came, and came before it was passed on.
          const latest = m.localDate(requests.filter(r => String(r.at) < String(a.at)).at(-1)!.at);
          if (latest < m.qualified(Number(a.to_party))) yield `${a.msid} ${a.at}: ${a.to_party}`;
        }
      }),
    ).toEqual([]);
  });
});

describe('the markets drawn', () => {
  const exceptions = new Set(markets.flatMap(m => m.rows('exception_daily')).map(e => String(e.kind)));

  test('use every step of every procedure', () => {
    const taken = new Set(markets.flatMap(m => [...m.rows('trace'), ...m.rows('message_daily')].map(a => a.step)));
    expect([...knownSteps().keys()].filter(step => !taken.has(step))).toEqual([]);
  });

  test('know rejections, expiries, requests made again and points given up', () => {
    expect([...exceptions]).toEqual(
      expect.arrayContaining([
        'IF-032 rejected: EFD out of range',
        'IF-032 rejected: agent not qualified',
        'IF-034 rejected: no contract',
        'appointment expired at gate closure',
        'given up: data service',
        'given up: metering service',
      ]),
    );
    expect(markets.flatMap(m => m.rows('migration_daily')).some(row => Number(row.cancelled) > 0)).toBe(true);
  });

  test('contain M14, and complex-metered points that migrate after it', () => {
    expect(markets.some(m => m.points.some(p => p.complex === 'complex' && p.state === 'mhhs'))).toBe(true);
  });
});

function add(sums: Map<string, number>, key: string, n: number): void {
  sums.set(key, (sums.get(key) ?? 0) + n);
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
