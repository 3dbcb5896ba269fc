import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const router = tanstackRouter({
  target: 'react',
  autoCodeSplitting: true,
  codeSplittingOptions: { defaultBehavior: [['component', 'pendingComponent', 'loader']] },
  routesDirectory: 'src/routes',
  generatedRouteTree: 'src/app/route-tree.gen.ts',
  quoteStyle: 'single',
  semicolons: true,
});

const offlineShell = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Comity',
    short_name: 'Comity',
    description: 'What to do next with the people you know, why, and what not to do yet.',
    display: 'standalone',
    start_url: '/',
    background_color: '#f8f5f0',
    theme_color: '#f8f5f0',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  },
  workbox: {
    // The worker obeys the server's trusted types: everything in one file, no importScripts.
    inlineWorkboxRuntime: true,
    globPatterns: ['**/*.{js,css,html,svg}', '**/*-latin-wght-*.woff2'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/v1\//, /^\/(healthz|readyz|metrics|docs|playbook)/],
    runtimeCaching: [
      {
        urlPattern: /\/v1\/(me|next-steps|contacts|goals|follow-ups|events|interactions)(\/|\?|$)/,
        handler: 'NetworkFirst',
        options: {
          cacheName: 'comity-last-seen',
          expiration: { maxEntries: 120 },
          cacheableResponse: { statuses: [200] },
        },
      },
    ],
  },
});

/** The page of integrations shows the very files that the tests run. */
const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));

/** The libraries that every visit needs, in one file: it packs better than many, and stays when the app changes. */
const ground = { name: 'ground', test: /node_modules/, tags: ['$initial' as const] };

export default defineConfig({
  plugins: [router, react(), tailwindcss(), offlineShell],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)), '@examples': EXAMPLES } },
  server: {
    fs: { allow: ['.', EXAMPLES] },
    proxy: { '/v1': 'http://127.0.0.1:8000', '/playbook': 'http://127.0.0.1:8000' },
  },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [ground] } } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    silent: 'passed-only',
    // One world for all files is three times as fast; setup.ts puts it back after each test.
    pool: 'threads',
    isolate: false,
    coverage: {
      include: ['src/features/**', 'src/ui/**', 'src/lib/**'],
      exclude: ['**/*.test.*'],
      thresholds: { lines: 85, branches: 75 },
    },
  },
});
