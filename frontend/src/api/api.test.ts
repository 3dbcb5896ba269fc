import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { problem, server } from '@/test/server';
import { ApiError, api, isMissing, isSignedOut, OfflineError, unwrap } from './client';
import { fieldOf, messageOf, showProblem } from './problem';

const me = () => unwrap(api.GET('/v1/me'));

describe('unwrap', () => {
  it('throws what the server says', async () => {
    server.use(http.get('*/v1/me', () => problem(401, 'Sign in first.')));
    const error = await me().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(isSignedOut(error)).toBe(true);
    expect(messageOf(error)).toBe('Sign in first.');
  });

  it('has words of its own where the server has none', async () => {
    server.use(http.get('*/v1/me', () => new HttpResponse('<html>', { status: 502 })));
    await expect(me()).rejects.toThrow('Something went wrong on our side');
  });

  it('tells that the server was not reached', async () => {
    server.use(http.get('*/v1/me', () => HttpResponse.error()));
    await expect(me()).rejects.toBeInstanceOf(OfflineError);
    expect(isMissing(new OfflineError('gone'))).toBe(false);
  });
});

describe('showProblem', () => {
  const refusal = (...errors: { pointer: string; detail: string }[]) =>
    new ApiError(422, { type: '', title: 'Refused', status: 422, detail: 'Look again.', errors, request_id: '' });

  it('puts each complaint beside its field', () => {
    const setError = vi.fn();
    const rest = showProblem(refusal({ pointer: '#/email', detail: 'Taken.' }), ['email'], setError);
    expect(setError).toHaveBeenCalledWith('email', { message: 'Taken.' }, { shouldFocus: true });
    expect(rest).toBeNull();
  });

  it('gives back what has no field', () => {
    expect(showProblem(refusal({ pointer: '/hidden', detail: 'No.' }), ['email'], vi.fn())).toBe('No.');
    expect(showProblem(refusal(), ['email'], vi.fn())).toBe('Look again.');
    expect(showProblem('odd', ['email'], vi.fn())).toBe('Something went wrong. Nothing was lost.');
  });

  it('reads pointers of both spellings', () => {
    expect(fieldOf('#/working_hours/from')).toBe('working_hours');
    expect(fieldOf('/email')).toBe('email');
    expect(fieldOf('')).toBe('');
  });
});
