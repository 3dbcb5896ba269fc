export { goalsQuery, useAddGoal } from './api/queries';
export { GoalsScreen } from './ui/goals-screen';
