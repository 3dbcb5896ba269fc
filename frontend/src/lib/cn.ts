import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names. Two that fight over one property are not settled here: a component offers a
 * variant instead. (A run-time merge would cost every page 9 KB.)
 */
export function cn(...inputs: ClassValue[]): string {
  return clsx(inputs);
}
