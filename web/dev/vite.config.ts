import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Screens that are not written yet must not keep the others from being looked at. */
const unwritten: Plugin = {
  name: 'unwritten-screens',
  enforce: 'pre',
  resolveId(source) {
    const [, screen] = source.split('/features/')
    if (!screen || screen.includes('.')) return
    return existsSync(fileURLToPath(new URL(`../src/features/${screen}.tsx`, import.meta.url)))
      ? undefined
      : '\0unwritten'
  },
  load: (id) => (id === '\0unwritten' ? 'export default undefined' : undefined),
}

/** Serves the app over made-up data: `npm run fixtures`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: fileURLToPath(new URL('../public', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.vite-fixtures', import.meta.url)),
  plugins: [react(), unwritten],
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  server: { port: 5174, fs: { allow: ['..'] } },
})
