export { Controller, type ControlSpec, type Start, type Thresholds } from './controller.ts';
export { type PlanShape, profile } from './profile.ts';
