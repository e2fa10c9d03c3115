export { Controller, type ControlSpec, type Start, type Thresholds } from './controller.ts';
export { Hazard, type HazardClass } from './hazard.ts';
export { NumberLists } from './number-lists.ts';
export { type PlanShape, profile } from './profile.ts';
export { Roll } from './roll.ts';
export { sortNumbers } from './sort-numbers.ts';
