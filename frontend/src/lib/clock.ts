/** The one place that asks the machine for the time, so that tests can set it. */
export const clock = { now: () => new Date() };
