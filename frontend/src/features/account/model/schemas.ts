import * as v from 'valibot';

const email = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Enter your email address.'),
  v.email('This is not an email address.'),
);

/** The server's own minimum, said before the round trip. */
export const PASSWORD_MIN = 10;

export const newPassword = v.pipe(v.string(), v.minLength(PASSWORD_MIN, `At least ${PASSWORD_MIN} characters.`));

export const signInSchema = v.object({ email, password: v.pipe(v.string(), v.nonEmpty('Enter your password.')) });

export const signUpSchema = v.object({
  full_name: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter your name.')),
  email,
  password: newPassword,
});
