import { type APIRequestContext, expect, type Page } from '@playwright/test';

const PASSWORD = 'correct horse battery staple 9';

export const somebody = () => `robin-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.com`;

/** Signs up through the screens, as anybody would. Ends on the onboarding screen. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Robin Vale');
  await page.getByLabel('Email').fill(somebody());
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Four things about you' })).toBeVisible();
}

/** A new account, signed in by the API: for journeys that begin later. */
export async function signedIn(page: Page, email = somebody()): Promise<APIRequestContext> {
  await page.goto('/sign-in');
  const api = page.context().request;
  const account = { email, password: PASSWORD, full_name: 'Robin Vale' };
  expect((await api.post('/v1/auth/register', { data: account, headers: originOf(page) })).status()).toBe(201);
  return api;
}

/** The same, with the made-up network. */
export async function withSampleNetwork(page: Page): Promise<APIRequestContext> {
  const api = await signedIn(page);
  expect((await api.post('/v1/sample-network', { headers: originOf(page) })).status()).toBe(201);
  return api;
}

const originOf = (page: Page) => ({ origin: new URL(page.url()).origin });

/** What LinkedIn sends: a note, a blank line, the columns, the people. The third row has no name. */
export const CONNECTIONS_CSV = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Priya,Raman,https://www.linkedin.com/in/priyaraman,priya@northwind.example,Northwind,Product Lead,12 Mar 2024
Jonas,Weber,https://www.linkedin.com/in/jonasweber,,Helio GmbH,Staff Engineer,3 Nov 2025
,,https://www.linkedin.com/in/nobody,,Nowhere Inc,Engineer,4 Nov 2025
Mei,Tanaka,https://www.linkedin.com/in/meitanaka,,Arbor,Engineering Manager,20 Oct 2026
`;

/** A table that somebody kept by hand: a title, the columns in their own words, the people. One row names nobody. */
export const TABLE_CSV = `Meine Leute, Stand Mai

Wer;Wo arbeitet;Was;Mail;Schuhgröße
Lima, Ana;Acme AS;Leiterin Einkauf;ana@acme.example;38
Berg, Ole;Globex;Ingenieur;;44
;Nowhere;;;
`;
