import { parseDate } from '../../time/index.ts';
import { proceduresOf } from '../active-procedures.ts';
import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** Everybody in the market. */
export function partyTable({ parties }: Market): Table {
  const rows = new Rows('party', { party_id: 'integer', mpid: 'text', name: 'text', role: 'text', parent: 'text' });
  for (const p of parties.all) rows.add(p.id, p.mpid, p.name, p.role, p.parent);
  return rows.table();
}

/** Distribution areas; an area's number is the party number of its LDSO. */
export function areaTable({ scenario, parties }: Market): Table {
  const rows = new Rows('area', { area_id: 'integer', gsp_group: 'text', name: 'text', distributor: 'text' });
  Object.entries(scenario.areas).forEach(([id, area], i) => {
    rows.add(parties.in('LDSO')[i]!.id, id, area.name, String(area.distributor));
  });
  return rows.table();
}

/** The steps of the procedures that the scenario has, with the deadline that this run judges by. */
export function stepTable({ scenario }: Market): Table {
  const rows = new Rows('step', {
    step: 'text',
    procedure: 'text',
    title: 'text',
    from_role: 'text',
    to_role: 'text',
    flow: 'text',
    network: 'text',
    due: 'text',
    source: 'text',
  });
  const list = (texts: readonly string[]) => (texts.length > 0 ? [...new Set(texts)].join(', ') : null);
  for (const procedure of proceduresOf(scenario)) {
    for (const step of procedure.steps) {
      const within = scenario.steps[step.ref]?.within;
      rows.add(
        step.ref,
        procedure.name,
        step.title,
        step.act?.by ?? list(step.messages.map(m => m.from)),
        list(step.messages.map(m => m.to)),
        list(step.messages.map(m => m.flow)),
        list(step.messages.map(m => m.network)),
        within ?? (typeof step.due?.within === 'object' ? `by ${step.due.within.moment}` : (step.due?.within ?? null)),
        step.source,
      );
    }
  }
  return rows.table();
}

/** The days of the run. */
export function dayTable({ scenario, calendar }: Market): Table {
  const rows = new Rows('day', {
    date: 'text',
    working_day: 'integer',
    holiday: 'text',
    migration_day: 'integer',
    milestone: 'text',
  });
  const milestones = Object.entries(scenario.milestones).map(([name, date]) => ({ name, day: parseDate(date) }));
  for (let day = calendar.first; day <= calendar.last; day++) {
    rows.add(
      calendar.date(day),
      calendar.workingDays.isWorkingDay(day) ? 1 : 0,
      calendar.workingDays.holiday(day),
      calendar.isMigrationDay(day) ? 1 : 0,
      milestones
        .filter(m => m.day === day)
        .map(m => m.name)
        .join(', ') || null,
    );
  }
  return rows.table();
}
