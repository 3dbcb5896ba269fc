export { OnboardingScreen } from './ui/onboarding-screen';
