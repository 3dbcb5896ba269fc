import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { ApiError } from './client';

/** What to say about a failure, in words that fit above a button. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Nothing was lost.';
}

/** `#/working_hours/from` or `/working_hours/from` names the form field `working_hours`. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^#/, '').split('/').filter(Boolean)[0] ?? '';
}

/**
 * Puts each complaint of a 422 beside its field. What belongs to no field of the form comes back as
 * one sentence for the place above the submit button, or null when every complaint found its field.
 */
export function showProblem<T extends FieldValues>(
  error: unknown,
  fields: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): string | null {
  if (!(error instanceof ApiError)) return messageOf(error);
  const homeless: string[] = [];
  let placed = 0;
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const field = fields.find((name) => name === fieldOf(pointer));
    if (field) {
      setError(field, { message: detail }, { shouldFocus: placed === 0 });
      placed += 1;
    } else {
      homeless.push(detail);
    }
  }
  if (homeless.length > 0) return homeless.join(' ');
  return placed > 0 ? null : error.message;
}
