export { wayOf } from './model/way';
export { HowToSayIt } from './ui/how-to-say-it';
export { Cautions, Reasons } from './ui/reasons';
export { StepFacts } from './ui/step-facts';
