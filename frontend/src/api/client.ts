import createClient from 'openapi-fetch';
import type { paths } from './schema.gen';
import type { Problem } from './types';

/** The server refused, in its own words. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/** The request never reached the server, or its answer never came back. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('Comity cannot be reached right now.', { cause });
    this.name = 'OfflineError';
  }
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new OfflineError(cause);
  }
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: reach });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer (nothing, of a 204); a refusal is thrown as an ApiError. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ApiError(response.status, toProblem(error, response));
  return data as T;
}

function toProblem(error: unknown, response: Response): Problem {
  const said = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {};
  return {
    type: said.type ?? 'about:blank',
    title: said.title ?? response.statusText,
    status: response.status,
    detail: said.detail ?? 'Something went wrong on our side. Nothing was lost.',
    errors: said.errors ?? [],
    request_id: said.request_id ?? '',
  };
}

export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;
export const isMissing = (error: unknown) => error instanceof ApiError && error.status === 404;
