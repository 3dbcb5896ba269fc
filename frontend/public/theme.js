// Runs before the first paint, so that nobody sees the wrong theme flash by.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('comity-theme');
  } catch {
    // Storage may be blocked; the system's theme serves.
  }
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
