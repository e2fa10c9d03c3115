export { knownSteps, PROCEDURES, ROWS, type Row, row, STEPS, step } from './book.ts';
export {
  type MeterType,
  NETWORK_NAMES,
  type Network,
  type Part,
  type Procedure,
  type Service,
  type Step,
} from './catalogue.ts';
export { MILESTONES, type Milestone } from './milestones.ts';
export { mermaid, type PrintedStep, printed } from './print.ts';
