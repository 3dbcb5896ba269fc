export { isHold } from './model/holds';
export { writingOf } from './model/writing';
export { HowToSayIt } from './ui/how-to-say-it';
export { AlsoTrue, Cautions, Reasons } from './ui/reasons';
export { StepFacts } from './ui/step-facts';
export { StepPlace } from './ui/step-place';
