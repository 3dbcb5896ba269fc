/** The moment at which every test happens: a Tuesday morning. */
export const NOW = new Date('2026-03-10T09:30:00Z');
