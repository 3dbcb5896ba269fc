export { meQuery } from './api/me';
export { useSaveAccount } from './api/queries';
export { newPassword } from './model/schemas';
export { ResetScreen } from './ui/reset-screen';
export { SignInScreen } from './ui/sign-in-screen';
export { SignUpScreen } from './ui/sign-up-screen';
