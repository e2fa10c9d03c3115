import { describe, expect, it } from 'vitest';
import { type MeterType, PROCEDURES, type Procedure, ROWS } from '../../src/procedures/index.ts';

/** The procedures of which BSCP708 prints no rows. */
const REST = PROCEDURES.filter(p => !['forward-coa', 'forward-cos', 'reverse-cos'].includes(p.name));

function deadlines(procedures: readonly Procedure[]): Record<string, string> {
  const steps = procedures.flatMap(p => p.steps).filter(s => s.due !== null);
  return Object.fromEntries(
    steps.map(s => {
      const { within, assumed } = s.due!;
      return [s.ref, `${typeof within === 'string' ? within : within.moment}${assumed ? ' °' : ''}`];
    }),
  );
}

/** `from > to` of each message of a flow in the steps whose reference begins so. */
function ways(prefix: string, flow: string): string[] {
  return ROWS.filter(r => r.step.ref.startsWith(prefix) && r.flow === flow).map(r => `${r.from} > ${r.to}`);
}

/** The types for which a part sends a flow in the steps whose reference begins so. */
function types(prefix: string, from: string, flow: string): MeterType[] {
  const rows = ROWS.filter(r => r.step.ref.startsWith(prefix) && r.from === from && r.flow === flow);
  return [...new Set(rows.flatMap(r => r.step.appliesTo.filter(type => r.only?.includes(type) ?? true)))].sort();
}

describe('the rest of the market in the catalogue', () => {
  it('takes only the deadlines of the REC engagement day for given, and marks the others as assumed', () => {
    expect(deadlines(REST)).toEqual({
      'switch.3': 'the end of the objection window',
      'cos-legacy.1': '2 WD °',
      'cos-legacy.2': '2 WD °',
      'cos-legacy.3': '2 WD °',
      'cos-legacy.4': '2 WD °',
      'cos-legacy.5': '2 WD °',
      'cos-legacy.6': 'the EFD of the switch °',
      'cos-legacy.7': '1 WD °',
      'cos-legacy.8': '5 WD °',
      'cos-legacy.9': '2 WD °',
      'cos-legacy.10': '1 WD °',
      'cos-legacy.11': '5 WD °',
      'cos-legacy.12': '2 WD °',
      'cos-legacy.13': '1 WD °',
      'cos-legacy.14': '5 WD °',
      'mhhs-cos.1': '2 WD °',
      // 22.6.1: the supplier asks for agents within an hour of IF-002.
      'mhhs-cos.2': '60 min',
      'mhhs-cos.3': '60 min',
      'mhhs-cos.4': '60 min',
      'mhhs-cos.5': '60 min',
      'mhhs-cos.6': 'the EFD, 00:00 local',
      // The losing MOA has two hours from the acceptance.
      'mhhs-cos.7': '120 min',
      'mhhs-cos.8': '1 WD °',
      'mhhs-cos.9': '2 WD °',
      'mhhs-cos.10': '1 WD °',
      'meter-works.4': '3 WD °',
      'meter-works.5': '1 WD °',
      'meter-works.6': '5 WD °',
      'meter-works.7': '5 WD °',
      // Meter updates after works are the exception to the hour.
      'meter-works.8': '3 WD',
      'meter-works.9': '60 min',
      'meter-works.10': '3 WD',
      'meter-works.11': '60 min',
      'meter-works.12': '3 WD °',
      'meter-works.13': '3 WD °',
      'meter-works.14': '3 WD',
      'meter-works.15': 'the EFD',
      'meter-works.16': '5 WD °',
      'new-connection.1': '2 WD °',
      'new-connection.2': '60 min',
      'new-connection.3': '60 min',
      'new-connection.4': '60 min',
      'new-connection.5': '60 min',
      'new-connection.6': 'the EFD, 00:00 local',
      'related.1': 'the EFD, 00:00 local',
      'related.2': '60 min',
      'pairs.2': '60 min °',
      'pairs.3': '60 min',
      'disputed-read.2': '5 WD °',
    });
  });

  it('invites the old supplier to object, and tells everybody concerned how the switch ends', () => {
    expect(ways('switch.', 'CSS registration pending')).toEqual(['CSS > SMRA', 'CSS > old Supplier']);
    expect(ways('switch.', 'CSS registration confirmed')).toEqual(['CSS > new Supplier', 'CSS > old Supplier']);
    const all = ['CSS > SMRA', 'CSS > new Supplier', 'CSS > old Supplier'];
    expect(ways('switch.', 'CSS registration cancelled')).toEqual(all);
    expect(ways('switch.', 'CSS secured active')).toEqual(all);
  });

  it('sends a migrated point no legacy registration flow, and a legacy switch goes by DTN alone', () => {
    const networks = (name: string) => [
      ...new Set(PROCEDURES.find(p => p.name === name)!.steps.flatMap(s => s.messages.map(m => m.network))),
    ];
    expect(networks('legacy-cos')).toEqual(['DTN']);
    for (const flow of ['D0217', 'D0260', 'D0155', 'D0153', 'D0011', 'D0205', 'D0151', 'D0170']) {
      expect(ways('cos-legacy.', flow), flow).not.toEqual([]);
      expect(ways('mhhs-cos.', flow), flow).toEqual([]);
    }
  });

  it('gives each type its technical details by the flow that the arrangements have for it', () => {
    // Today: D0268 for half-hourly metering, D0149, D0150 and D0313 for the rest.
    expect(types('cos-legacy.', 'outgoing MOA', 'D0268')).toEqual(['HH advanced', 'HH smart']);
    expect(types('cos-legacy.', 'outgoing MOA', 'D0150')).toEqual(['NHH advanced', 'NHH smart', 'NHH traditional']);
    expect(types('meter-works.', 'MOA', 'D0268')).toEqual(['HH advanced', 'HH smart']);
    expect(types('meter-works.', 'MOA', 'D0313')).toEqual(['NHH advanced', 'NHH smart', 'NHH traditional']);
    // MHHS: D0268 for advanced meters, D0149 and D0150 for traditional ones, none for smart ones.
    for (const [prefix, from] of [
      ['mhhs-cos.', 'outgoing MS'],
      ['mhhs-cos.', 'incoming MS'],
      ['meter-works.', 'MS'],
    ] as const) {
      expect(types(prefix, from, 'D0268')).toEqual(['HH advanced', 'NHH advanced']);
      expect(types(prefix, from, 'D0149')).toEqual(['NHH traditional']);
      expect(types(prefix, from, 'D0150')).toEqual(['NHH traditional']);
    }
  });

  it('shares cumulative reads of smart and advanced meters by IF-041, register reads of the others by D0010', () => {
    const cumulative = ['HH advanced', 'HH smart', 'NHH advanced', 'NHH smart'];
    expect(types('mhhs-cos.', 'outgoing DS', 'IF-041')).toEqual(cumulative);
    expect(types('meter-works.', 'MS', 'IF-041')).toEqual(cumulative);
    expect(types('mhhs-cos.', 'outgoing DS', 'D0010')).toEqual(['NHH traditional']);
    // After works, advanced meters have both.
    expect(types('meter-works.', 'MS', 'D0010')).toEqual(['HH advanced', 'NHH advanced', 'NHH traditional']);
  });

  it('asks for works by the same D flows before and after migration, and updates the register by IF-005 or IF-007', () => {
    for (const flow of ['D0142', 'D0134', 'D0001']) {
      expect(ways('meter-works.', flow)).toEqual(['Supplier > MOA', 'Supplier > MS']);
    }
    for (const flow of ['D0312', 'D0304']) {
      expect(ways('meter-works.', flow)).toEqual(['MOA > SMRA']);
      expect(ways('meter-works.', `${flow} response`)).toEqual(['SMRA > MOA']);
    }
    for (const [update, passed] of [
      ['IF-005', 'IF-006'],
      ['IF-007', 'IF-008'],
    ] as const) {
      expect(ways('meter-works.', update)).toEqual(['MS > SMRA']);
      expect(ways('meter-works.', passed)).toEqual(['SMRA > Supplier', 'SMRA > LDSO', 'SMRA > DS', 'SMRA > EES']);
    }
  });

  it('points out missing appointments to the supplier, a wrong segment to the LDSO too', () => {
    expect(ways('missing-appointment.1', 'IF-045')).toEqual(['SMRA > Supplier']);
    expect(ways('missing-appointment.2', 'IF-045')).toEqual(['SMRA > Supplier', 'SMRA > LDSO']);
  });

  it('lets the gaining MOA chase the losing one', () => {
    expect(ways('missing-mtds.', 'D0170')).toEqual([
      'incoming MS > outgoing MOA',
      'incoming MS > outgoing MS',
      'incoming MOA > outgoing MOA',
    ]);
  });

  it('tells both suppliers of a pair, and replaces the data service of advanced meters only', () => {
    const advanced = ['HH advanced', 'NHH advanced'];
    const rows = ROWS.filter(r => r.step.ref === 'pairs.2');
    expect(ways('pairs.2', 'IF-036').slice(0, 2)).toEqual(['SMRA > import Supplier', 'SMRA > export Supplier']);
    for (const r of rows) {
      expect(r.only ? [...r.only].sort() : null, r.to).toEqual(/DS$/.test(r.to) ? advanced : null);
    }
    expect(rows.map(r => r.to).filter(to => /(MS|DS)$/.test(to))).toEqual([
      'incoming MS',
      'outgoing MS',
      'incoming DS',
      'outgoing DS',
    ]);
  });

  it('makes and changes links by IF-019 and IF-020', () => {
    expect(ways('related.2', 'IF-019')).toEqual(['LDSO > SMRA']);
    expect(ways('pairs.3', 'IF-019')).toEqual(['LDSO > SMRA']);
    expect(ways('related.2', 'IF-020')).toEqual(['SMRA > Supplier', 'SMRA > MS', 'SMRA > DS']);
    expect(ways('pairs.3', 'IF-020')).toEqual([
      'SMRA > import Supplier',
      'SMRA > export Supplier',
      'SMRA > MS',
      'SMRA > DS',
    ]);
  });
});
